using System.Net;
using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Checking;

/// <summary>A fact-checker walks through the passages of a story.</summary>
public class CheckCommandTests
{
    private static readonly string First = new('a', 64);
    private static readonly string Second = new('b', 64);

    private readonly FakeServer server = new FakeServer()
        .On("GET /me", """{ "person": "noor@newsroom", "name": "Noor", "roles": ["fact-checker"], "work": ["check"] }""")
        .On(
            $"GET /stories/{StoryId}",
            $$"""
            {
                "id": "{{StoryId}}", "version": 17, "slug": "mayor", "desk": "town", "language": "en", "stage": "in-review",
                "publication": { "status": "unpublished", "edition": 0 },
                "article": { "headline": "Mayor", "standfirst": "", "body": "Words.", "byline": "", "dateline": "" },
                "fingerprint": "{{new string('f', 64)}}", "drafter": "ada@newsroom", "authors": ["ada@newsroom"],
                "quotes": [
                    {
                        "id": "q1", "field": "body", "words": "“We will rebuild it.”", "fingerprint": "{{First}}", "state": "verified",
                        "speaker": "mayor",
                        "checks": [
                            {
                                "checker": "eirik@newsroom", "verdict": "verified", "at": "2026-03-12T09:00:00Z", "standing": true,
                                "evidence": [{ "kind": "recording", "citation": "Council webcast" }], "method": "Listened."
                            }
                        ]
                    }
                ],
                "claims": [
                    { "id": "c1", "field": "body", "words": "It cost 3 million.", "fingerprint": "{{Second}}", "state": "unchecked",
                        "checks": [] },
                    {
                        "id": "c2", "field": "body", "words": "It rained.", "fingerprint": "{{Second}}", "state": "verified",
                        "checks": [
                            { "checker": "noor@newsroom", "verdict": "verified", "at": "2026-03-12T09:00:00Z", "standing": true }
                        ]
                    }
                ],
                "approvals": [], "holds": [], "notes": [], "changedAt": "2026-03-12T09:00:00+00:00"
            }
            """
        )
        .On($"GET /stories/{StoryId}/gates", Gates("passed", ""));

    [Fact]
    public async Task Each_passage_is_shown_with_earlier_evidence_and_checked()
    {
        var done = await CheckAsync("v", "document: Budget 2026", "", "Read it.", "s");

        done.Code.ShouldBe(0, done.Said);
        done.Said.ShouldContain("2 passages that you have not checked");
        done.Said.ShouldContain("recording: Council webcast");
        done.Said.ShouldNotContain("It rained.");
        done.Said.ShouldContain("Recorded 1, left 1.");
        server.BodyShouldBe(
            $$"""
            {
                "passage": "q1", "fingerprint": "{{First}}", "verdict": "verified", "method": "Read it.",
                "evidence": [{ "kind": "document", "citation": "Budget 2026" }]
            }
            """
        );
    }

    [Fact]
    public async Task The_answer_says_which_checks_the_policy_still_requires()
    {
        const string reason = "q1 “We will rebuild it.” has 1 of 2 checks. Another fact-checker checks it, but not noor.";
        server.On($"GET /stories/{StoryId}/gates", Gates("failed", Reason("q1", reason)));
        var done = await CheckAsync("v", "document: Budget 2026", "", "Read it.", "s");
        done.Code.ShouldBe(0, done.Said);
        done.Said.ShouldContain("Still required before publication (1):");
        done.Said.ReplaceLineEndings(" ").ShouldContain("has 1 of 2 checks");

        server.On($"GET /stories/{StoryId}/gates", Gates("passed", ""));
        var last = await CheckAsync("v", "document: Budget 2026", "", "Read it.", "s");
        last.Said.ShouldContain("Every check that the policy requires is made.");
        (await CheckAsync("q")).Said.ShouldNotContain("the policy requires");
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task A_recorded_check_is_no_failure_where_the_gates_cannot_be_read(HttpStatusCode status)
    {
        server.On($"GET /stories/{StoryId}/gates", """{ "title": "Failed", "detail": "It failed." }""", status);
        var done = await CheckAsync("v", "document: Budget 2026", "", "Read it.", "s");
        done.Code.ShouldBe(0, done.Said);
        done.Said.ShouldContain("Recorded 1, left 1.");
        done.Error.ShouldContain("What is still required could not be read: ");
    }

    [Fact]
    public async Task An_empty_line_takes_the_evidence_of_the_passage_before()
    {
        var done = await CheckAsync("v", "document: Budget 2026", "interview: The mayor", "", "", "v", "", "");

        done.Said.ShouldContain("Enter for “Budget 2026” again");
        done.Said.ShouldContain("Recorded 2, left 0.");
        server.BodyShouldBe(
            $$"""
            {
                "passage": "c1", "fingerprint": "{{Second}}", "verdict": "verified",
                "evidence": [{ "kind": "document", "citation": "Budget 2026" }, { "kind": "interview", "citation": "The mayor" }]
            }
            """
        );
    }

    [Fact]
    public async Task An_adverse_verdict_needs_a_reason_and_no_evidence()
    {
        var done = await CheckAsync("s", "w", "", "w", "It cost 4 million.", "", "");

        done.Said.ShouldContain("Recorded 1, left 1.");
        server.BodyShouldBe($$"""{ "passage": "c1", "fingerprint": "{{Second}}", "verdict": "wrong", "reason": "It cost 4 million." }""");
    }

    [Fact]
    public async Task Evidence_that_cannot_be_read_is_asked_for_again()
    {
        var done = await CheckAsync("v", "hearsay", "document: Budget 2026", "", "", "q");

        done.Error.ShouldContain("“hearsay” is not evidence.");
        done.Said.ShouldContain("Recorded 1, left 1.");
    }

    [Fact]
    public async Task A_refusal_is_shown_and_the_walk_continues()
    {
        server.On(
            $"POST /stories/{StoryId}/fact-check",
            """{ "title": "Permission denied", "status": 403, "detail": "Noor wrote these words.", "reasons": [] }""",
            HttpStatusCode.Forbidden
        );

        var done = await CheckAsync("v", "document: Budget 2026", "", "", "s", "s");

        done.Code.ShouldBe(2);
        done.Error.ShouldContain("Noor wrote these words.");
        done.Said.ShouldContain("2 of 2: c1");
    }

    [Fact]
    public async Task The_end_of_the_input_quits()
    {
        var done = await CheckAsync("v", "document: Budget 2026");

        done.Said.ShouldContain("Recorded 0, left 2.");
        server.Requests.ShouldNotContain(request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_terminal_nothing_is_asked()
    {
        var done = await Terminal.TypeAsync(server.Client, "check", StoryId);

        (done.Code, server.Requests.Count).ShouldBe((1, 0));
        done.Said.ShouldContain("In scripts, use “newsroom fact-check --passage”.");
    }

    private Task<Terminal> CheckAsync(params IReadOnlyList<string> answers) =>
        Terminal.AnswerAsync(server.Client, answers, "check", StoryId);

    private static string Reason(string subject, string message) =>
        $$"""{ "subject": "{{subject}}", "fingerprint": null, "message": "{{message}}", "ways": [], "waiver": null }""";

    private static string Gates(string outcome, string reasons) =>
        $$"""
        {
            "version": 18, "stage": "in-review", "ready": false,
            "gates": [
                { "gate": "quotes-verified", "outcome": "{{outcome}}", "reasons": [{{reasons}}] },
                { "gate": "approvals", "outcome": "failed", "reasons": [{{Reason("article", "Two approve.")}}] }
            ]
        }
        """;
}
