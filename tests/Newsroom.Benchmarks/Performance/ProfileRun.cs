using System.Globalization;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Runs one load for half a minute, for a profiler, and lists the most expensive SQL statements.</summary>
internal static class ProfileRun
{
    private const int Clients = 32;
    private const int ReadClients = 8;
    private const int Turns = 5;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(5);

    /// <summary>Holds a command and compares it with the database's limit.</summary>
    /// <param name="newsroom">The newsroom.</param>
    /// <param name="name">The name of the command.</param>
    public static async Task OfCommandAsync(ServedNewsroom newsroom, string name)
    {
        using (var first = new CommandLoads(newsroom, Clients))
        {
            var revise = first.All.Single(l => l.Name == "revise-article");
            await revise.Prepare(Clients, 0);
            await Load.TimesAsync(Clients, 2000, revise.Ask);
        }

        await using var limit = await Limit.OfAsync(newsroom, Clients);
        using var loads = new CommandLoads(newsroom, Clients);
        var load = loads.All.Single(l => l.Name == name);
        await load.Prepare(Clients, 10_000);
        var share = 0.0;
        await HoldAsync(
            newsroom,
            name,
            turn => Load.ForAsync(Clients, turn, load.Ask),
            async turn =>
            {
                (var done, share) = await limit.BesideAsync(Clients, Turns, turn);
                return done;
            }
        );
        System.Console.WriteLine($"{Report.Ratio(share)} of the limit");
    }

    /// <summary>Holds a read.</summary>
    /// <param name="newsroom">The newsroom.</param>
    /// <param name="name">The name of the read.</param>
    public static async Task OfReadAsync(ServedNewsroom newsroom, string name)
    {
        using var loads = await ReadLoads.OfAsync(newsroom);
        var load = loads.All.Single(l => l.Name == name);
        await HoldAsync(
            newsroom,
            name,
            turn => Load.ForAsync(ReadClients, turn, _ => load.Ask()),
            async turn =>
            {
                var turns = new List<Load>();
                for (var at = 0; at < Turns; at++)
                {
                    turns.Add(await turn());
                }

                return Load.Of(turns);
            }
        );
    }

    private static async Task HoldAsync(
        ServedNewsroom newsroom,
        string name,
        Func<TimeSpan, Task<Load>> load,
        Func<Func<Task<Load>>, Task<Load>> repeat
    )
    {
        await load(Warming);
        await newsroom.RunAsync("select pg_stat_statements_reset()");
        System.Console.WriteLine($"Holding {name}; the API process is {newsroom.ProcessId}.");
        var before = await newsroom.CountAsync();
        var done = await repeat(() => load(Held));
        var after = await newsroom.CountAsync();
        System.Console.WriteLine(
            $"{Report.Number(done.Rate)} requests/s; of each {Report.Ms((after.CpuMs - before.CpuMs) / done.Done)} ms of the API's "
                + $"processor time, {Report.Number((after.Allocated - before.Allocated) / 1024.0 / done.Done)} KB allocated"
        );
        await using var top = newsroom.Database.CreateCommand(
            "select calls, total_exec_time, wal_bytes::bigint, left(regexp_replace(query, '\\s+', ' ', 'g'), 140) from "
                + "pg_stat_statements order by total_exec_time desc limit 25"
        );
        await using var rows = await top.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            System.Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(double)rows.GetInt64(0) / done.Done,6:F2} calls {rows.GetDouble(1) / done.Done,7:F3} ms "
                        + $"{rows.GetInt64(2) / done.Done,6} B WAL a request: {rows.GetString(3)}"
                )
            );
        }
    }
}
