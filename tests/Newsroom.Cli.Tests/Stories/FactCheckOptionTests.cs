using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

/// <summary>What publish-fact-check sends, and what show prints of public fact checks.</summary>
public class FactCheckOptionTests
{
    private const string Fingerprint = "3f9a27e1d84c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly string[] Rating =
    [
        .. "publish-fact-check mayor --claim c1 --claimant Ada --rating True --explanation It-is. --claim-date 2026-10-12".Split(' '),
        "--fingerprint",
        Fingerprint,
    ];

    private readonly FakeServer server = new FakeServer()
        .On("GET /stories/mayor", Page("null"))
        .On($"POST /stories/{StoryId}/publish-fact-check", "{}");

    [Fact]
    public async Task Sources_are_named_by_version_and_piece()
    {
        var done = await Terminal.TypeAsync(server.Client, [.. Rating, "--sources", "7/0", "8/12"]);
        done.Code.ShouldBe(0, done.Said);
        server.BodyShouldBe(
            $$"""
            {
                "claim": "c1", "fingerprint": "{{Fingerprint}}", "claimant": "Ada", "rating": "True", "explanation": "It-is.",
                "claimDate": "2026-10-12", "sources": [{ "check": 7, "piece": 0 }, { "check": 8, "piece": 12 }]
            }
            """
        );
    }

    [Theory]
    [InlineData("7")]
    [InlineData("7/")]
    [InlineData("7/-1")]
    [InlineData("seven/0")]
    public async Task Any_other_text_is_refused(string source)
    {
        var done = await Terminal.TypeAsync(server.Client, [.. Rating, "--sources", source]);
        done.Code.ShouldBe(1);
        done.Said.ShouldContain("Accepted: version/piece, such as 7/0.");
    }

    [Fact]
    public async Task A_wrong_date_is_refused()
    {
        var done = await Terminal.TypeAsync(server.Client, [.. Rating[..^3], "yesterday", .. Rating[^2..]]);
        done.Code.ShouldBe(1);
        done.Said.ShouldContain("--claim-date does not accept \"yesterday\".");
    }

    [Fact]
    public async Task Show_lists_the_sources_of_a_claim_and_what_is_public()
    {
        var shown = await Terminal.TypeAsync(server.Client, "show", "mayor");
        shown.Out.ShouldContain("evidence for --sources: 7/0");
        shown.Out.ShouldContain("cannot be published yet: fact-check-unverified");
        var rated = """{ "rating": { "name": "True", "value": 5, "best": 5 }, "by": "pia@newsroom", "at": "2026-03-12T09:00:00+00:00" }""";
        server.On("GET /stories/mayor", Page(rated));
        (await Terminal.TypeAsync(server.Client, "show", "mayor")).Out.ShouldContain("public fact check: True");
    }

    private static string Page(string factCheck) =>
        $$"""
        {
            "id": "{{StoryId}}", "version": 17, "slug": "mayor", "desk": "town", "language": "en", "stage": "drafting",
            "publication": { "status": "live", "edition": 1 }, "genre": "fact-check",
            "article": { "headline": "Mayor", "standfirst": "", "body": "It fell.", "byline": "", "dateline": "" },
            "fingerprint": "{{Fingerprint}}", "drafter": "ada@newsroom", "authors": ["ada@newsroom"], "quotes": [],
            "claims": [{
                "id": "c1", "field": "body", "words": "It fell.", "fingerprint": "{{Fingerprint}}", "state": "verified",
                "factCheck": {{factCheck}}, "factCheckBlocked": { "code": "fact-check-unverified", "ways": [] },
                "checks": [{
                    "checker": "femi@newsroom", "verdict": "verified", "at": "2026-03-12T08:30:00+00:00", "standing": true, "version": 7,
                    "evidence": [{ "kind": "document", "citation": "Minutes" }]
                }]
            }],
            "approvals": [], "holds": [], "notes": [], "draftedAt": "2026-03-12T08:00:00+00:00", "changedAt": "2026-03-12T09:00:00+00:00"
        }
        """;
}
