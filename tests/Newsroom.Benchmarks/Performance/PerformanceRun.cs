namespace Newsroom.Benchmarks.Performance;

/// <summary><c>performance [--to file] [part ...]</c> measures the parts named, or all but those that take long, in one run; <c>performance profile command</c> holds one load.</summary>
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
        // Last: it leaves a record of a million events behind.
        ["growth"] = GrowthTable.Million,
    };

    private static readonly Dictionary<string, Func<ServedNewsroom, Report, Task>> LongParts = new()
    {
        ["growth-ten-million"] = GrowthTable.TenMillion,
        ["memory"] = MemoryTable.Measure,
    };

    /// <summary>Measures.</summary>
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
