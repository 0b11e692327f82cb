using System.Globalization;

namespace Newsroom.Benchmarks.Performance;

/// <summary>The database cost and latency of one kind of request, from PostgreSQL's counters.</summary>
/// <param name="Name">The request.</param>
/// <param name="RoundTrips">The database round trips per request.</param>
/// <param name="Pages">The pages touched per request, cached or not.</param>
/// <param name="Load">The latencies.</param>
/// <param name="Scans">The number of full scans of large tables in all requests.</param>
internal sealed record Operation(string Name, double RoundTrips, double Pages, Load Load, long Scans)
{
    private const int Rounds = 200;

    // No request may scan a table with this many rows.
    private const int Large = 5_000;

    private static readonly string SequentialScans =
        "select coalesce(sum(s.seq_scan), 0) from pg_stat_user_tables s join pg_class c on c.oid = s.relid where s.schemaname "
        + $"= 'newsroom' and c.reltuples > {Large}";

    public static IReadOnlyList<string> Columns { get; } =
    ["operation", "round trips", "pages touched", "of few", "median ms", "of few", "p99 ms", "sequential scans of large tables"];

    public string[] Beside(Operation few) =>
        [
            Name,
            RoundTrips.ToString("0.0", CultureInfo.InvariantCulture),
            Report.Number(Pages),
            Report.Ratio(Pages / few.Pages),
            Report.Ms(Load.Quantile(.5)),
            Report.Ratio(Load.Quantile(.5) / few.Load.Quantile(.5)),
            Report.Ms(Load.Quantile(.99)),
            Report.Number(Scans),
        ];

    /// <summary>Measures requests one after another on a server that counts round trips.</summary>
    public static async Task<List<Operation>> MeasureAsync(ServedNewsroom newsroom, IEnumerable<(string Name, Func<Task> Ask)> operations)
    {
        var measured = new List<Operation>();
        foreach (var (name, ask) in operations)
        {
            await Load.TimesAsync(1, 30, _ => ask());
            await newsroom.CatchUpAsync();
            await newsroom.RunAsync("select pg_stat_statements_reset()");
            var (before, scans) = (await newsroom.CountAsync(), await newsroom.ScalarAsync<long>(SequentialScans));
            var load = await Load.TimesAsync(1, Rounds, _ => ask());
            var after = await newsroom.CountAsync();
            // A request's statements run nearly as often as requests; projections handle many events per statement.
            var pages = await newsroom.ScalarAsync<double>(
                $"select coalesce(sum(shared_blks_hit + shared_blks_read), 0) / {Rounds}.0 from pg_stat_statements where calls "
                    + $">= {Rounds / 2}"
            );
            await newsroom.CatchUpAsync();
            measured.Add(
                new Operation(
                    name,
                    (double)(after.RoundTrips - before.RoundTrips) / Rounds,
                    pages,
                    load,
                    await newsroom.ScalarAsync<long>(SequentialScans) - scans
                )
            );
            System.Console.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {measured[^1].RoundTrips:F1} round trips, {pages:F0} pages, {load.Quantile(.5):F2} ms, "
                        + $"{measured[^1].Scans} scans"
                )
            );
        }

        return measured;
    }
}
