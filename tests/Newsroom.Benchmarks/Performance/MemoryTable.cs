namespace Newsroom.Benchmarks.Performance;

/// <summary>Measures memory during ten minutes of load on a published API.</summary>
internal static class MemoryTable
{
    private const int Clients = 8;
    private const int Minutes = 10;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);
    private static readonly int[] Shown = [1, 2, 5, 8, 10];

    /// <summary>Measures; each minute revises new stories.</summary>
    public static async Task MeasureAsync(ServedNewsroom newsroom, Report report)
    {
        using var api = await PublishedApi.MakeAsync();
        await newsroom.BeginAsync(api.StartAnswering());
        await newsroom.ListeningAsync();
        await Task.Delay(Idle);
        var rows = new List<string[]>();
        await AddAsync("idle", "", collected: false);
        for (var minute = 1; minute <= Minutes; minute++)
        {
            using var loads = new CommandLoads(newsroom, Clients);
            var revise = loads.All.Single(l => l.Name == "revise-article");
            await revise.Prepare(Clients, 0);
            var done = await Load.ForAsync(Clients, TimeSpan.FromMinutes(1), revise.Ask);
            await AddAsync($"minute {minute}", Report.Number(done.Rate), collected: false);
        }

        await newsroom.CatchUpAsync();
        await AddAsync("then, everything collected", "", collected: true);
        await newsroom.ServeAsync();
        report.Add(
            "memory",
            $"Memory of the API, while {Clients} clients revise stories",
            ["", "commands/s", "resident MB", "managed heap MB at the last collection"],
            rows.Where(r => !r[0].StartsWith("minute ", StringComparison.Ordinal) || Shown.Any(m => r[0] == $"minute {m}"))
        );

        async Task AddAsync(string when, string rate, bool collected)
        {
            var used = await newsroom.CountAsync(collected);
            rows.Add([when, rate, StartTable.Megabytes(used.Resident), StartTable.Megabytes(used.Heap)]);
            System.Console.Error.WriteLine(string.Join("  ", rows[^1]));
        }
    }
}
