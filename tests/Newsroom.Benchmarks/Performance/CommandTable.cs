using System.Globalization;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Measures commands over HTTP, with raw PostgreSQL as the baseline.</summary>
internal static class CommandTable
{
    private const int Counted = 60;
    private const int Chunk = 60;
    private const int Turns = 5;

    private static readonly int[] Clients = [1, 8, 32];

    /// <summary>The writers, identified by their statements.</summary>
    private static readonly (string Of, string Statements)[] Writing =
    [
        ("events", "query like 'select newsroom.mt_quick_append_events%'"),
        (
            "the write model's documents",
            "query like 'insert into newsroom.mt_doc_story %' or query like 'insert into newsroom.mt_doc_storytext %' or query like "
                + "'insert into newsroom.mt_doc_publishedstory %'"
        ),
        ("cards, words and queue", "query ~ 'mt_doc_storycard|mt_doc_queuedpassage|story_words'"),
        ("the audit trail", "query like 'insert into newsroom.audit %'"),
        ("the ledger", "query ~ 'newsroom.ledger_'"),
        ("the projections' progress", "query ~ 'mt_event_progression|mt_mark_event_progression'"),
    ];

    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(2);

    /// <summary>Measures both, turn by turn.</summary>
    public static async Task MeasureAsync(ServedNewsroom newsroom, Report report)
    {
        using (var first = new CommandLoads(newsroom, Clients.Max()))
        {
            await WarmAsync(first, TimeSpan.FromSeconds(2));
        }

        await using (var limit = await Limit.OfAsync(newsroom, Clients.Max()))
        {
            using var loads = new CommandLoads(newsroom, Clients.Max());
            await WarmAsync(loads, Warming);
            await LimitsAsync(limit, report);
            await RatesAsync(newsroom, loads, limit, report);
        }
    }

    private static async Task WarmAsync(CommandLoads loads, TimeSpan time)
    {
        var revise = loads.All.Single(l => l.Name == "revise-article");
        await revise.Prepare(Clients.Max(), 0);
        await Load.ForAsync(Clients.Max(), time, revise.Ask);
        foreach (var load in loads.All.Where(l => l != revise))
        {
            await load.Prepare(1, Chunk);
            await Load.TimesAsync(1, Chunk, load.Ask);
        }
    }

    private static async Task LimitsAsync(Limit limit, Report report)
    {
        var rows = new List<string[]>();
        foreach (var clients in Clients)
        {
            var (both, insert) = (
                await Load.ForAsync(clients, Measuring, limit.ReadAndAppendAsync),
                await Load.ForAsync(clients, Measuring, limit.InsertAsync)
            );
            rows.Add([
                $"{clients}",
                Report.Number(both.Rate),
                Report.Ms(both.Quantile(.5)),
                Report.Ms(both.Quantile(.99)),
                Report.Number(insert.Rate),
            ]);
        }

        report.Add(
            "limit",
            $"Baseline: raw PostgreSQL (COPY: {Report.Number(await limit.CopyRateAsync(200_000))} rows/s)",
            ["connections", "read and append/s", "p50 ms", "p99 ms", "single INSERT/s"],
            rows
        );
    }

    private static async Task RatesAsync(ServedNewsroom newsroom, CommandLoads loads, Limit limit, Report report)
    {
        var rows = new List<string[]>();
        foreach (var load in loads.All)
        {
            foreach (var clients in Clients)
            {
                var times = (clients, load.Name) switch
                {
                    (1, _) => Chunk,
                    (_, "publish") => 4 * Chunk,
                    _ => 6 * Chunk,
                };
                await load.Prepare(clients, times * (Turns + 1));
                await newsroom.CatchUpAsync();

                // A round that is not measured: the API opens the connections that this number of clients needs.
                await TurnAsync();
                var (cpu, database, allocated) = (0.0, 0.0, 0.0);
                var (done, share) = await limit.BesideAsync(
                    clients,
                    Turns,
                    async () =>
                    {
                        var (before, databaseBefore) = (await newsroom.CountAsync(), newsroom.DatabaseCpuMs());
                        var turn = await TurnAsync();
                        var (after, databaseAfter) = (await newsroom.CountAsync(), newsroom.DatabaseCpuMs());
                        (cpu, database, allocated) = (
                            cpu + after.CpuMs - before.CpuMs,
                            database + databaseAfter - databaseBefore,
                            allocated + after.Allocated - before.Allocated
                        );
                        return turn;
                    }
                );
                rows.Add([
                    load.Name,
                    $"{clients}",
                    Report.Number(done.Rate),
                    Report.Ratio(share),
                    Report.Ms(done.Quantile(.5)),
                    Report.Ms(done.Quantile(.99)),
                    Report.Ms(done.Quantile(.999)),
                    Report.Ms(cpu / done.Done),
                    Report.Ms(database / done.Done),
                    Report.Number(allocated / 1024.0 / done.Done),
                ]);
                System.Console.Error.WriteLine(string.Join("  ", rows[^1]));

                Task<Load> TurnAsync() =>
                    load.Name is "draft-article" or "revise-article"
                        ? Load.ForAsync(clients, Measuring, load.Ask)
                        : Load.TimesAsync(clients, times, load.Ask);
            }
        }

        report.Add(
            "commands",
            "Commands over HTTP, with all projections and the ledger, client on the same machine; a share of the limit is the median "
                + "of the turns",
            [
                "command",
                "clients",
                "commands/s",
                "of the limit",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "API CPU ms",
                "PostgreSQL CPU ms",
                "allocated KB",
            ],
            rows
        );
    }

    /// <summary>
    /// Measures the database work of one command, as counted by PostgreSQL: one client, full-page images off, so that the command's own
    /// work is counted.
    /// </summary>
    public static async Task CostsAsync(ServedNewsroom newsroom, Report report)
    {
        await newsroom.RunAsync("alter system set full_page_writes = off");
        await newsroom.RunAsync("select pg_reload_conf()");
        await newsroom.ServeAsync(countTrips: true);
        using var loads = new CommandLoads(newsroom, 1);
        var rows = new List<string[]>();
        foreach (var load in loads.All)
        {
            await load.Prepare(1, Counted + 12);
            await Load.TimesAsync(1, 12, load.Ask);
            await newsroom.CatchUpAsync();
            await newsroom.RunAsync("select pg_stat_statements_reset()");
            var stored = await newsroom.ScalarAsync<long>(Stored);
            var (before, wal) = (await newsroom.CountAsync(), await newsroom.ScalarAsync<long>(Wal));
            await Load.TimesAsync(1, Counted, load.Ask);
            var after = await newsroom.CountAsync();
            await newsroom.CatchUpAsync();
            var total = await newsroom.ScalarAsync<long>(Wal) - wal;
            var written = new List<long>();
            foreach (var (_, statements) in Writing)
            {
                written.Add(
                    await newsroom.ScalarAsync<long>($"select coalesce(sum(wal_bytes), 0) from pg_stat_statements where {statements}")
                );
            }

            rows.Add([
                load.Name,
                ((double)(after.RoundTrips - before.RoundTrips) / (after.Requests - before.Requests)).ToString(
                    "0.0",
                    CultureInfo.InvariantCulture
                ),
                .. written.Append(total - written.Sum()).Select(bytes => Report.Number(bytes / Counted)),
                Report.Number((await newsroom.ScalarAsync<long>(Stored) - stored) / Counted),
            ]);
            System.Console.Error.WriteLine(string.Join("  ", rows[^1]));
        }

        await newsroom.RunAsync("alter system reset full_page_writes");
        await newsroom.RunAsync("select pg_reload_conf()");
        await newsroom.ServeAsync();
        report.Add(
            "costs",
            "Database work of one command (one client; bytes without full-page images)",
            ["command", "round trips", .. Writing.Select(w => $"WAL of {w.Of}"), "WAL of commits and the rest", "bytes stored in events"],
            rows
        );
    }

    private const string Wal = "select pg_current_wal_insert_lsn() - '0/0'";

    private const string Stored = "select pg_total_relation_size('newsroom.mt_events')";
}
