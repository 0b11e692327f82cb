using System.Diagnostics;
using Newsroom.Client.LiveFeed;
using Newsroom.Domain.Kernel;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Measures the live feed: how soon clients have an event, how fast a record is replayed, and what a slow client costs.</summary>
internal static class FeedTable
{
    private const int Notes = 100;
    private const int OfPerson = 25;
    private const long Events = 100_000;
    private const int SlowPerSecond = 1_000;

    private static readonly int[] Clients = [1, 100];
    private static readonly TimeSpan SlowTime = TimeSpan.FromSeconds(10);

    public static async Task MeasureAsync(ServedNewsroom newsroom, Report report)
    {
        var rows = new List<string[]>();
        foreach (var clients in Clients)
        {
            var delays = await DelaysAsync(newsroom, clients);
            rows.Add([
                $"from the response of a command until {(clients == 1 ? "one client" : $"the last of {clients} clients")} has its event",
                $"p50 {Report.Ms(delays.Quantile(.5))} ms, p99 {Report.Ms(delays.Quantile(.99))} ms",
                "",
            ]);
        }

        await Bulk.FillAsync(newsroom, Events);
        await newsroom.CatchUpAsync();
        var before = await newsroom.CountAsync(collected: true);
        var (events, elapsed) = await ReplayAsync(newsroom, slowly: false);
        var fast = await newsroom.CountAsync();
        rows.Add(["replay of the whole record", $"{Report.Number(events / elapsed.TotalSeconds)} events/s", Growth(before, fast)]);
        (events, elapsed) = await ReplayAsync(newsroom, slowly: true);
        var slow = await newsroom.CountAsync();
        rows.Add(["the same, client that is slow", $"{Report.Number(events / elapsed.TotalSeconds)} events/s", Growth(before, slow)]);
        report.Add("feed", $"The live feed; a record of {Events:N0} events", ["", "", "resident MB more than before"], rows);
    }

    private static string Growth(Counters before, Counters after) => Report.Number((after.Resident - before.Resident) / 1e6);

    /// <summary>Adds notes, one after the other, and measures how long clients wait for each.</summary>
    private static async Task<Load> DelaysAsync(ServedNewsroom newsroom, int number)
    {
        var (story, version) = await SampleStories.ReadyAsync(newsroom, quotations: 2);
        await newsroom.CatchUpAsync();
        var connections = new List<FeedConnection>();
        for (var i = 0; i < number; i++)
        {
            using var api = newsroom.Api($"follower-{i / OfPerson}", Role.Reporter);
            connections.Add(await api.LiveFeed.ConnectAsync(new FeedQuery(Story: story)));
        }

        using var editor = newsroom.Client("ana", Role.Editor);
        var delays = new List<TimeSpan>();
        var running = Stopwatch.StartNew();
        for (var note = 0; note < Notes; note++)
        {
            version = await editor.CommandAsync($"/stories/{story}/add-note", """{"text":"Who was asked?"}"""u8.ToArray());
            var answered = Stopwatch.GetTimestamp();
            await Task.WhenAll(connections.Select(connection => UntilAsync(connection, version)));
            delays.Add(Stopwatch.GetElapsedTime(answered));
        }

        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }

        delays.Sort();
        return new Load(number, Notes, running.Elapsed, [.. delays]);
    }

    private static async Task UntilAsync(FeedConnection connection, long version)
    {
        while ((await connection.NextAsync() ?? throw new InvalidOperationException("The feed ended.")).Event?.Version != version)
        {
            // The first item, or a heartbeat.
        }
    }

    /// <summary>Reads the record from its beginning, whole or slowly for a time.</summary>
    private static async Task<(long Events, TimeSpan Elapsed)> ReplayAsync(ServedNewsroom newsroom, bool slowly)
    {
        var last = await newsroom.ScalarAsync<long>("select max(sequence) from newsroom.audit where story is not null");
        using var api = newsroom.Api("follower", Role.Reporter);
        await using var connection = await api.LiveFeed.ConnectAsync(new FeedQuery(Position: 0));
        var (events, running) = (0L, Stopwatch.StartNew());
        while (await connection.NextAsync() is { } item && item.Position < last && !(slowly && running.Elapsed > SlowTime))
        {
            events++;
            if (slowly && events % (SlowPerSecond / 10) == 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }

        return (events, running.Elapsed);
    }
}
