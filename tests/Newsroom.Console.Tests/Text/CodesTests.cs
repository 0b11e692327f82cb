using Newsroom.Console.Text;

namespace Newsroom.Console.Tests.Text;

public sealed class CodesTests
{
    [Theory]
    [InlineData(0, "less than a minute")]
    [InlineData(1, "1 minute")]
    [InlineData(119, "1 hour")]
    [InlineData(120, "2 hours")]
    [InlineData(60 * 24 * 1500, "1,500 days")]
    public void An_age_has_one_unit(int minutes, string written) => Codes.Age(TimeSpan.FromMinutes(minutes)).ShouldBe(written);

    [Theory]
    [InlineData("in-review", "In review")]
    [InlineData("", "")]
    public void A_code_begins_a_sentence(string code, string title) => Codes.Title(code).ShouldBe(title);
}
