using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

public class LinkedStoryOptionTests
{
    private const string Page = $$"""
        {
            "id": "{{StoryId}}", "version": 17, "slug": "mayor", "desk": "town", "language": "en", "stage": "drafting",
            "publication": { "status": "retracted", "edition": 1 },
            "article": { "headline": "Mayor", "standfirst": "", "body": "It fell.", "byline": "", "dateline": "" },
            "fingerprint": "{{StoryId}}", "drafter": "ada@newsroom", "authors": ["ada@newsroom"], "quotes": [], "claims": [],
            "approvals": [], "holds": [], "notes": [], "draftedAt": "2026-03-12T08:00:00+00:00", "changedAt": "2026-03-12T09:00:00+00:00"
        }
        """;

    private readonly FakeServer server = new FakeServer().On("GET /stories/mayor", Page);

    [Theory]
    [InlineData("--replaces", "replaces")]
    [InlineData("--translation-of", "translationOf")]
    public async Task Another_story_is_named_by_its_slug_or_its_id(string option, string member)
    {
        foreach (var name in new[] { "mayor", StoryId })
        {
            var done = await Terminal.TypeAsync(server.Client, "draft-article", "--desk", "town", "--headline", "A", option, name);
            done.Code.ShouldBe(0, done.Said);
            server.BodyShouldBe($$"""{ "desk": "town", "headline": "A", "{{member}}": "{{StoryId}}" }""");
        }
    }

    [Fact]
    public async Task Any_other_text_is_refused()
    {
        var done = await Terminal.TypeAsync(server.Client, "draft-article", "--desk", "town", "--headline", "A", "--replaces", "The Mayor");
        done.Code.ShouldBe(1);
        done.Said.ShouldContain("\"The Mayor\" is neither the id nor the slug of a story.");
        server.Requests.ShouldBeEmpty();
    }
}
