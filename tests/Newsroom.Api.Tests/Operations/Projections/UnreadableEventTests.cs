using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Operations.Projections;

/// <summary>Events that this build cannot deserialize are parked and named; all others are applied and read.</summary>
public sealed class UnreadableEventTests : IAsyncLifetime
{
    private const string Note = """{"note": "n1", "text": "See to this.", "mustResolve": false}""";

    /// <summary>Stored types and data of events that cannot be deserialized.</summary>
    private static readonly (string Type, string Data)[] Damaged =
    [
        ("note_pinned", Note),
        ("note_added", """ "See to this." """),
        ("note_added", """{"note": "n1", "text": 7, "mustResolve": false}"""),
        ("note_added", "null"),
        ("fact_checked", "null"),
        ("fact_checked", """{"passage": "q1", "evidence": "the tape"}"""),
    ];

    private readonly Newsroom newsroom = new();

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    public ValueTask InitializeAsync() => newsroom.InitializeAsync();

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task An_event_that_cannot_be_deserialized_is_parked_and_named_and_repaired_once_it_is_readable()
    {
        await using var owner = NpgsqlDataSource.Create(newsroom.Database);
        var bad = new List<(Guid Story, long Sequence)>();
        foreach (var (type, data) in Damaged)
        {
            var story = await StoryDriver.DraftedAsync(newsroom, "Damaged", "It rains.\n");
            bad.Add((story.Id, await AppendAsync(owner, story.Id, type, data)));
        }

        var good = await StoryDriver.DraftedAsync(newsroom, "Behind them", "It rains.\n");
        await TableSignal.ProjectedAsync(newsroom.Database);

        var parked = (await newsroom.As("ida", Role.Auditor).GetAsync("/views/parked-events"))
            .Is(200)
            .Json.AsArray()
            .OfType<JsonNode>()
            .ToList();
        foreach (var ((story, sequence), (type, _)) in bad.Zip(Damaged))
        {
            var ofEvent = parked.Where(p => p["sequence"]!.GetValue<long>() == sequence).ToList();
            ofEvent
                .Select(p => p["projection"]!.GetValue<string>())
                .Order(StringComparer.Ordinal)
                .ShouldBe(["audit", "keyframes", "numbers", "worklists"]);
            ofEvent.ShouldAllBe(p =>
                p["stream"]!.GetValue<Guid>() == story && p["type"]!.GetValue<string>() == type && p["error"]!.GetValue<string>().Length > 0
            );
        }

        parked.Count.ShouldBe(4 * bad.Count);
        var health = (await newsroom.Reader().GetAsync("/health/ready")).Is(200);
        (
            health.Json["status"]!.GetValue<string>(),
            health.Text.Contains($"audit: {bad.Count} " + "parked events", StringComparison.Ordinal)
        ).ShouldBe(("degraded", true), health.Text);
        await OthersAreReadAsync(good.Id);
        await OnlyTheHistoryFailsAsync(bad, Damaged[0].Type);
        await VerifyNamesAsync(bad);

        for (var at = 0; at < bad.Count; at++)
        {
            await MendAsync(owner, bad[at].Sequence);
        }

        (await CliAsync("rebuild-views", "root", Role.Admin)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Said));
        (await newsroom.As("ida", Role.Auditor).GetAsync("/views/parked-events")).Is(200).Json.AsArray().ShouldBeEmpty();
        (await CliAsync("verify-views", "ida", Role.Auditor)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Said));
        await Eventually.HoldsAsync(
            "nothing is parked or stopped",
            async () => (await newsroom.Reader().GetAsync("/health/ready")).Is(200).Json["status"]!.GetValue<string>() == "ok"
        );
        foreach (var (story, _) in bad)
        {
            (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story}/history")).Is(200).Text.ShouldContain("note_added");
        }
    }

    [Fact]
    public async Task An_event_that_is_damaged_after_it_was_applied_is_named_by_verify_views_and_verify_store()
    {
        await using var owner = NpgsqlDataSource.Create(newsroom.Database);
        var (bad, good) = (
            await StoryDriver.DraftedAsync(newsroom, "Damaged later", "It rains.\n"),
            await StoryDriver.DraftedAsync(newsroom, "Beside it", "It rains.\n")
        );
        (await bad.DoAsync("describe-story", "ed", Role.Editor, new { desk = "metro" })).Is(200);
        await newsroom.CatchUpAsync();
        var sequence = await Database.ScalarAsync<long>($"select min(seq_id) from newsroom.mt_events where stream_id = '{bad.Id}'");
        await ChangeAsync(owner, $"data = '{{}}' where seq_id = {sequence}");

        var report = await VerifyAsync();
        report.Unreadable.Select(u => (u.Sequence, u.Stream)).ShouldBe([(sequence, bad.Id)]);
        report.Views.Sum(v => v.Value.Different).ShouldBe(0);
        (await CliAsync("verify-views", "ida", Role.Auditor)).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(3, r.Said),
            r => r.Said.ShouldContain($"event {sequence} (story_drafted"),
            r => r.Said.ShouldContain("1 event cannot be read")
        );
        var store = await CliAsync("verify-store", "ida", Role.Auditor);
        (store.Code, store.Said.Contains($"sequence {sequence}", StringComparison.Ordinal)).ShouldBe((3, true), store.Said);
        await OthersAreReadAsync(good.Id);
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{bad.Id}")).Is(200);
    }

    /// <summary>Appends an event that no command of this build appends.</summary>
    private static async Task<long> AppendAsync(NpgsqlDataSource owner, Guid story, string type, string data) =>
        await owner.ScalarAsync<long>(
            $"""
            with stream as (update newsroom.mt_streams set version = version + 1 where id = '{story}' returning version)
            insert into newsroom.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived, user_name)
            select nextval('newsroom.mt_events_sequence'), gen_random_uuid(), '{story}', version, '{data}', '{type}', now(), '*DEFAULT*', '', false, 'ed@newsroom-development'
            from stream returning seq_id
            """
        );

    private static Task MendAsync(NpgsqlDataSource owner, long sequence) =>
        ChangeAsync(owner, $"type = 'note_added', data = '{Note}' where seq_id = {sequence}");

    private static Task ChangeAsync(NpgsqlDataSource owner, string change) =>
        owner.RunAsync($"begin; set local newsroom.erasing = 'test'; update newsroom.mt_events set {change}; commit");

    private async Task OthersAreReadAsync(Guid story)
    {
        await newsroom.CatchUpAsync();
        var ed = newsroom.As("ed", Role.Editor);
        foreach (
            var path in new[]
            {
                $"/stories/{story}",
                $"/stories/{story}?version=1",
                $"/stories/{story}/history",
                $"/stories/{story}/blame",
                "/stories?q=rains",
            }
        )
        {
            (await ed.GetAsync(path)).Is(200);
        }

        (await ed.GetAsync("/stories")).Is(200).Text.ShouldContain($"{story}");
        (await newsroom.As("ida", Role.Auditor).GetAsync("/audit")).Is(200);
        (await newsroom.As("ida", Role.Auditor).GetAsync($"/stories/{story}/bundle")).Is(200);
    }

    private async Task OnlyTheHistoryFailsAsync(List<(Guid Story, long Sequence)> bad, string type)
    {
        foreach (var (story, sequence) in bad)
        {
            (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story}")).Is(200);
            var answer = (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story}/history")).Is(500);
            answer.ContentType.ShouldBe("application/problem+json");
            (answer.Json["type"]!.GetValue<string>(), answer.Json["sequence"]?.GetValue<long>()).ShouldBe(
                ("/problems/unreadable-event", sequence),
                answer.Text
            );
        }

        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{bad[0].Story}/history")).Json["eventType"]!
            .GetValue<string>()
            .ShouldBe(type);
    }

    private async Task VerifyNamesAsync(List<(Guid Story, long Sequence)> bad)
    {
        (await VerifyAsync()).Unreadable.Select(u => (u.Stream, u.Sequence)).ShouldBe(bad);
        var verified = await CliAsync("verify-views", "ida", Role.Auditor);
        verified.Code.ShouldBe(3, verified.Said);
        verified.Said.ShouldContain($"event {bad[0].Sequence} ({Damaged[0].Type}");
        var rebuilt = await CliAsync("rebuild-views", "root", Role.Admin);
        rebuilt.Code.ShouldBe(3, rebuilt.Said);
        (await newsroom.As("ida", Role.Auditor).GetAsync("/views/parked-events")).Is(200).Json.AsArray().Count.ShouldBe(4 * bad.Count);
        (await newsroom.As("ida", Role.Auditor).GetAsync("/ledger/verify-store"))
            .Is(200)
            .Text.Split('\n')
            .Last(l => l.Length > 0)
            .ShouldContain("\"isDone\":true");
    }

    private async Task<ViewReport> VerifyAsync()
    {
        ViewReport? last = null;
        await foreach (
            var report in newsroom
                .Host.Services.GetRequiredService<ProjectionVerifier>()
                .VerifyAsync(repair: false, TestContext.Current.CancellationToken)
        )
        {
            last = report;
        }

        return last!;
    }

    private async Task<(int Code, string Said)> CliAsync(string verb, string user, Role role)
    {
        var told = await newsroom.TypeAsync(user, role, verb);
        return (told.Code, told.Said);
    }
}
