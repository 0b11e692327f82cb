using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Audit;
using Newsroom.Api.Composition;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;

namespace Newsroom.Benchmarks.Performance;

/// <summary>
/// Compares rebuilding views with reading and deserialising the same events, and measures the delay of an event in a view.
/// </summary>
internal static class ViewTable
{
    private const long Events = 100_000;
    private const int Rounds = 150;
    private const int Turns = 5;
    private const string WithoutWords = "audit trail, rows without the full-text index";

    /// <summary>Measures how fast views are rebuilt.</summary>
    public static async Task RebuildAsync(ServedNewsroom newsroom, Report report)
    {
        await Bulk.FillAsync(newsroom, Events);
        var events = await newsroom.ScalarAsync<long>("select count(*) from newsroom.mt_events");
        using var admin = newsroom.Client("jonas", Role.Admin);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddNewsroomStore(newsroom.ConnectionString, Modules.Projections)
            .BuildServiceProvider();
        var store = services.GetRequiredService<IDocumentStore>();
        var rows = new List<string[]>();
        foreach (
            var (name, views, tables) in new[]
            {
                ("story", "story", "mt_doc_story"),
                (
                    "story, its words and the published page",
                    "story,story-text,published",
                    "mt_doc_story,mt_doc_storytext,mt_doc_publishedstory"
                ),
                ("worklists", "cards,queue,words", "mt_doc_storycard,mt_doc_queuedpassage,story_words"),
                ("keyframes", "keyframes", "mt_doc_keyframe"),
                ("audit trail", "audit", "audit"),
                ("numbers", "numbers", "counted_acts"),
                (WithoutWords, "audit", "audit"),
                (
                    "all projections",
                    "",
                    "mt_doc_story,mt_doc_storytext,mt_doc_publishedstory,mt_doc_storycard,mt_doc_queuedpassage,mt_doc_keyframe,"
                        + "audit,counted_acts,story_words"
                ),
                ("none: all compared", "", ""),
            }
        )
        {
            if (name == WithoutWords)
            {
                await newsroom.RunAsync("drop index newsroom.audit_words");
            }

            var shares = new List<(double Rate, double Raw)>();
            for (var turn = 0; turn < Turns; turn++)
            {
                foreach (var table in tables.Split(',', StringSplitOptions.RemoveEmptyEntries))
                {
                    await newsroom.RunAsync($"truncate newsroom.{table}");
                }

                var raw = await RawAsync(newsroom, store);
                var running = Stopwatch.StartNew();
                await admin.SendAsync(
                    HttpMethod.Post,
                    "/views/rebuild-views",
                    JsonSerializer.Serialize(new { views = views.Split(',', StringSplitOptions.RemoveEmptyEntries) })
                );
                shares.Add((events / running.Elapsed.TotalSeconds, raw));
            }

            var median = shares.OrderBy(s => s.Rate / s.Raw).ElementAt(Turns / 2);
            rows.Add([name, Report.Number(median.Rate), Report.Ratio(median.Rate / median.Raw)]);
            System.Console.Error.WriteLine($"{string.Join("  ", rows[^1])}  of {Report.Number(median.Raw)}");
            if (name == WithoutWords)
            {
                var building = Stopwatch.StartNew();
                await newsroom.RunAsync(
                    $"create index audit_words on {AuditTable.Name} using gin ({AuditTable.Words}) with (gin_pending_list_limit = 256)"
                );
                rows.Add([
                    "that index alone, built after the rows",
                    Report.Number(events / building.Elapsed.TotalSeconds),
                    Report.Ratio(events / building.Elapsed.TotalSeconds / median.Raw),
                ]);
            }
        }

        report.Add(
            "rebuild",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Projections emptied and rebuilt online, {events:N0} events of interleaved streams"
            ),
            ["projection", "events/s", "of reading and deserialising the events"],
            rows
        );
    }

    /// <summary>Measures the events per second that are read in order and deserialised only.</summary>
    private static async Task<double> RawAsync(ServedNewsroom newsroom, IDocumentStore store)
    {
        var types = EventNames.All.ToDictionary();
        await using var command = newsroom.Database.CreateCommand(
            "select seq_id, stream_id, version, timestamp, type, data from newsroom.mt_events order by seq_id"
        );
        var (read, running) = (0, Stopwatch.StartNew());
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            _ = (
                rows.GetInt64(0),
                rows.GetGuid(1),
                rows.GetInt64(2),
                rows.GetDateTime(3),
                store.Options.Serializer().FromJson(types[rows.GetString(4)], rows, 5)
            );
            read++;
        }

        return read / running.Elapsed.TotalSeconds;
    }

    /// <summary>Measures the delay of an event in a view.</summary>
    public static async Task LatencyAsync(ServedNewsroom newsroom, Report report)
    {
        var rows = new List<string[]>();
        rows.Add(["idle", .. await SeenAsync(newsroom)]);
        using var loads = new CommandLoads(newsroom, 8);
        var revise = loads.All.Single(l => l.Name == "revise-article");
        await revise.Prepare(8, 0);
        var full = await Load.ForAsync(8, TimeSpan.FromSeconds(8), revise.Ask);
        var delay = TimeSpan.FromSeconds(8 / (full.Rate / 2)) - TimeSpan.FromMilliseconds(full.Quantile(.5));
        using var stop = new CancellationTokenSource();
        var half = Load.ForAsync(
            8,
            TimeSpan.FromMinutes(5),
            async client =>
            {
                stop.Token.ThrowIfCancellationRequested();
                await revise.Ask(client);
                await Task.Delay(delay > TimeSpan.Zero ? delay : TimeSpan.Zero);
            }
        );
        rows.Add(["half of the revision rate of 8 clients", .. await SeenAsync(newsroom)]);
        await stop.CancelAsync();
        await half.ContinueWith(_ => { }, TaskScheduler.Default);
        report.Add("latency", "From the response of a command until its event is in the audit trail", ["load", "p50 ms", "p99 ms"], rows);
    }

    private static async Task<string[]> SeenAsync(ServedNewsroom newsroom)
    {
        using var editor = newsroom.Client("eve", Role.Editor);
        var times = new List<TimeSpan>();
        await using var connection = await newsroom.Database.OpenConnectionAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var story = await SampleStories.DraftAsync(editor);
            var answered = Stopwatch.GetTimestamp();
            await using var seen = new Npgsql.NpgsqlCommand("select exists (select from newsroom.audit where story = $1)", connection)
            {
                Parameters = { new() { Value = story } },
            };
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
