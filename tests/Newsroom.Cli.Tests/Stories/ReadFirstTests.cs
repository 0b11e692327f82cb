using System.Text;
using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

/// <summary>At a terminal, a command on the whole text shows a story that was not shown, and asks.</summary>
public sealed class ReadFirstTests : IDisposable
{
    private static readonly string OfArticle = "0123456789ab" + new string('0', 52);

    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("newsroom-read-first-");

    private readonly FakeServer server = new FakeServer()
        .On($"GET /stories/{StoryId}", Page)
        .On($"GET /stories/{StoryId}?version=17", Page)
        .On($"POST /stories/{StoryId}/approve", Result("story_approved"))
        .On($"POST /stories/{StoryId}/publish", Result("story_published"));

    private static string Page =>
        $$"""
            {
                "id": "{{StoryId}}", "version": 17, "slug": "mayor", "desk": "town", "language": "en", "stage": "in-review",
                "publication": { "status": "unpublished", "edition": 0 },
                "article": { "headline": "Mayor", "standfirst": "", "body": "The mayor will rebuild.", "byline": "", "dateline": "" },
                "fingerprint": "{{OfArticle}}", "drafter": "ada@newsroom", "authors": ["ada@newsroom"],
                "quotes": [], "claims": [], "approvals": [], "holds": [], "notes": [], "changedAt": "2026-03-12T09:00:00+00:00"
            }
            """;

    public void Dispose() => state.Delete(recursive: true);

    [Fact]
    public async Task An_approval_is_for_the_words_that_were_shown()
    {
        var done = await TypeAsync("y\n", "approve", StoryId);

        done.Code.ShouldBe(0, done.Said);
        done.Said.ShouldContain("The mayor will rebuild.");
        done.Said.ShouldContain("approve these words, version 17? [y/N]");
        server.BodyShouldBe($$"""{ "fingerprint": "{{OfArticle}}" }""");
    }

    [Fact]
    public async Task A_story_that_was_shown_is_not_asked_about()
    {
        (await TypeAsync("", "show", StoryId)).Code.ShouldBe(0);

        var done = await TypeAsync("", "publish", StoryId);

        done.Code.ShouldBe(0, done.Said);
        done.Error.ShouldStartWith("Based on version 17, which newsroom showed last.");
        server.Headers["If-Match"].ShouldBe("\"v17\"");
    }

    [Theory]
    [InlineData("n\n")]
    [InlineData("\n")]
    [InlineData("")]
    public async Task Any_other_answer_than_yes_sends_nothing(string answer)
    {
        var done = await TypeAsync(answer, "publish", StoryId);

        done.Code.ShouldBe(1);
        done.Said.ShouldEndWith("Nothing was sent.");
        server.Requests.ShouldBe([$"GET /stories/{StoryId}"]);
        (await TypeAsync("n\n", "publish", StoryId)).Said.ShouldContain("[y/N]");
    }

    [Fact]
    public async Task A_fingerprint_on_the_command_line_is_not_asked_about()
    {
        (await TypeAsync("", "approve", StoryId, "--fingerprint", OfArticle)).Code.ShouldBe(0);

        server.Requests.ShouldBe([$"POST /stories/{StoryId}/approve"]);
    }

    private static string Result(string type) =>
        $$"""{ "story": "{{StoryId}}", "version": 18, "events": [{ "type": "{{type}}", "version": 18, "data": {} }] }""";

    private Task<Terminal> TypeAsync(string answers, params IReadOnlyList<string> line) =>
        Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(server.Client),
                    Variable = name => name == "NEWSROOM_TOKEN" ? "token" : null,
                    StatePath = state.FullName,
                    In = new MemoryStream(Encoding.UTF8.GetBytes(answers)),
                    InIsTerminal = true,
                },
            line
        );
}
