using Newsroom.Cli.Runtime;
using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

public sealed class ShownVersionsTests : IDisposable
{
    private readonly FakeServer server = new();

    private readonly string state = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(state, recursive: true);

    [Fact]
    public async Task A_command_is_based_on_the_version_that_was_shown_last()
    {
        Shows(17);
        await TypeAsync("show", StoryId);
        var published = await TypeAsync("publish", "mayor");

        published.Error.Trim().ShouldBe("Based on version 17, which newsroom showed last.");
        server.Headers["If-Match"].ShouldBe("\"v17\"");
    }

    [Fact]
    public async Task A_given_version_is_used()
    {
        Shows(17);
        await TypeAsync("show", StoryId);

        (await TypeAsync("publish", StoryId, "--based-on", "12")).Error.ShouldBeEmpty();

        server.Headers["If-Match"].ShouldBe("\"v12\"");
    }

    [Fact]
    public async Task The_version_after_a_command_on_the_shown_version_is_remembered()
    {
        Shows(17);
        await TypeAsync("show", StoryId);
        Answers("place-hold", 18, events: 1);
        await TypeAsync("place-hold", StoryId, "--reason", "Legal.");

        (await TypeAsync("publish", StoryId)).Said.ShouldContain("Based on version 18");
    }

    [Fact]
    public async Task A_version_with_events_by_others_is_not_remembered()
    {
        Shows(17);
        await TypeAsync("show", StoryId);
        Answers("place-hold", 19, events: 1);
        await TypeAsync("place-hold", StoryId, "--reason", "Legal.");

        (await TypeAsync("publish", StoryId)).Said.ShouldContain("Based on version 17");
    }

    [Fact]
    public async Task A_draft_is_remembered_by_its_slug()
    {
        server.On("POST /stories/draft-article", $$"""{ "story": "{{StoryId}}", "version": 1, "slug": "mayor", "events": [{{Event}}] }""");
        await TypeAsync("draft-article", "--desk", "town", "--headline", "Mayor");

        (await TypeAsync("describe-story", "mayor", "--byline", "Ana")).Said.ShouldContain("Based on version 1,");
    }

    [Fact]
    public async Task A_list_of_quotations_is_the_basis_of_marks_and_not_of_revisions()
    {
        Shows(17);
        await TypeAsync("show", StoryId);
        server.On(
            $"GET /stories/{StoryId}/quoted?limit=200",
            $$"""{ "story": "{{StoryId}}", "version": 20, "fewestWords": 4, "quoted": [] }"""
        );
        await TypeAsync("quoted", StoryId);

        (await TypeAsync("attribute-quote", StoryId, "--nth", "1", "--speaker", "ada")).Said.ShouldContain("Based on version 20,");
        (await TypeAsync("revise-article", StoryId, "--body", "New.")).Said.ShouldContain("Based on version 17,");
    }

    [Fact]
    public async Task A_past_version_is_not_remembered()
    {
        Shows(9, "?version=9");
        await TypeAsync("show", StoryId, "--version", "9");

        (await TypeAsync("publish", StoryId)).Said.ShouldStartWith("publish requires --based-on");
    }

    [Fact]
    public async Task Another_user_has_other_versions()
    {
        Shows(17);
        await TypeAsync("show", StoryId);

        (await TypeAsync("publish", StoryId, "--token", "another")).Said.ShouldStartWith("publish requires --based-on");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[null]")]
    [InlineData("7")]
    public async Task A_damaged_file_is_ignored(string content)
    {
        Shows(17);
        await TypeAsync("show", StoryId);
        var file = Directory.GetFiles(state, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);

        (await TypeAsync("publish", StoryId)).Said.ShouldStartWith("publish requires --based-on");
        (await TypeAsync("show", StoryId)).Code.ShouldBe(0);
        (await TypeAsync("publish", StoryId)).Said.ShouldContain("Based on version 17,");
    }

    private const string Event = """{ "type": "hold_placed", "version": 1, "data": {} }""";

    private void Shows(long version, string query = "") =>
        server.On(
            $"GET /stories/{StoryId}{query}",
            $$"""
            {
                "id": "{{StoryId}}", "version": {{version}}, "slug": "mayor", "desk": "town", "language": "en", "stage": "in-review",
                "publication": { "status": "unpublished", "edition": 0 },
                "article": { "headline": "Mayor", "standfirst": "", "body": "It rained.", "byline": "", "dateline": "" },
                "fingerprint": "{{new string('a', 64)}}", "drafter": "ada@newsroom", "authors": ["ada@newsroom"],
                "quotes": [], "claims": [], "approvals": [], "holds": [], "notes": [],
                "draftedAt": "2026-03-12T08:00:00+00:00", "changedAt": "2026-03-12T09:00:00+00:00"
            }
            """
        );

    private void Answers(string command, long version, int events) =>
        server.On(
            $"POST /stories/{StoryId}/{command}",
            $$"""{ "story": "{{StoryId}}", "version": {{version}}, "events": [{{string.Join(",", Enumerable.Repeat(Event, events))}}] }"""
        );

    private Task<Terminal> TypeAsync(params IReadOnlyList<string> line) =>
        Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(server.Client),
                    Variable = name => name == "NEWSROOM_TOKEN" ? "token" : null,
                    StatePath = state,
                },
            line
        );
}
