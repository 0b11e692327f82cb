namespace Newsroom.Benchmarks.Performance;

/// <summary>Measures what a published host takes that nobody uses.</summary>
internal static class IdleTable
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(60);

    // After the start: the runtime compiles busy methods a second time for a while.
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(3)];

    /// <summary>Measures.</summary>
    public static async Task MeasureAsync(ServedNewsroom newsroom, Report report)
    {
        using var api = await PublishedApi.MakeAsync([]);
        await newsroom.StopServingAsync();
        await newsroom.BeginAsync(api.Start());
        await newsroom.ListeningAsync();
        var rows = new List<string[]>();
        foreach (var wait in Waits)
        {
            await Task.Delay(wait);
            var (before, server) = (newsroom.Used.Cpu, newsroom.DatabaseCpuMs());
            await Task.Delay(Span);
            var used = newsroom.Used;
            rows.Add([
                $"after {wait.TotalSeconds:0} s",
                Share((used.Cpu - before).TotalMilliseconds),
                Share(newsroom.DatabaseCpuMs() - server),
                StartTable.Megabytes(used.Resident),
            ]);
        }

        await newsroom.ServeAsync();
        report.Add(
            "idle",
            $"A published host that nobody uses, for {Span.TotalSeconds} s after a start",
            ["", "API, % of a core", "PostgreSQL, % of a core", "API, resident MB"],
            rows
        );
    }

    private static string Share(double milliseconds) =>
        (100 * milliseconds / Span.TotalMilliseconds).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
