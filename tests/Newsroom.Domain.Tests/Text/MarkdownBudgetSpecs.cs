using CsCheck;
using Markdig;
using Markdig.Syntax;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Text;

public sealed class MarkdownBudgetSpecs
{
    private const int KiB = 1024;

    // Pieces that Markdig parses differently depending on their surroundings.
    private static readonly string[] Pieces =
    [
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "``",
        "[",
        "]",
        "](",
        "](b)",
        "](<b c> \"d\")",
        "![",
        "(",
        ")",
        "<",
        "<a>",
        "<http://a.b>",
        "<!--",
        "-->",
        "> ",
        "- ",
        "+ ",
        "1. ",
        "# ",
        "\n",
        "\n\n",
        "\n===\n",
        "\n---\n",
        "\r\n",
        "    ",
        "\t",
        "  \n",
        "\\",
        "\\\n",
        "\\*",
        "&amp;",
        "&#x41;",
        "[a]: b\n",
        "[a]: <b> 'c'\n",
        "[a]",
        "[a][b]",
        "[a\nb]",
        "```\n",
        "~~~ x\n",
        "a",
        "word",
        " ",
        "市",
        "😀",
        "e\u0301",
        "“",
        "\"",
    ];

    public static TheoryData<string> TooComplex =>
        [
            "[a](",
            "![a](",
            "[a](b (",
            "[",
            "[[a](b) ",
            "[a][",
            "[a\n",
            "[*a](*",
            "*a",
            "a* ",
            "*a_",
            "_a*b ",
            "a**b",
            "市*长**说",
            "*😀_",
            "*[`_<&!(\\",
            "a <?",
            "a <!A ",
            "a <![CDATA[",
            "a <!-- ",
            "a\n=\n",
            "a\n--\n",
            "[a]: b\n",
            "[a]:\n",
        ];

    [Theory]
    [MemberData(nameof(TooComplex))]
    public void Texts_that_would_take_minutes_to_parse_are_refused(string piece)
    {
        var refusal = TextRules.Refuse(ArticleField.Body, Filled(piece, 400 * KiB)).ShouldNotBeNull();
        refusal.Code.ShouldBe("markdown-too-complex");
        refusal.Kind.ShouldBe(RefusalKind.Rule);
        refusal.Detail.ShouldContain("stopped at offset ");
    }

    [Theory]
    [MemberData(nameof(TooComplex))]
    public void A_kibibyte_of_it_is_accepted(string piece) =>
        TextRules.Refuse(ArticleField.Body, Filled(piece, KiB))?.Code.ShouldBe("raw-html");

    [Theory]
    [InlineData("word [and](https://example.no/a_(b) \"title\") *word* **and** `code` &amp; <https://example.no> ![a](b)\n\n")]
    [InlineData("- word and [word](/a)\n- word\n\n")]
    [InlineData("A heading\n=========\n\nSome twenty words, and a [link](https://example.no).\n\n")]
    [InlineData("> A quotation\n> of two lines.\n\n")]
    [InlineData("1. One of them, with words\n   * two\n     * three, and some more words\n\n")]
    [InlineData("市长说“我们”。*强调*。\n\n")]
    [InlineData("word \"")]
    [InlineData("`")]
    [InlineData("(")]
    [InlineData("a\n")]
    public void A_mebibyte_of_what_people_write_is_accepted(string piece) =>
        TextRules.Refuse(ArticleField.Body, Filled(piece, TextRules.MaxBytes)).ShouldBeNull();

    [Theory]
    [InlineData("| [a](https://example.no/a) | *b* | `c` |\n", 64)]
    [InlineData("*word* ", 16)]
    public void A_long_paragraph_of_it_is_accepted(string piece, int kibibytes) =>
        TextRules.Refuse(ArticleField.Body, Filled(piece, kibibytes * KiB)).ShouldBeNull();

    [Fact]
    public void The_refusal_says_where_the_parser_gave_up()
    {
        var before = Filled("A word, and another.\n\n", 100 * KiB);
        var refusal = TextRules.Refuse(ArticleField.Body, before + Filled("[a](", 100 * KiB)).ShouldNotBeNull();
        var at = int.Parse(refusal.Detail.Split("offset ")[1].Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);
        at.ShouldBeGreaterThan(before.Length);
    }

    [Fact]
    public void A_text_that_is_kept_already_is_read_all_the_same()
    {
        var kept = Filled("[a](", 32 * KiB);
        TextRules.Refuse(ArticleField.Body, kept).ShouldNotBeNull().Code.ShouldBe("markdown-too-complex");
        VisibleText.OfMarkdown(kept).Text.ShouldBe(kept + "\n\n");
        TextRules
            .Refuse(ArticleField.Body, kept)
            .ShouldNotBeNull()
            .Code.ShouldBe("markdown-too-complex", "Having been read, it is as complex as before.");
    }

    /// <summary>The parsers that count parse as Markdig's own do.</summary>
    [Fact]
    public void Counting_steps_changes_no_syntax_tree()
    {
        var own = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();
        Gen.Int[0, Pieces.Length - 1]
            .Array[0, 40]
            .Select(which => string.Concat(which.Select(i => Pieces[i])))
            .Sample(
                text =>
                    Tree(Markdown.Parse(text, VisibleText.CommonMark, new MarkdownBudget(long.MaxValue)))
                        .ShouldBe(Tree(Markdown.Parse(text, own))),
                iter: Iterations.Cases
            );
    }

    private static string Tree(MarkdownDocument document) =>
        string.Join('\n', document.Descendants().Select(node => $"{node.GetType().Name} {node.Span}"));

    private static string Filled(string piece, int bytes)
    {
        var size = System.Text.Encoding.UTF8.GetByteCount(piece);
        return string.Concat(Enumerable.Repeat(piece, bytes / size));
    }
}
