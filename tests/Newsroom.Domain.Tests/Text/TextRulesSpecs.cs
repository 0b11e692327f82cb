using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Text;

public sealed class TextRulesSpecs
{
    [Fact]
    public void A_mebibyte_of_utf8_is_kept_of_a_body_and_no_byte_more()
    {
        TextRules.Refuse(ArticleField.Body, new string('a', TextRules.MaxBytes)).ShouldBeNull();
        TextRules.Refuse(ArticleField.Body, new string('a', TextRules.MaxBytes + 1)).ShouldNotBeNull().Kind.ShouldBe(RefusalKind.TooLarge);
        TextRules.Refuse(ArticleField.Body, new string('ø', TextRules.MaxBytes / 2)).ShouldBeNull();
        TextRules.Refuse(ArticleField.Body, new string('ø', TextRules.MaxBytes / 2) + "a").ShouldNotBeNull().Code.ShouldBe("text-too-long");
    }

    [Theory]
    [InlineData(ArticleField.Headline, 1_000)]
    [InlineData(ArticleField.Standfirst, 10_000)]
    public void The_other_texts_are_bounded_in_characters(ArticleField field, int max)
    {
        TextRules.Refuse(field, string.Concat(Enumerable.Repeat("🎈", max))).ShouldBeNull();
        TextRules.Refuse(field, string.Concat(Enumerable.Repeat("🎈", max)) + "a").ShouldNotBeNull().Code.ShouldBe("text-too-long");
    }

    [Theory]
    [InlineData("a < b, a<b, 3 <4 and <3")]
    [InlineData("<https://example.no/a?b=c&d> <mailto:a@b.no> <a@b.no>")]
    [InlineData("`<b>` and\n\n    <b>\n\n```\n<b>\n```")]
    [InlineData("&lt;b&gt; \\<b>")]
    [InlineData("[a](<b c> 'd')")]
    [InlineData("نعم \u200Fنعم\u200E \u061C")]
    [InlineData("a\tb\r\n\u2028")]
    public void Ordinary_texts_are_accepted(string body) => TextRules.Refuse(ArticleField.Body, body).ShouldBeNull();

    [Theory]
    [InlineData("It <b>fell</b>.", "It")]
    [InlineData("<div>", "")]
    [InlineData("> - <i>fell</i>", "> -")]
    [InlineData("<!-- It fell -->", "")]
    [InlineData("It <br/> fell", "It")]
    [InlineData("It <?php fell ?>", "It")]
    [InlineData("It <![CDATA[fell]]>", "It")]
    public void Raw_html_in_the_body_is_refused_and_said_where(string body, string before)
    {
        var refusal = TextRules.Refuse(ArticleField.Body, body).ShouldNotBeNull();
        refusal.Code.ShouldBe("raw-html");
        refusal.Detail.ShouldContain($"at offset {(before.Length == 0 ? 0 : before.Length + 1)} ");
    }

    [Fact]
    public void In_a_headline_it_is_only_marks() => TextRules.Refuse(ArticleField.Headline, "<b>fell</b>").ShouldBeNull();

    [Theory]
    [InlineData('\0', "nul-character")]
    [InlineData('\u202A', "bidi-control")]
    [InlineData('\u202B', "bidi-control")]
    [InlineData('\u202C', "bidi-control")]
    [InlineData('\u202D', "bidi-control")]
    [InlineData('\u202E', "bidi-control")]
    [InlineData('\u2066', "bidi-control")]
    [InlineData('\u2067', "bidi-control")]
    [InlineData('\u2068', "bidi-control")]
    [InlineData('\u2069', "bidi-control")]
    [InlineData('\uFFFE', "noncharacter")]
    [InlineData('\uFFFF', "noncharacter")]
    [InlineData('\uFDD0', "noncharacter")]
    [InlineData('\uFDEF', "noncharacter")]
    [InlineData('\uD83C', "lone-surrogate")]
    [InlineData('\uDC00', "lone-surrogate")]
    public void Characters_that_deceive_or_cannot_be_kept_are_refused(char character, string code)
    {
        foreach (var field in Enum.GetValues<ArticleField>())
        {
            TextRules.Refuse(field, $"It {character}fell").ShouldNotBeNull().Code.ShouldBe(code);
        }

        TextRules.RefuseCharacters("reason", $"It {character}fell").ShouldNotBeNull().Detail.ShouldStartWith("The reason contains ");
    }

    [Theory]
    [InlineData("&#xFFFE;", "noncharacter")]
    [InlineData("&#xfffff;", "noncharacter")]
    [InlineData("&#8238;fell&#8236;", "bidi-control")]
    [InlineData("&#x202e;", "bidi-control")]
    [InlineData("*&#8294;*", "bidi-control")]
    [InlineData("![&#8238;](a.png)", "bidi-control")]
    [InlineData("[a](b \"&#8238;fell\")", "bidi-control")]
    [InlineData("[a]\n\n[a]: b '&#xFFFE;'", "noncharacter")]
    public void A_body_is_judged_by_what_a_reader_reads(string body, string code)
    {
        var refusal = TextRules.Refuse(ArticleField.Body, $"It {body}").ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        refusal.Detail.ShouldContain(" at offset ");
    }

    [Theory]
    [InlineData("`&#8238;`")]
    [InlineData("\\&#8238;")]
    [InlineData("&#8206; &#x200F; &rlm; &#128512; &#0; &#xD800;")]
    [InlineData("\U0001F388 \U0010FFFD \uFFFD \uFEFF")]
    public void Invisible_markup_is_accepted(string body) => TextRules.Refuse(ArticleField.Body, body).ShouldBeNull();

    [Fact]
    public void No_text_has_no_such_character() => TextRules.RefuseCharacters("reason", null).ShouldBeNull();

    [Theory]
    [InlineData(">", 2000, "markdown-too-deep")]
    [InlineData("- ", 2000, "markdown-too-deep")]
    [InlineData("1. ", 2000, "markdown-too-deep")]
    [InlineData("[", 12_000, "markdown-too-complex")]
    [InlineData("*a ", 12_000, "markdown-too-complex")]
    [InlineData("![", 12_000, "markdown-too-complex")]
    public void Marks_nested_too_deep_to_be_read_are_refused(string mark, int deep, string code) =>
        (TextRules.Refuse(ArticleField.Body, string.Concat(Enumerable.Repeat(mark, deep)) + "It fell.")?.Code).ShouldBe(code);
}
