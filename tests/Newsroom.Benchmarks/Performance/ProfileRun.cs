using System.Globalization;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Runs one load for half a minute, for a profiler, and lists the most expensive SQL statements.</summary>
internal static class ProfileRun
{
    private const int Clients = 32;
    private const int Turns = 5;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(5);

    /// <param name="command">The command to send.</param>
    public static async Task MeasureAsync(ServedNewsroom newsroom, string command)
    {
        using (var first = new CommandLoads(newsroom, Clients))
        {
            var revise = first.All.Single(l => l.Name == "revise-article");
            await revise.Prepare(Clients, 0);
            await Load.TimesAsync(Clients, 2000, revise.Ask);
        }

        await using var limit = await Limit.OfAsync(newsroom, Clients);
        using var loads = new CommandLoads(newsroom, Clients);
        var load = loads.All.Single(l => l.Name == command);
        await load.Prepare(Clients, 10_000);
        await Load.ForAsync(Clients, Warming, load.Ask);
        await newsroom.RunAsync("select pg_stat_statements_reset()");
        Console.WriteLine($"Holding {command} with {Clients} clients; the API process is {newsroom.ProcessId}.");
        var before = await newsroom.CountAsync();
        var (done, share) = await limit.BesideAsync(Clients, Turns, () => Load.ForAsync(Clients, Held, load.Ask));
        var after = await newsroom.CountAsync();
        Console.WriteLine(
            $"{Report.Number(done.Rate)} commands/s, {Report.Ratio(share)} of the limit; of each "
                + $"{Report.Ms((after.CpuMs - before.CpuMs) / done.Done)} ms of the API's processor time, "
                + $"{Report.Number((after.Allocated - before.Allocated) / 1024.0 / done.Done)} KB allocated"
        );
        await using var top = newsroom.Database.CreateCommand(
            "select calls, total_exec_time, wal_bytes::bigint, left(regexp_replace(query, '\\s+', ' ', 'g'), 140) from "
                + "pg_stat_statements order by total_exec_time desc limit 25"
        );
        await using var rows = await top.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(double)rows.GetInt64(0) / done.Done,6:F2} calls {rows.GetDouble(1) / done.Done,7:F3} ms "
                        + $"{rows.GetInt64(2) / done.Done,6} B WAL a command: {rows.GetString(3)}"
                )
            );
        }
    }
}
