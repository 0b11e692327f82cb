using System.Net;
using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

public class CommandResultRendererTests
{
    private readonly FakeServer server = new();

    [Fact]
    public async Task Appended_events_are_described()
    {
        server.On(
            "POST /stories/draft-article",
            $$"""
            {
                "story": "{{StoryId}}", "version": 2, "slug": "mayor",
                "events": [
                    { "type": "note_resolved", "version": 1, "data": { "note": "n1" } },
                    { "type": "of_a_newer_server", "version": 2, "data": {} }
                ]
            }
            """,
            HttpStatusCode.Created
        );

        const string token = "e30.eyJzdWIiOiJhZGEiLCJpc3MiOiJ4In0.s";
        var done = await Terminal.TypeAsync(server.Client, "draft-article", "--desk", "town", "--token", token);

        done.Said.ShouldBe($"ada resolved note n1 Recorded of_a_newer_server (version 2). mayor ({StoryId}) is now version 2.");
        done.Code.ShouldBe(0);
    }

    [Fact]
    public async Task Merged_revisions_are_named_with_their_authors()
    {
        const string edits = """{ "headline": [], "standfirst": [], "body": [{ "at": 0, "remove": "", "insert": "Now " }] }""";
        server.On(
            $"POST /stories/{StoryId}/revise-article",
            $$"""
            {
                "story": "{{StoryId}}", "version": 4, "events": [],
                "merged": [{ "version": 3, "by": "ed@newsroom", "edits": {{edits}} }]
            }
            """
        );

        var done = await Terminal.TypeAsync(server.Client, "revise-article", StoryId, "--based-on", "2", "--body", "It fell.");

        done.Said.ShouldBe("Merged with version 3 by ed. Now version 4.");
    }
}
