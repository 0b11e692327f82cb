using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Stories.Queries;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Tests.Stories.Snapshots;

/// <summary>Reads a story at a version or an instant, its published page in the past, and differences since.</summary>
public class TimeTravelTests(Newsroom newsroom)
{
    private const string Quote = "“We shall open the quay in spring,”";

    private IDocumentStore Store => newsroom.Host.Services.GetRequiredService<IDocumentStore>();

    [Theory]
    [InlineData("force_generic_plan")]
    [InlineData("force_custom_plan")]
    public async Task The_blame_of_a_long_story_reads_only_the_versions_it_names(string plans)
    {
        await using var owner = await newsroom
            .Host.Services.GetRequiredService<MaintenanceDatabase>()
            .OpenAsync(TestContext.Current.CancellationToken);
        await using var undone = await owner.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var story = Guid.NewGuid();
        await owner.RunAsync(
            $"""
            set local session_replication_role = replica;
            set local plan_cache_mode = {plans};
            insert into newsroom.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            select 1000000000 + i, gen_random_uuid(), case when i <= 3000 then '{story}' else md5((i / 3)::text)::uuid end, case when i <= 3000 then i else i % 3 end, '{"{}"}', 'note_added', now(), '*DEFAULT*', false from generate_series(1, 12000) i;
            analyze newsroom.mt_events
            """
        );
        long[] versions = [1, 2, 40, 700, 1500, 2900, 2980, 2999, 3000];
        var before = await FetchedAsync();
        await using (
            var command = new NpgsqlCommand(GetBlameEndpoint.Instants, owner)
            {
                Parameters =
                {
                    new() { Value = story },
                    new() { Value = versions },
                },
            }
        )
        {
            await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var read = new List<long>();
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                read.Add(rows.GetInt64(0));
            }

            read.Order().ShouldBe(versions);
        }

        (await FetchedAsync() - before).ShouldBe(versions.Length);

        // Rows that were read, by an index or from end to end.
        Task<long> FetchedAsync() =>
            owner.ScalarAsync<long>(
                "select coalesce(idx_tup_fetch, 0) + seq_tup_read from pg_stat_xact_user_tables where relid = "
                    + "'newsroom.mt_events'::regclass"
            );
    }

    [Fact]
    public async Task Any_version_of_a_long_story_is_the_fold_of_its_events_whether_or_not_its_keyframes_are_there()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A long story", "Line 0.");
        var at = (await story.ReadAsync()).Version;
        while (at < (2 * Snapshot.Interval) + 7)
        {
            at = (
                await newsroom.As("rita", Role.Reporter).PostAsync($"/stories/{story.Id}/revise-article", new { body = $"Line {at}." }, at)
            )
                .Is(200)
                .Version;
        }

        await using var session = Store.QuerySession();
        var recorded = await session.Events.FetchStreamAsync(story.Id, token: TestContext.Current.CancellationToken);
        recorded.Count.ShouldBe((int)at);
        for (var round = 0; round < 2; round++)
        {
            StorySnapshot? fold = null;
            foreach (var e in recorded)
            {
                fold = StorySnapshot.Evolve(fold, story.Id, (StoryEvent)e.Data, e.Metadata());
                var past = await StoryHistoryReader.AtAsync(
                    session,
                    story.Id,
                    new PointInTime.OfVersion(e.Version),
                    TestContext.Current.CancellationToken
                );
                JsonSerializer.Serialize(past).ShouldBe(JsonSerializer.Serialize(fold), $"version {e.Version}");
                (
                    await StoryHistoryReader.AtAsync(
                        session,
                        story.Id,
                        new PointInTime.Recorded(e.Metadata().At),
                        TestContext.Current.CancellationToken
                    )
                )!.Story.Version.ShouldBe(e.Version);
            }

            await newsroom.CatchUpAsync();
        }

        (
            await session
                .Query<Snapshot>()
                .Where(k => k.Story == story.Id)
                .Select(k => k.Of)
                .ToListAsync(TestContext.Current.CancellationToken)
        )
            .Order()
            .ShouldBe([Snapshot.Interval, 2 * Snapshot.Interval]);
        (
            await StoryHistoryReader.AtAsync(session, story.Id, new PointInTime.OfVersion(at + 1), TestContext.Current.CancellationToken)
        ).ShouldBeNull();
        (await newsroom.As("ida", Role.Auditor).GetAsync($"/stories/{story.Id}?version={2 * Snapshot.Interval}"))
            .Is(200)
            .Version.ShouldBe(2 * Snapshot.Interval);
        foreach (var none in new[] { "0", $"{at + 1}", $"{long.MaxValue}" })
        {
            (await newsroom.As("ida", Role.Auditor).GetAsync($"/stories/{story.Id}?version={none}")).IsRefused(404, "unknown-version");
        }
    }

    [Fact]
    public async Task Published_page_diff_and_blame_of_the_past()
    {
        (
            await newsroom
                .As("rita", Role.Reporter)
                .PostAsync("/speakers/register-speaker", new { id = "quay-master", name = "Quay master" })
        ).Status.ShouldBeOneOf(201, 422);
        var story = await StoryDriver.DraftedAsync(
            newsroom,
            "The quay opens",
            $"{Quote} she said.\n\nThe wall is 31 metres long, and nobody has painted it.\n"
        );
        (
            await story.DoAsync(
                "attribute-quote",
                "rita",
                Role.Reporter,
                new
                {
                    words = Quote,
                    speaker = "quay-master",
                    attribution = "she said",
                }
            )
        ).Is(200);
        (await story.VerifyAsync("q1")).Is(200);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ed")).Is(200);
        var ready = (await story.ApproveAsync("eva")).Is(200).Version;
        var first = (await story.PublishAsync()).Is(200).Version;
        var before = await AtAsync(story);
        (await story.ReplaceAsync("rita", Role.Reporter, "31 metres", "13 metres")).Is(200);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ed")).Is(200);
        (await story.ApproveAsync("eva")).Is(200);
        (
            await story.DoAsync("correct", "pia", Role.Publisher, new { kind = "correction", note = "The wall is 13 metres long, not 31." })
        ).Is(200);

        var reader = newsroom.Reader();
        (await reader.GetAsync($"/published/{story.Slug}")).Is(200).Json["edition"]!.GetValue<int>().ShouldBe(2);
        var then = (await reader.GetAsync($"/published/{story.Slug}?at={before}")).Is(200).Json;
        (
            then["edition"]!.GetValue<int>(),
            then["editions"]!.AsArray().Count,
            then["body"]!.GetValue<string>().Contains("31 metres", StringComparison.Ordinal)
        ).ShouldBe((1, 1, true));
        (await reader.GetAsync($"/published/{story.Slug}?at=2020-01-01T00:00:00Z")).IsRefused(404, "unknown-slug");
        (await reader.GetAsync($"/published/{story.Slug}?at=yesterday")).IsRefused(400, "time");

        var auditor = newsroom.As("ida", Role.Auditor);
        var past = (await auditor.GetAsync($"/stories/{story.Id}?at={before}")).Is(200);
        past.Version.ShouldBe(first);
        past.Json["quotes"]![0]!["state"]!.GetValue<string>().ShouldBe("verified");
        Outcome((await auditor.GetAsync($"/stories/{story.Id}?version={ready}")).Is(200), "approvals").ShouldBe("passed");
        Outcome((await auditor.GetAsync($"/stories/{story.Id}?version={ready - 1}")).Is(200), "approvals").ShouldBe("failed");
        (await auditor.GetAsync($"/stories/{story.Id}?version=2&at={before}")).IsRefused(400, "several-moments");
        (await auditor.GetAsync($"/stories/{story.Id}?at=2026-03-12")).IsRefused(400, "time");
        (await auditor.GetAsync($"/stories/{story.Id}?at=9999-12-31T23:59:59Z"))
            .Is(200)
            .Version.ShouldBe((await story.ReadAsync()).Version);
        (await auditor.GetAsync($"/stories/{story.Id}?at={before.Replace("Z", "%2B00:00", StringComparison.Ordinal)}"))
            .Is(200)
            .Version.ShouldBe(first);

        var diff = (await auditor.GetAsync($"/stories/{story.Id}/diff?from={first}")).Is(200).Json;
        string.Concat(
                diff["texts"]![0]!["stretches"]!
                    .AsArray()
                    .Where(s => s!["change"]!.GetValue<string>() != "same")
                    .Select(s => $"{s!["change"]} {s["words"]} ")
            )
            .ShouldBe("removed 31 added 13 ");
        string.Join(", ", diff["described"]!.AsArray().Select(d => $"{d!["id"]}: {d["from"]} → {d["to"]}"))
            .ShouldBe("publication: live, edition 1 → live, edition 2");
        var back = (await auditor.GetAsync($"/stories/{story.Id}/diff?from={ready}&to=3")).Is(200).Json;
        string.Join(", ", back["approvals"]!.AsArray().Select(a => $"{a!["from"]!["by"]!.GetValue<string>().Split('@')[0]} → {a["to"]}"))
            .ShouldBe("ed → , eva → ");
        (await auditor.GetAsync($"/stories/{story.Id}/diff?from=3&to=3"))
            .Is(200)
            .Json.AsObject()
            .Select(m => m.Value)
            .OfType<JsonArray>()
            .Select(list => list.Count)
            .Distinct()
            .ShouldBe([0]);
        (await auditor.GetAsync($"/stories/{story.Id}/diff")).IsRefused(400, "from-missing");
        (await auditor.GetAsync($"/stories/{story.Id}/diff?from=x")).IsRefused(400, "time");
        (await auditor.GetAsync($"/stories/{story.Id}/diff?from=1&to=999")).IsRefused(404, "unknown-version");
        (await auditor.GetAsync($"/stories/{story.Id}/diff?from={before}&fromAsOf={before}")).IsRefused(400, "several-moments");
        (await auditor.GetAsync($"/stories/{Guid.NewGuid()}/diff?from=1")).IsRefused(404, "unknown-version");

        var body = (await auditor.GetAsync($"/stories/{story.Id}/blame")).Is(200).Json["texts"]!
            .AsArray()
            .Single(t => t!["field"]!.GetValue<string>() == "body")!["spans"]!.AsArray();
        string.Concat(body.Select(s => s!["words"]!.GetValue<string>())).ShouldBe(await story.BodyAsync());
        var quoted = body.Single(s => s!["words"]!.GetValue<string>() == Quote)!;
        (
            quoted["by"]!.GetValue<string>().Split('@')[0],
            quoted["version"]!.GetValue<long>(),
            quoted["passages"]![0]!["id"]!.GetValue<string>(),
            quoted["passages"]![0]!["checks"]![0]!["checker"]!.GetValue<string>().Split('@')[0]
        ).ShouldBe(("rita", 1, "q1", "femi"));
        (await auditor.GetAsync($"/stories/{story.Id}/blame?version=1")).Is(200).Json["texts"]!
            .AsArray()
            .SelectMany(t => t!["spans"]!.AsArray())
            .Select(s => s!["version"]!.GetValue<long>())
            .Distinct()
            .ShouldBe([1L]);
        (await auditor.GetAsync($"/stories/{story.Id}/blame?version=999")).IsRefused(404, "unknown-version");
    }

    private static string Outcome(Answer story, string gate) =>
        story.Json["gates"]!.AsArray().Single(g => g!["gate"]!.GetValue<string>() == gate)!["outcome"]!.GetValue<string>();

    /// <summary>The instant at which the story last changed.</summary>
    private static async Task<string> AtAsync(StoryDriver story) =>
        (await story.ReadAsync()).Json["changedAt"]!
            .GetValue<DateTimeOffset>()
            .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
