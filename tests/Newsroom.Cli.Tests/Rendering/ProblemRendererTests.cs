using System.Net;
using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Rendering;

public class ProblemRendererTests
{
    private readonly FakeServer server = new();

    [Fact]
    public async Task A_conflict_shows_the_base_and_both_sides()
    {
        const string detail = "Since version 2 ed@newsroom changed the same words.";
        server.On(
            $"POST /stories/{StoryId}/revise-article",
            $$"""
            {
                "title": "Conflicting edits", "status": 409, "detail": "{{detail}}",
                "reasons": [{ "code": "overlap", "message": "{{detail}}" }], "currentVersion": 3,
                "conflicts": [{
                    "field": "body",
                    "base": { "range": { "start": 0, "end": 7 }, "words": "It fell", "by": [], "version": 2 },
                    "yours": { "range": { "start": 0, "end": 7 }, "words": "It broke", "by": ["ada@newsroom"], "version": 2 },
                    "theirs": { "range": { "start": 0, "end": 0 }, "words": "", "by": ["ed@newsroom"], "version": 3 }
                }]
            }
            """,
            HttpStatusCode.Conflict
        );

        var refused = await Terminal.TypeAsync(server.Client, "revise-article", StoryId, "--based-on", "2", "--body", "It broke.");

        refused.Code.ShouldBe(2);
        refused.Said.ShouldBe(
            $"Conflicting edits (409 Conflict). {detail} In the body: Base (version 2): “It fell” Yours: “It broke” "
                + "Theirs (version 3, by ed): nothing After reading it, repeat the command with --based-on 3"
        );
    }

    [Fact]
    public async Task A_refusal_shows_every_gate_with_its_reasons_and_who_can_clear_it()
    {
        server.On(
            $"POST /stories/{StoryId}/publish",
            """
            {
                "title": "Rule violated", "status": 422, "detail": "Not ready: approvals.",
                "reasons": [{ "code": "x", "message": "0 of 2 approvals stand." }],
                "gates": [{
                    "gate": "approvals", "outcome": "failed",
                    "reasons": [{
                        "code": "x", "message": "0 of 2 approvals stand.", "ways": [{ "command": "approve", "roles": ["editor", "legal"] }]
                    }]
                }]
            }
            """,
            HttpStatusCode.UnprocessableEntity
        );

        var refused = await Terminal.TypeAsync(server.Client, "publish", StoryId, "--based-on", "3");

        refused.Code.ShouldBe(2);
        refused.Out.ShouldBeEmpty();
        refused.Said.ShouldBe(
            "Rule violated (422 Unprocessable Entity). Not ready: approvals. "
                + "✗ approvals 0 of 2 approvals stand. → approve by editor or legal"
        );
    }

    [Theory]
    [InlineData(
        """{ "title": "Not current", "detail": "Read it again.", "currentVersion": 9 }""",
        "Not current (412 Precondition Failed). Read it again. After reading it, repeat the command with --based-on 9"
    )]
    [InlineData(
        """{ "title": "No", "errors": { "words": ["Must not be empty."] } }""",
        "No (412 Precondition Failed). words: Must not be empty."
    )]
    [InlineData(
        "<html>",
        "The request failed (412 Precondition Failed). The server gave no reason. "
            + "Check that http://newsroom.example is the address of a newsroom."
    )]
    public async Task A_refusal_shows_what_would_be_accepted(string problem, string said)
    {
        server.On($"POST /stories/{StoryId}/submit-for-review", problem, HttpStatusCode.PreconditionFailed);

        var refused = await Terminal.TypeAsync(server.Client, "submit-for-review", StoryId, "--based-on", "3");

        refused.Code.ShouldBe(2);
        refused.Said.ShouldBe(said);
    }

    [Fact]
    public async Task A_rejected_token_names_the_command_that_creates_one()
    {
        server.On("GET /speakers", """{ "title": "Unauthorized" }""", HttpStatusCode.Unauthorized);

        var refused = await Terminal.TypeAsync(server.Client, "speakers");

        refused.Code.ShouldBe(2);
        refused.Said.ShouldBe(
            "Unauthorized (401 Unauthorized). The server rejected the token: its issuer is unknown, or it has expired. "
                + "Sign in again with “newsroom login”."
        );
    }
}
