using Newsroom.Client.Stories;
using Newsroom.Console.Text;

namespace Newsroom.Console.Tests.Text;

public sealed class ShownWordsTests
{
    [Theory]
    [InlineData("Plain words here.", "words", "words")]
    [InlineData("One *two* three", "One two", "One *two")]
    [InlineData("See [the charter](https://x.example) now", "See the charter now", "See [the charter](https://x.example) now")]
    [InlineData("One line\nand another", "line and", "line\nand")]
    [InlineData("Salt &amp; ice", "& ice", "&amp; ice")]
    [InlineData("A \\*star\\* fell", "*star", "*star")]
    [InlineData("- one\n- two", "two", "two")]
    public void Words_are_at_their_place_in_the_source(string body, string words, string source)
    {
        var shown = ShownWords.Of(new ArticleText("", "", body, "", ""), "body");
        var at = shown.Find(words).ShouldHaveSingleItem();

        var range = shown.SourceOf(shown.Trim(at, at + words.Length)!);

        body[range.Start..range.End].ShouldBe(source);
    }

    [Theory]
    [InlineData("“We will rebuild,” she said.", "We will rebuild", "“We will rebuild,”")]
    [InlineData("“We will rebuild,” she said.", "“We will rebuild", "“We will rebuild,”")]
    [InlineData("“We will rebuild,” she said.", "We will rebuild,”", "“We will rebuild,”")]
    [InlineData("“*We* will rebuild,” she said.", "We will rebuild", "“We will rebuild,”")]
    [InlineData("“We will rebuild,” she said.", "“We will rebuild,”", "“We will rebuild,”")]
    [InlineData("“We will rebuild,” she said.", "will rebuild", "will rebuild")]
    [InlineData("“We will rebuild,” she said.", "she said", "she said")]
    [InlineData("She said we rebuild", "we rebuild", "we rebuild")]
    public void Quotation_marks_at_both_ends_are_taken_along(string body, string selected, string taken)
    {
        var shown = ShownWords.Of(new ArticleText("", "", body, "", ""), "body");
        var at = shown.Find(selected).First();

        var range = shown.WithMarks(new QuotedRange(at, at + selected.Length));

        shown.Text[range.Start..range.End].ShouldBe(taken);
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(0, 99)]
    [InlineData(3, 4)]
    public void A_range_that_is_none_of_the_words_is_refused(int start, int end) =>
        ShownWords.Of(new ArticleText("One two", "", "", "", ""), "headline").Trim(start, end).ShouldBeNull();

    [Fact]
    public void White_space_at_the_ends_is_not_selected() =>
        ShownWords.Of(new ArticleText("One two", "", "", "", ""), "headline").Trim(3, 7).ShouldBe(new QuotedRange(4, 7));
}
