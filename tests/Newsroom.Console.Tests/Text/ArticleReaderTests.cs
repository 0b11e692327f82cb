using Newsroom.Console.Text;
using static Newsroom.Console.Text.ArticleNode;

namespace Newsroom.Console.Tests.Text;

public sealed class ArticleReaderTests
{
    [Theory]
    [InlineData("Plain words.", "p(Plain words.)")]
    [InlineData("One *two* **three**", "p(One em(two) strong(three))")]
    [InlineData("# One\n\n- two\n- three", "h2(One)ul(li(p(two))li(p(three)))")]
    [InlineData("> said", "blockquote(p(said))")]
    [InlineData("<!-- hidden -->\n\nA <b>b</b><!-- c -->", "p(A <b>b</b>)")]
    [InlineData("<script>alert(1)</script>", "pre(<script>alert(1)</script>)")]
    [InlineData("[a](https://x.example/b) [c](javascript:d)", "p(a[https://x.example/b](a) span(c))")]
    [InlineData("![a](https://x.example/b.png)", "p(em(a))")]
    [InlineData("a\\*b &amp; c", "p(a*b & c)")]
    public void A_body_is_read_as_readers_read_it(string markdown, string expected) =>
        string.Concat(ArticleReader.ReadBody(markdown).Select(Write)).ShouldBe(expected);

    [Theory]
    [InlineData("Say *hello* to [them](https://x.example).")]
    [InlineData("a\\*b c\\\\d")]
    [InlineData("- one\n- two *three*\r\n- four")]
    [InlineData("> “Yes,”\n> she `said`")]
    public void Literal_words_are_at_their_place_in_the_source(string markdown)
    {
        var words = MarkedWords.In(ArticleReader.ReadBody(markdown)).Where(piece => piece.IsLiteral && piece.Text != " ").ToList();

        words.ShouldNotBeEmpty();
        words.ShouldAllBe(piece => markdown.Substring(piece.Start, piece.End - piece.Start) == piece.Text);
    }

    private static string Write(ArticleNode node) =>
        node switch
        {
            Words words => words.Text,
            Element { Address: { } address } link => $"{link.Name}[{address}]({string.Concat(link.Content.Select(Write))})",
            Element element => $"{element.Name}({string.Concat(element.Content.Select(Write))})",
            _ => throw new InvalidOperationException(),
        };
}
