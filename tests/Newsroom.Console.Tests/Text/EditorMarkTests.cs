using Newsroom.Client.Stories;
using Newsroom.Console.Text;

namespace Newsroom.Console.Tests.Text;

/// <summary>Where the editor shows quotes and claims.</summary>
public sealed class EditorMarkTests
{
    private const string Body = "First.\r\n\r\n“Old words,” she said.\r\n\r\nLast.";

    private const string Quote = "“Old words,”";

    [Theory]
    [InlineData("First.\n\n“Old words,” she said.\n\nLast.", "as they were")]
    [InlineData("Much before it. First.\r\n\r\n“Old words,” she said.\r\n\r\nLast.", "words before")]
    [InlineData("First.\n\n“Old words,” she said.\n\nLast. And more.", "words after")]
    [InlineData("Zero. First.\n\n“Old words,” she said.\n\nLast. And more.", "words on both sides")]
    public void A_mark_has_the_offsets_that_its_words_have_in_the_text_of_a_browser(string typed, string why)
    {
        var mark = Marks(typed).ShouldHaveSingleItem(why);

        typed.ReplaceLineEndings("\n")[mark.From..mark.To].ShouldBe(Quote);
        (mark.State, mark.Title).ShouldBe(("unchecked", "q1 unchecked"));
    }

    [Theory]
    [InlineData("First.\n\n“New words,” she said.\n\nLast.", "its words were changed")]
    [InlineData("Zero.\n\n“Old words,” she said. “Old words,” again.\n\nEnd.", "its words are there twice")]
    [InlineData("", "nothing is left")]
    public void A_mark_whose_words_cannot_be_found_is_not_shown(string typed, string why) => Marks(typed).ShouldBeEmpty(why);

    [Fact]
    public void Marks_are_written_as_JSON_and_nothing_is_written_for_none()
    {
        var story = Story();

        EditorMark.Write(story, "body", Body).ShouldBe("""[{"from":8,"to":20,"state":"unchecked","title":"q1 unchecked"}]""");
        EditorMark.Write(story, "headline", "Headline").ShouldBeNull();
        EditorMark.Write(null, "body", Body).ShouldBeNull();
    }

    private static IReadOnlyList<EditorMark> Marks(string typed) => EditorMark.Of(Story(), "body", typed);

    private static StoryDetails Story()
    {
        var start = Body.IndexOf(Quote, StringComparison.Ordinal);
        var quote = new PassageDetails("q1", "body", Quote, "f", "unchecked", []) { Range = new(start, start + Quote.Length) };
        return new(
            Guid.Empty,
            1,
            "slug",
            "desk",
            "en",
            "draft",
            new Publication("unpublished", 0),
            new ArticleText("Headline", "", Body, "", ""),
            "f",
            "kit",
            [],
            [quote],
            [],
            [],
            [],
            [],
            DateTimeOffset.UnixEpoch
        );
    }
}
