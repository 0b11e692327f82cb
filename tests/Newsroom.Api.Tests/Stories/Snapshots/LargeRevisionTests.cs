using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Api.Tests.Infrastructure.Projections;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Npgsql;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Tests.Stories.Snapshots;

/// <summary>
/// Stories with large revisions have keyframes between those of every 50th version. Uses a database of its own, because later walks over
/// all stories would read these texts.
/// </summary>
public sealed class LargeRevisionTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const int Mebibyte = 1024 * 1024;

    private static readonly DateTimeOffset Began = new(2025, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    private IDocumentStore Store => newsroom.Host.Services.GetRequiredService<IDocumentStore>();

    [Fact]
    public async Task Keyframes_follow_from_the_events_alone()
    {
        // All in one transaction, as an import does.
        var story = Guid.NewGuid();
        List<StoryEvent> events = [Drafted(), .. Rewritten(1, 9), .. Enumerable.Repeat(new NoteResolved("n1"), 41), .. Rewritten(10, 5)];
        await AppendAsync(story, events);
        await newsroom.CatchUpAsync();
        (await FramesAsync(story)).ShouldBe([5, 9, 50, 55]);
        (await DifferentAsync()).ShouldBeEmpty();
        await VersionsAreTheFoldAsync(story, 1, 4, 5, 9, 10, 51, 55, 56);
        var rows = await RowsAsync(story);

        // The result does not depend on how the events were appended.
        var other = Guid.NewGuid();
        foreach (var happened in events.Take(5).Skip(1).Prepend(Drafted()))
        {
            await AppendAsync(other, [happened]);
            await newsroom.CatchUpAsync();
        }

        (await FramesAsync(other)).ShouldBe([5]);

        // An earlier build has every 50th only: reads are the same, and verify-views names those missing.
        await Database.RunAsync(
            $"delete from newsroom.mt_doc_keyframe where data ->> 'story' = '{story}' and (data ->> 'of')::bigint % 50 <> 0"
        );
        await VersionsAreTheFoldAsync(story, 4, 55);
        (await DifferentAsync()).ShouldBe("keyframes 3");

        // The next large revision stores those since the last stored one, and rebuild-views all.
        await AppendAsync(story, [.. Rewritten(15, 1)]);
        await newsroom.CatchUpAsync();
        (await FramesAsync(story)).ShouldBe([50, 55]);
        (await DifferentAsync(repair: true)).ShouldBe("keyframes 2");
        (await DifferentAsync()).ShouldBeEmpty();
        (await RowsAsync(story)).ShouldBe(rows);

        // A rebuild of the empty table gives the same rows.
        using var daemon = await Store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync("keyframes", Cancel);
        (await RowsAsync(story)).ShouldBe(rows);
    }

    [Fact]
    public async Task A_past_version_is_restored_and_a_story_rewritten_too_often_is_not_merged()
    {
        var story = Guid.NewGuid();
        await AppendAsync(story, [Drafted(), .. Rewritten(1, 11)]);
        var ed = newsroom.As("ed", Role.Editor);
        (await ed.PostAsync($"/stories/{story}/revise-article", new { body = $"{Text(3)[..^9]} And more" }, 10)).IsRefused(409, "overlap");
        for (var hasKeyframes = false; ; hasKeyframes = true)
        {
            var refused = (await ed.PostAsync($"/stories/{story}/revise-article", new { body = "It rains." }, 1)).IsRefused(
                412,
                "stale-version"
            );
            refused.Json["currentVersion"]!.GetValue<long>().ShouldBe(12);
            (await ed.PostAsync($"/stories/{story}/flag-claim", new { words = "a" }, 1)).IsRefused(412, "stale-version");
            if (hasKeyframes)
            {
                break;
            }

            await newsroom.CatchUpAsync();
        }

        (await ed.PostAsync($"/stories/{story}/restore-revision", new { version = 3 }, 12)).Is(200);
        (await ed.GetAsync($"/stories/{story}")).Is(200).Json["article"]!["body"]!.GetValue<string>().ShouldBe(Text(2));
    }

    [Fact]
    public async Task A_history_of_large_revisions_comes_in_shorter_pages()
    {
        var story = Guid.NewGuid();
        await AppendAsync(story, [Drafted(), .. Rewritten(1, 16)]);
        var (told, pages) = (new List<long>(), 0);
        for (var path = $"/stories/{story}/history"; path is not null;)
        {
            var page = (await newsroom.As("ed", Role.Editor).GetAsync(path)).Is(200);
            told.AddRange(page.Json.AsArray().Select(entry => entry!["to"]!.GetValue<long>()));
            pages++;
            path = page.Link?.Split('<', '>')[1];
        }

        told.ShouldBe(Enumerable.Range(1, 17).Select(v => (long)v));
        pages.ShouldBe(2);
    }

    [Fact]
    public void An_event_is_not_much_larger_than_it_counts()
    {
        var serializer = Store.Options.Serializer();
        foreach (var seed in new[] { 0, 2, 7 })
        {
            var events = new HostileEvents(seed, isRandom: false).Streams().SelectMany(s => s.Events).OfType<StoryEvent>().ToList();
            events.Select(e => e.GetType()).Distinct().Count().ShouldBe(StoryEvents.ByName.Count);
            foreach (var happened in events)
            {
                // A code unit is at most six bytes of JSON; some members of limited length do not count.
                var max = (8 * SnapshotRule.SizeOf(happened)) + SnapshotRule.Large;
                ((long)serializer.ToJson(happened).Length).ShouldBeLessThan(max, happened.GetType().Name);
            }
        }
    }

    private static StoryDrafted Drafted()
    {
        var article = new Article("Large revisions", "", Text(0), "", "");
        return new("world", "en", $"large-{Guid.NewGuid():N}", article, Fingerprints.Of(article), Normaliser.Version) { Origin = At(0) };
    }

    private static IEnumerable<StoryEvent> Rewritten(int from, int times) =>
        Enumerable
            .Range(from, times)
            .Select(i => new ArticleRevised(
                new ArticleEdits([], [], [new TextEdit(0, Text(i - 1), Text(i))]),
                Fingerprints.Of(new Article("Large revisions", "", Text(i), "", "")),
                Normaliser.Version
            )
            {
                Origin = At(i),
            });

    private static string Text(int version) => new((char)('a' + (version % 26)), Mebibyte);

    private static Origin At(int hours) => new("jane@example.org@git", Began.AddHours(hours), $"{hours:x8}", null);

    private async Task AppendAsync(Guid story, List<StoryEvent> events)
    {
        await using var session = Store.RecordingSession(Actor.Of("rita@test", Role.Reporter), "import-history");
        if (events[0] is StoryDrafted)
        {
            session.Events.StartStream<Story>(story, events);
        }
        else
        {
            (await session.Events.FetchForExclusiveWriting<Story>(story, Cancel)).AppendMany(events);
        }

        await session.SaveChangesAsync(Cancel);
    }

    private async Task VersionsAreTheFoldAsync(Guid story, params long[] versions)
    {
        await using var session = Store.QuerySession();
        StorySnapshot? fold = null;
        var events = await session.Events.FetchStreamAsync(story, token: Cancel);
        foreach (var recorded in events)
        {
            fold = StorySnapshot.Evolve(fold, story, (StoryEvent)recorded.Data, recorded.Metadata());
            if (!versions.Contains(recorded.Version))
            {
                continue;
            }

            var expected = JsonSerializer.Serialize(fold);
            JsonSerializer
                .Serialize(await StoryHistoryReader.AtAsync(session, story, new PointInTime.OfVersion(recorded.Version), Cancel))
                .ShouldBe(expected, $"version {recorded.Version}");
            if (((StoryEvent)recorded.Data).Origin is { At: var happened } && recorded.Version <= 10)
            {
                JsonSerializer
                    .Serialize(await StoryHistoryReader.AtAsync(session, story, new PointInTime.Happened(happened), Cancel))
                    .ShouldBe(expected, $"as of {happened}");
            }
        }

        (await StoryHistoryReader.AtAsync(session, story, new PointInTime.OfVersion(fold!.Story.Version + 1), Cancel)).ShouldBeNull();
        (await StoryHistoryReader.AtAsync(session, story, new PointInTime.Happened(Began.AddTicks(-1)), Cancel)).ShouldBeNull();
        (
            await StoryHistoryReader.AtAsync(session, story, new PointInTime.Recorded(events[^1].Metadata().At), Cancel)
        )!.Story.Version.ShouldBe(fold.Story.Version);
    }

    private async Task<long[]> FramesAsync(Guid story) =>
        await Database.ScalarAsync<long[]>(
            $"select coalesce(array_agg((data ->> 'of')::bigint order by (data ->> 'of')::bigint), '{{}}') from "
                + $"newsroom.mt_doc_keyframe where data ->> 'story' = '{story}'"
        );

    private async Task<string> RowsAsync(Guid story) =>
        await Database.ScalarAsync<string>(
            "select string_agg(id || ' ' || md5(data::text), ', ' order by id) from newsroom.mt_doc_keyframe "
                + $"where data ->> 'story' = '{story}'"
        );

    private async Task<string> DifferentAsync(bool repair = false)
    {
        ViewReport? report = null;
        await foreach (var next in newsroom.Host.Services.GetRequiredService<ProjectionVerifier>().VerifyAsync(repair, Cancel))
        {
            report = next;
        }

        return string.Join(", ", report!.Views.Where(v => v.Value.Different > 0).Select(v => $"{v.Key} {v.Value.Different}"));
    }
}
