using System.Diagnostics;
using System.Globalization;
using Newsroom.Api.Ledgers;
using Newsroom.Domain;

namespace Newsroom.Benchmarks.Performance;

/// <summary>How fast views are made again, beside reading the same events and parsing them; and how long an event takes to be seen in one.</summary>
internal static class ViewTable
{
    private const long Events = 100_000;
    private const int Rounds = 150;

    /// <summary>Measures.</summary>
    public static async Task Measure(ServedNewsroom newsroom, Report report)
    {
        await Bulk.Fill(newsroom, Events);
        await Rebuild(newsroom, report);
        await Latency(newsroom, report);
    }

    private static async Task Rebuild(ServedNewsroom newsroom, Report report)
    {
        var events = await newsroom.Scalar<long>("select count(*) from newsroom.mt_events");
        using var admin = newsroom.Client("jonas", Role.Admin);
        var rows = new List<string[]>();
        foreach (var (name, empty) in new[]
        {
            ("story view", "truncate newsroom.mt_doc_story"),
            ("audit trail", "truncate newsroom.audit"),
            ("all views", "truncate newsroom.mt_doc_story, newsroom.mt_doc_storytext, newsroom.mt_doc_publishedstory, newsroom.mt_doc_storycard, newsroom.mt_doc_queuedpassage, newsroom.mt_doc_keyframe, newsroom.audit, newsroom.story_words"),
            ("none: compared only", "select 1"),
        })
        {
            var raw = await Raw(newsroom);
            await newsroom.Run(empty);
            var running = Stopwatch.StartNew();
            await admin.Send(HttpMethod.Post, "/views/rebuild-views", "{}");
            var rate = events / running.Elapsed.TotalSeconds;
            rows.Add([name, Report.Number(rate), Report.Ratio(rate / raw)]);
            Console.Error.WriteLine(string.Join("  ", rows[^1]));
        }

        report.Add("rebuild", string.Create(CultureInfo.InvariantCulture, $"Views emptied and made again while they are served, {events:N0} events of interleaved streams"), ["view", "events/s", "of reading and parsing the events"], rows);
    }

    /// <summary>Events a second that are read in order and parsed, and nothing else done.</summary>
    private static async Task<double> Raw(ServedNewsroom newsroom)
    {
        await using var connection = await newsroom.Database.OpenConnectionAsync();
        var (read, running) = (0, Stopwatch.StartNew());
        await foreach (var _ in StoredEvents.Between(connection, 0, long.MaxValue, default))
        {
            read++;
        }

        return read / running.Elapsed.TotalSeconds;
    }

    private static async Task Latency(ServedNewsroom newsroom, Report report)
    {
        var rows = new List<string[]>();
        rows.Add(["idle", .. await Seen(newsroom)]);
        using var loads = new CommandLoads(newsroom, 8);
        var revise = loads.All.Single(l => l.Name == "revise-article");
        await revise.Prepare(8, 0);
        var full = await Load.For(8, TimeSpan.FromSeconds(8), revise.Ask);
        var pause = TimeSpan.FromSeconds(8 / (full.Rate / 2)) - TimeSpan.FromMilliseconds(full.Quantile(.5));
        using var stop = new CancellationTokenSource();
        var half = Load.For(8, TimeSpan.FromMinutes(5), async client =>
        {
            stop.Token.ThrowIfCancellationRequested();
            await revise.Ask(client);
            await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero);
        });
        rows.Add(["half of what 8 clients revise", .. await Seen(newsroom)]);
        await stop.CancelAsync();
        await half.ContinueWith(_ => { }, TaskScheduler.Default);
        report.Add("latency", "From a command's answer until its event is seen in the audit trail", ["load", "p50 ms", "p99 ms"], rows);
    }

    private static async Task<string[]> Seen(ServedNewsroom newsroom)
    {
        using var editor = newsroom.Client("eve", Role.Editor);
        var times = new List<TimeSpan>();
        await using var connection = await newsroom.Database.OpenConnectionAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var story = await Material.Draft(editor);
            var answered = Stopwatch.GetTimestamp();
            await using var seen = new Npgsql.NpgsqlCommand("select exists (select from newsroom.audit where story = $1)", connection) { Parameters = { new() { Value = story } } };
            while (await seen.ExecuteScalarAsync() is false)
            {
                await Task.Delay(1);
            }

            times.Add(Stopwatch.GetElapsedTime(answered));
        }

        times.Sort();
        return [Report.Ms(times[times.Count / 2].TotalMilliseconds), Report.Ms(times[(int)(times.Count * .99)].TotalMilliseconds)];
    }
}
