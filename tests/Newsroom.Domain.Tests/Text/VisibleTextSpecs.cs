using CsCheck;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Text;

public sealed class VisibleTextSpecs
{
    private static readonly string[] Marks =
    [
        " ",
        " *",
        "* ",
        "**",
        "_",
        "`",
        " `` ",
        "[",
        "](u) ",
        " ![",
        "][r] ",
        "\n",
        "\n\n",
        "\n> ",
        "\n- ",
        "\n\n1. ",
        "\n# ",
        "\n\n    ",
        "\n```\n",
        "\n~~~\n",
        "  \n",
        "\\\n",
        "\\*",
        "&amp;",
        " <http://x.no> ",
        "\n===\n",
        "\n---\n",
        "\n\n[r]: /u\n\n",
        "\n\n[s]: /v 'ti'\n\n",
        "\r\n",
        "\r\n\r\n",
        "\n  ",
        "😀",
        " < ",
        "!",
    ];

    private static readonly Gen<string[]> MarkedWords = Gen.Int[0, Marks.Length - 1].Select(i => Marks[i]).Array[1, 8];

    [Fact]
    public void A_long_text_is_read_once_whichever_string_holds_it()
    {
        var text = string.Concat(Enumerable.Repeat("*It* fell [down](b).\n\n", 4000));
        var read = VisibleText.OfMarkdown(text);
        VisibleText.OfMarkdown(new string(text.AsSpan())).ShouldBeSameAs(read);
        VisibleText.OfMarkdown(text + "Up.").Text.ShouldBe(read.Text + "Up.\n\n");
        GC.KeepAlive(text);
    }

    [Theory]
    [InlineData("It *fell* **down** _at_ __noon__.", "It fell down at noon.")]
    [InlineData("***It*** fell", "It fell")]
    [InlineData("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name")]
    [InlineData("See [the report](https://x.no \"a title\") now.", "See the report now.")]
    [InlineData("See [the *long* report][1] now.\n\n[1]: https://x.no", "See the long report now.")]
    [InlineData("See [report] now.\n\n[report]: https://x.no", "See report now.")]
    [InlineData("See [report] now.", "See [report] now.")]
    [InlineData("![A *bridge*](b.png) fell", "A bridge fell")]
    [InlineData("<https://x.no/a> and <a@b.no>", "https://x.no/a and a@b.no")]
    [InlineData("# It fell #", "It fell")]
    [InlineData("It fell\n=======", "It fell")]
    [InlineData("- It fell\n- down\n\n1. at\n2. noon", "It fell down at noon")]
    [InlineData("> It fell\n> down", "It fell down")]
    [InlineData("> > It fell", "It fell")]
    [InlineData("It `fell  *down*` today", "It fell *down* today")]
    [InlineData("    let it = \"fall\";", "let it = \"fall\";")]
    [InlineData("```js\nlet it = \"fall\";\n```", "let it = \"fall\";")]
    [InlineData("R&amp;D &lt;b&gt; &#x1F309; &copy; &nbsp;&notanentity;", "R&D <b> 🌉 © &notanentity;")]
    [InlineData("\\*not\\* \\[a\\] \\\\ \\a", "*not* [a] \\ \\a")]
    [InlineData("It fell\\\ndown  \nat noon\ntoday", "It fell down at noon today")]
    [InlineData("It fell.\n\n---\n\nDown.", "It fell. Down.")]
    [InlineData("a < b and c > d, a<b", "a < b and c > d, a<b")]
    [InlineData("It\r\nfell.\r\n\r\nDown.", "It fell. Down.")]
    [InlineData("*It fell* and **did not stop", "It fell and **did not stop")]
    [InlineData("It [fell and ![so (on", "It [fell and ![so (on")]
    [InlineData("", "")]
    [InlineData("[1]: https://x.no", "")]
    public void A_reader_reads(string markdown, string read) => Normaliser.Normalise(VisibleText.OfMarkdown(markdown).Text).ShouldBe(read);

    [Theory]
    [InlineData("It {*fell* do}wn.", "fell do")]
    [InlineData("It *{fell* do}wn.", "fell do")]
    [InlineData("It *f{ell}* down.", "ell")]
    [InlineData("{**It**} fell.", "It")]
    [InlineData("It [{fell](https://x.no) down}.", "fell down")]
    [InlineData("It [fell](https://x.no) {down}.", "down")]
    [InlineData("It [fell]({https://x.no}) down.", "")]
    [InlineData("![A {bridge}](b.png) fell", "bridge")]
    [InlineData("<https://{x.no}/a>", "x.no")]
    [InlineData("# It {fell} #", "fell")]
    [InlineData("#\tIt {fell} down", "fell")]
    [InlineData("A.\n\n#  \tIt {fell} down", "fell")]
    [InlineData("- It fell\n- {down} now", "down")]
    [InlineData("- It {fell\n- down} now", "fell down")]
    [InlineData("> It\n> {fell} down\n> now", "fell")]
    [InlineData("> It {fell\n> down} now", "fell down")]
    [InlineData("It `{fell}` down", "fell")]
    [InlineData("It `` `{fell}` `` down", "fell")]
    [InlineData("It `fell\n  {down}` now", "down")]
    [InlineData("    let it = {fall};", "fall")]
    [InlineData("\tlet it = {fall};", "fall")]
    [InlineData("    let\n    it = {fall};", "fall")]
    [InlineData("A list:\n\n- It\n\n      let {fall} = 1;", "fall")]
    [InlineData("```js\nlet it = {fall};\n```", "fall")]
    [InlineData("> ```\n> let {it} fall\n> ```", "it")]
    [InlineData("R&amp;D {fell} down", "fell")]
    [InlineData("R{&amp;}D fell down", "&")]
    [InlineData("{&#x1F309;} fell down", "🌉")]
    [InlineData("\\*It\\* {fell} down", "fell")]
    [InlineData("{\\*It\\*} fell down", "*It*")]
    [InlineData("It\\\n{fell  \ndown} now", "fell down")]
    [InlineData("It fell.\n\n{Down.}", "Down.")]
    [InlineData("See [a][1], {it} fell.\n\n[1]: /a", "it")]
    [InlineData("[1]: /a\n\nSee [a][1], {it} fell.", "it")]
    [InlineData("[1]: /a\n\nSee [a][1], {it} fell.\n\n[2]: /b\n\nDown.", "it")]
    [InlineData("🌉 {fell} *🌉*", "fell")]
    [InlineData("It {f[ell ![and} so", "f[ell ![and")]
    public void The_visible_words_of_a_range_of_the_source(string marked, string read)
    {
        var start = marked.IndexOf('{', StringComparison.Ordinal);
        var end = marked.LastIndexOf('}') - 1;
        var source = marked.Remove(end + 1, 1).Remove(start, 1);
        Normaliser.Normalise(VisibleText.OfMarkdown(source).Words(new TextRange(start, end))).ShouldBe(read);
    }

    [Fact]
    public void In_plain_text_everything_is_read()
    {
        var text = VisibleText.Of(ArticleField.Headline, "*It* [fell](x) &amp; <b>");
        text.Text.ShouldBe("*It* [fell](x) &amp; <b>");
        text.Words(new TextRange(5, 14)).ShouldBe("[fell](x)");
        text.RawHtmlAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("*fell*", "fell", 1, 5)]
    [InlineData("a \\* b", "*", 3, 4)]
    [InlineData("[the *report*](x)", "the report", 1, 12)]
    public void Visible_words_map_back_to_their_source(string markdown, string read, int start, int end)
    {
        var text = VisibleText.OfMarkdown(markdown);
        text.Source(text.Text.IndexOf(read, StringComparison.Ordinal), read.Length).ShouldBe(new TextRange(start, end));
    }

    [Theory]
    [InlineData("It <b>fell</b>", 3)]
    [InlineData("It fell.\n\n<div>\nDown\n</div>", 10)]
    [InlineData("It <!-- secretly --> fell", 3)]
    [InlineData("<script>alert(1)</script>", 0)]
    [InlineData("> <img src=x>", 2)]
    public void Raw_html_is_seen(string markdown, int at) => VisibleText.OfMarkdown(markdown).RawHtmlAt.ShouldBe(at);

    /// <summary>For any markup, a visible word maps to its source, and an invisible one to nothing.</summary>
    [Fact]
    public void Every_word_is_read_at_its_place() =>
        MarkedWords.Sample(
            pieces =>
            {
                var source = string.Concat(pieces.Select((mark, i) => $"{mark}word{(char)('a' + i)}"));
                var text = VisibleText.OfMarkdown(source);
                return text.RawHtmlAt is not null
                    || pieces
                        .Select((_, i) => $"word{(char)('a' + i)}")
                        .All(word =>
                        {
                            var at = source.IndexOf(word, StringComparison.Ordinal);
                            var read = Normaliser.Normalise(text.Words(new TextRange(at, at + word.Length)));
                            return read == (text.Text.Contains(word, StringComparison.Ordinal) ? word : "");
                        });
            },
            iter: 3000
        );
}
