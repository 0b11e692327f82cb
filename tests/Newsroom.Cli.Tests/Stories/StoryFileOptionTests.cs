using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

public class StoryFileTests
{
    private readonly FakeServer server = new();

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
            await DraftAsync($"---{end}headline: Mayor: “We will”{end}desk: town{end}---{end}{body}");

            server.Body!["body"]!.GetValue<string>().ShouldBe(body);
            server.Body["headline"]!.GetValue<string>().ShouldBe("Mayor: “We will”");
        }
    }

    [Fact]
    public async Task A_file_without_front_matter_is_all_body()
    {
        await DraftAsync("Words.\n---\n", "--desk", "town");

        server.BodyShouldBe("""{"desk":"town","body":"Words.\n---\n"}""");
    }

    [Theory]
    [InlineData("---\nheadline: New\ndesk: town\n---")]
    [InlineData("---\nheadline: New\ndesk: town\n---\n")]
    public async Task Front_matter_alone_does_not_change_the_body(string text)
    {
        await DraftAsync(text);

        server.Body!.AsObject().ContainsKey("body").ShouldBeFalse();
    }

    [Fact]
    public async Task Options_override_the_file()
    {
        var done = await DraftAsync("\ufeff---\r\nheadline: Old\r\ndesk: town\r\n---\r\nBody.\r\n", "--headline", "New");

        done.Error.ShouldBeEmpty();
        server.BodyShouldBe("""{"headline":"New","desk":"town","body":"Body.\r\n"}""");
    }

    [Fact]
    public async Task A_revision_names_the_keys_that_it_does_not_change()
    {
        var path = Terminal.FileOf("---\nheadline: New\nbyline: Ada\n---\n");

        var done = await Terminal.TypeAsync(server.Client, "revise-article", StoryId, "--file", path, "--based-on", "17");

        server.BodyShouldBe("""{"headline":"New"}""");
        done.Said.ShouldContain("Not changed: byline. Use describe-story to change them.");
    }

    [Theory]
    [InlineData(
        "---\nheadlin: x\n---\n",
        "“headlin” is not a key of a story. Keys: headline, standfirst, byline, dateline, slug, desk, language."
    )]
    [InlineData("---\nwords\n---\n", "\"words\" is not \"key: value\".")]
    [InlineData("---\nslug: a\n", "must end with ---.")]
    [InlineData("Words, but no desk.", "draft-article requires --desk, or “desk: …” in the front matter of --file.")]
    public async Task An_invalid_file_is_not_sent(string text, string wrong)
    {
        var done = await DraftAsync(text);

        done.Code.ShouldBe(1);
        done.Said.ShouldEndWith(wrong);
        server.Requests.ShouldBeEmpty();
    }

    private Task<Terminal> DraftAsync(string text, params string[] options) =>
        Terminal.TypeAsync(server.Client, ["draft-article", "--file", Terminal.FileOf(text), .. options]);
}
