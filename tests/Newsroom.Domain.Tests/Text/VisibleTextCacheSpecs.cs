using System.Runtime.CompilerServices;

namespace Newsroom.Domain.Tests.Text;

public sealed class VisibleTextCacheSpecs
{
    private const int Emphasised = 4_000;
    private const int Others = 6_000;

    /// <summary>Such texts were stored before parsing had a limit. Parsing one can take seconds.</summary>
    [Fact]
    public void A_text_beyond_the_limit_is_parsed_once()
    {
        TextRules.Refuse(ArticleField.Body, Text("*a* "))!.Code.ShouldBe("markdown-too-complex");
        var first = Read("*a* ");
        GC.Collect();
        Read("*a* ").ShouldBeSameAs(first);
    }

    [Fact]
    public void Other_long_texts_are_not_kept()
    {
        var first = Read("a b ");
        GC.Collect();
        Read("a b ").ShouldNotBeSameAs(first);
    }

    // Not inlined, so that only the tested code keeps the text alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static VisibleText Read(string piece) => VisibleText.OfMarkdown(Text(piece));

    private static string Text(string piece) =>
        $"{string.Concat(Enumerable.Repeat(piece, Emphasised))}\n\n{string.Concat(Enumerable.Repeat("other ", Others))}";
}
