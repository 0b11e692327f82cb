using System.Text.Json.Nodes;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Api.Tests.Erasures;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Queries;

/// <summary>Every read of a check has its method and evidence.</summary>
public sealed class CheckEvidenceTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const string Words = "The wall is 31 metres long.";

    private static readonly string Digest = new('a', 64);

    private readonly Person ed = newsroom.As("ed", Role.Editor);
    private readonly Person ida = newsroom.As("ida", Role.Auditor);

    [Fact]
    public async Task A_story_has_the_evidence_of_its_checks_now_and_in_the_past()
    {
        var story = await CheckedAsync("Now and then");
        var version = await story.VersionAsync();
        (await story.DoAsync("add-note", "ed", Role.Editor, new { text = "Later." })).Is(200);

        foreach (var read in new[] { await story.ReadAsync(), await story.ReadAsync(version) })
        {
            var check = read.Json["claims"]![0]!["checks"]![0]!;
            Shown(check);
            (Text(check, "as"), Text(check, "checker"), Text(check, "passage")).ShouldBe(
                ("fact-checker", "femi@newsroom-development", "c1")
            );
            check["standing"]!.GetValue<bool>().ShouldBeTrue();
            check["event"]!.GetValue<Guid>().ShouldNotBe(Guid.Empty);
        }
    }

    [Fact]
    public async Task A_past_version_reads_again_only_checks_before_its_last_snapshot()
    {
        using var statements = new StatementTrace();
        var story = await CheckedAsync("Counted");
        var first = await story.VersionAsync();
        for (var note = 0; note < Snapshot.Interval; note++)
        {
            (await story.DoAsync("add-note", "ed", Role.Editor, new { text = $"Note {note}." })).Is(200);
        }

        await newsroom.CatchUpAsync();
        (await StatementsOfAsync(first)).ShouldBe(1);
        (await StatementsOfAsync(first + Snapshot.Interval)).ShouldBe(2);

        async Task<int> StatementsOfAsync(long version)
        {
            var path = $"/stories/{story.Id}?version={version}";
            Shown((await ed.GetAsync(path)).Is(200).Json["claims"]![0]!["checks"]![0]!);
            var (trace, header) = StatementTrace.Begin();
            (await ed.SendAsync(HttpMethod.Get, path, null, null, header)).Is(200);
            return statements.Of(trace).Count;
        }
    }

    [Fact]
    public async Task A_lapsed_check_has_the_words_it_judged()
    {
        var story = await CheckedAsync("Lapsed");
        (await story.ReplaceAsync("ed", Role.Editor, "31", "32")).Is(200);
        var check = (await story.ReadAsync()).Json["claims"]![0]!["checks"]![0]!;
        Shown(check);
        check["standing"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Blame_names_each_check_once_with_its_evidence()
    {
        var story = await CheckedAsync("Blamed");
        (await story.ReplaceAsync("ed", Role.Editor, " metres", "\u00A0metres")).Is(200);
        var blame = (await ed.GetAsync($"/stories/{story.Id}/blame")).Is(200).Json;
        Shown(blame["checks"]!.AsArray().ShouldHaveSingleItem()!);
    }

    [Fact]
    public async Task History_and_the_audit_trail_have_the_evidence()
    {
        var story = await CheckedAsync("Recorded");
        await newsroom.CatchUpAsync();
        var history = (await ed.GetAsync($"/stories/{story.Id}/history")).Is(200).Json.AsArray();
        Shown(history.Single(entry => Text(entry!, "type") == "fact_checked")!["check"]!);
        history.Count(entry => entry!["check"] is not null).ShouldBe(1);

        var line = (await ida.GetAsync($"/audit?story={story.Id}&type=fact_checked")).Is(200).Json.AsArray().ShouldHaveSingleItem()!;
        Shown(line["check"]!);
        var exported = (await ida.GetAsync($"/audit.jsonl?story={story.Id}&type=fact_checked")).Is(200).Json;
        Shown(exported["check"]!);
        var csv = (await ida.GetAsync($"/audit.csv?story={story.Id}&type=fact_checked")).Is(200).Text;
        csv.ShouldContain("event,passage,words,verdict,method,evidence");
        csv.ShouldContain($",c1,{Words},verified,Measured it.,\"[{{\"\"kind\"\":\"\"document\"\",\"\"citation\"\":\"\"The harbour log\"\"");
    }

    [Fact]
    public async Task The_queue_has_the_earlier_checks_of_a_passage()
    {
        var story = await CheckedAsync("Queued");
        (await story.ReplaceAsync("ed", Role.Editor, "31", "32")).Is(200);
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "It rains." })).Is(200);
        await newsroom.CatchUpAsync();
        var queue = (await newsroom.As("finn", Role.FactChecker).GetAsync("/fact-checks/queue?limit=200")).Is(200).Json.AsArray();
        var waiting = queue.Where(q => q!["story"]!.GetValue<Guid>() == story.Id).ToDictionary(q => Text(q!, "passage")!);
        Shown(waiting["c1"]!["checks"]!.AsArray().ShouldHaveSingleItem()!);
        waiting["c2"]!["checks"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Erased_evidence_is_shown_as_erased_by_every_read()
    {
        var story = await CheckedAsync("Erased");
        var erasures = new ErasureDriver(newsroom);
        var before = await story.ReadAsync();
        var check = before.Json["claims"]![0]!["checks"]![0]!["event"]!.GetValue<Guid>();
        var id = await erasures.RequestedAsync("evidence", $"{check}/0");
        (await newsroom.As("chi", Role.ChiefEditor).PostAsync($"/erasures/{id}/approve-erasure")).Is(200);

        // The version is the same, so a copy with the evidence must not be confirmed.
        var after = (await ed.GetAsync($"/stories/{story.Id}", ifNoneMatch: before.ETag)).Is(200);
        (before.ETag, after.ETag).ShouldBe(("\"v3\"", "\"v3.1\""));
        (await ed.GetAsync($"/stories/{story.Id}", ifNoneMatch: after.ETag)).Is(304);
        await newsroom.CatchUpAsync();
        foreach (
            var read in new[]
            {
                after.Json["claims"]![0]!["checks"]![0]!,
                (await story.ReadAsync(3)).Json["claims"]![0]!["checks"]![0]!,
                (await ed.GetAsync($"/stories/{story.Id}/blame")).Is(200).Json["checks"]![0]!,
                (await ed.GetAsync($"/stories/{story.Id}/history?after=2")).Is(200).Json[0]!["check"]!,
                (await ida.GetAsync($"/audit?story={story.Id}&type=fact_checked")).Is(200).Json[0]!["check"]!,
            }
        )
        {
            var evidence = read["evidence"]!.AsArray();
            evidence.Select(e => Text(e!, "kind")).ShouldBe(["erased", "interview"]);
            (Text(evidence[0]!, "url"), Text(evidence[0]!, "excerpt"), Text(evidence[0]!, "suppliedBy")).ShouldBe((null, null, null));
        }

        // The entity tag of the response names the version for a command.
        var note = System.Text.Encoding.UTF8.GetBytes("{}");
        (
            await newsroom
                .As("rita", Role.Reporter)
                .SendAsync(HttpMethod.Post, $"/stories/{story.Id}/submit-for-review", note, "application/json", ("If-Match", after.ETag))
        ).Is(200);
    }

    [Fact]
    public async Task Evidence_beyond_the_size_of_a_response_is_left_out_and_null()
    {
        const string sentence = "The wall is {0} metres long.";
        var claims = Enumerable.Range(10, 12).Select(n => string.Format(null, sentence, n)).ToList();
        var story = await StoryDriver.DraftedAsync(newsroom, "Large", string.Join(' ', claims));
        var large = Enumerable.Repeat(
            new
            {
                kind = "document",
                citation = "The log",
                excerpt = new string('x', 10_000),
            },
            50
        );
        foreach (var (at, words) in claims.Index())
        {
            (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words })).Is(200);
            var fingerprint = await story.FingerprintAsync($"c{at + 1}");
            (
                await story.DoAsync(
                    "fact-check",
                    "femi",
                    Role.FactChecker,
                    new
                    {
                        passage = $"c{at + 1}",
                        fingerprint,
                        verdict = "verified",
                        evidence = large,
                    }
                )
            ).Is(200);
        }

        var read = await story.ReadAsync();
        var left = read.Json["claims"]!.AsArray().Select(c => c!["checks"]![0]!["evidence"] is null).ToList();
        left[0].ShouldBeTrue();
        left[^1].ShouldBeFalse();
        read.Text.Length.ShouldBeLessThan(6 * 1024 * 1024);

        // A page of the audit trail has fewer lines, and the next page goes on.
        await newsroom.CatchUpAsync();
        var page = (await ida.GetAsync($"/audit?story={story.Id}&type=fact_checked")).Is(200);
        page.Json.AsArray().Count.ShouldBeLessThan(12);
        page.Link.ShouldNotBeNull();
    }

    private async Task<StoryDriver> CheckedAsync(string headline)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, headline, $"{Words} It rains.");
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = Words })).Is(200);
        var check = new
        {
            passage = "c1",
            fingerprint = await story.FingerprintAsync("c1"),
            verdict = "verified",
            method = "Measured it.",
            evidence = new object[]
            {
                new
                {
                    kind = "document",
                    citation = "The harbour log",
                    url = "https://harbour.example/log",
                    locator = "page 12",
                    sha256 = Digest,
                    excerpt = "thirty-one metres",
                    suppliedBy = "source-7",
                },
                new { kind = "interview", citation = "The harbour master" },
            },
        };
        (await story.DoAsync("fact-check", "femi", Role.FactChecker, check)).Is(200);
        return story;
    }

    private static void Shown(JsonNode check)
    {
        (Text(check, "words"), Text(check, "verdict"), Text(check, "method")).ShouldBe((Words, "verified", "Measured it."));
        var evidence = check["evidence"]!.AsArray();
        evidence
            .Select(e => (Text(e!, "kind"), Text(e!, "citation")))
            .ShouldBe([("document", "The harbour log"), ("interview", "The harbour master")]);
        (Text(evidence[0]!, "url"), Text(evidence[0]!, "locator"), Text(evidence[0]!, "sha256")).ShouldBe(
            ("https://harbour.example/log", "page 12", Digest)
        );
        (Text(evidence[0]!, "excerpt"), Text(evidence[0]!, "suppliedBy")).ShouldBe(("thirty-one metres", "source-7"));
    }

    private static string? Text(JsonNode node, string member) => node[member]?.GetValue<string>();
}
