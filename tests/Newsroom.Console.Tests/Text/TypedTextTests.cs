using Newsroom.Console.Text;

namespace Newsroom.Console.Tests.Text;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("a\r\nb", "a\nb", "a\nb")]
    [InlineData("a\r\nb\r\n", "a\r\nb\r\n", "a\r\nb\r\n")]
    [InlineData("a\r\nb\r\nc\r\n", "a\nb\r\nc\r", "a\nb\r\nc\r")]
    [InlineData("a\r\nB\r\nc\r\n", "a\nb\r\nc\n", "a\nB\nc\n")]
    [InlineData("a\r\nnew\r\nb\r\n", "a\r\nb\n", "a\r\nnew\r\nb\n")]
    [InlineData("a\r\nb", "a", "a\nb")]
    [InlineData("\r\n\r\n", "\n\n", "\n\n")]
    [InlineData("", "a\r\n", "")]
    [InlineData("a", "a\r\n", "a")]
    public void Line_ends_are_those_of_the_text_that_was_shown(string typed, string shown, string restored) =>
        TypedText.Restore(typed, shown).ShouldBe(restored);
}
