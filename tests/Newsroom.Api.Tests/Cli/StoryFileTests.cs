using static Newsroom.Api.Tests.Cli.FakeNewsroom;

namespace Newsroom.Api.Tests.Cli;

public class StoryFileTests
{
    private readonly FakeNewsroom newsroom = new();

    [Theory]
    [InlineData("Body.\n")]
    [InlineData("No line end")]
    [InlineData("\n\n  Blank lines first.\r\nMixed\nends\r\n")]
    [InlineData("One.\n\n---\n\nTwo: three\n---")]
    [InlineData("\u00a0No-break\u2028and others\u00ad 😀\n")]
    public async Task The_body_is_what_follows_the_front_matter_byte_for_byte(string body)
    {
        foreach (var end in new[] { "\n", "\r\n" })
        {
            await Draft($"---{end}headline: Mayor: “We will”{end}desk: town{end}---{end}{body}");

            newsroom.Body!["body"]!.GetValue<string>().ShouldBe(body);
            newsroom.Body["headline"]!.GetValue<string>().ShouldBe("Mayor: “We will”");
        }
    }

    [Fact]
    public async Task A_file_without_front_matter_is_all_body()
    {
        await Draft("Words.\n---\n", "--desk", "town");

        newsroom.Body!.ToJsonString().ShouldBe("""{"desk":"town","body":"Words.\n---\n"}""");
    }

    [Theory]
    [InlineData("---\nheadline: New\ndesk: town\n---")]
    [InlineData("---\nheadline: New\ndesk: town\n---\n")]
    public async Task Front_matter_alone_says_nothing_of_the_body(string text)
    {
        await Draft(text);

        newsroom.Body!.AsObject().ContainsKey("body").ShouldBeFalse();
    }

    [Fact]
    public async Task Options_win_over_the_file()
    {
        var done = await Draft("\ufeff---\r\nheadline: Old\r\ndesk: town\r\n---\r\nBody.\r\n", "--headline", "New");

        done.Error.ShouldBeEmpty();
        newsroom.Body!.ToJsonString().ShouldBe("""{"headline":"New","desk":"town","body":"Body.\r\n"}""");
    }

    [Fact]
    public async Task A_revision_says_what_of_the_file_it_leaves_alone()
    {
        var path = Terminal.FileOf("---\nheadline: New\nbyline: Ada\n---\n");

        var done = await Terminal.Type(newsroom.Client, "revise-article", StoryId, "--file", path, "--based-on", "17");

        newsroom.Body!.ToJsonString().ShouldBe("""{"headline":"New"}""");
        done.Said.ShouldContain("Left as they are: byline (describe-story changes them).");
    }

    [Theory]
    [InlineData("---\nheadlin: x\n---\n", "“headlin” is not a key of a story; those are headline, standfirst, byline, dateline, slug, desk, language.")]
    [InlineData("---\nwords\n---\n", "\"words\" is not \"key: value\".")]
    [InlineData("---\nslug: a\n", "does not end with ---.")]
    [InlineData("Words, but no desk.", "draft-article needs --desk, or “desk: …” in the front matter of --file.")]
    public async Task A_file_that_is_no_story_is_not_sent(string text, string wrong)
    {
        var done = await Draft(text);

        done.Code.ShouldBe(1);
        done.Said.ShouldEndWith(wrong);
        newsroom.Asked.ShouldBeEmpty();
    }

    private Task<Terminal> Draft(string text, params string[] options) =>
        Terminal.Type(newsroom.Client, ["draft-article", "--file", Terminal.FileOf(text), .. options]);
}
