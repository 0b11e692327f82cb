namespace Newsroom.Benchmarks.Performance;

/// <summary>
/// Runs <c>performance [--to file] [part ...]</c>: the named parts, or all except the long ones. <c>performance profile command</c> runs
/// one load.
/// </summary>
internal static class PerformanceRun
{
    private static readonly Dictionary<string, Func<ServedNewsroom, Report, Task>> Parts = new()
    {
        ["commands"] = CommandTable.Measure,
        ["costs"] = CommandTable.Costs,
        ["reads"] = ReadTable.Measure,
        ["latency"] = ViewTable.Latency,
        ["growth-revisions"] = LongStoryTable.Measure,
        ["rebuild"] = ViewTable.Rebuild,
        ["start"] = StartTable.Measure,
        // Last: it leaves a log of a million events.
        ["growth"] = GrowthTable.Million,
    };

    private static readonly Dictionary<string, Func<ServedNewsroom, Report, Task>> LongParts = new()
    {
        ["repair"] = RepairTable.Measure,
        ["growth-ten-million"] = GrowthTable.TenMillion,
        ["memory"] = MemoryTable.Measure,
    };

    public static async Task Measure(IReadOnlyList<string> arguments)
    {
        var to = arguments is ["--to", var file, ..] ? file : null;
        var named = arguments.Skip(to is null ? 0 : 2).ToList();
        await using var newsroom = await ServedNewsroom.Start();
        if (named is ["profile", var command])
        {
            await ProfileRun.Measure(newsroom, command);
            return;
        }

        var report = await Report.On(newsroom);
        foreach (var part in named.Count > 0 ? named : [.. Parts.Keys])
        {
            await (Parts.GetValueOrDefault(part) ?? LongParts[part])(newsroom, report);
            if (to is not null)
            {
                report.WriteTo(to);
            }
        }
    }
}
