namespace Newsroom.Benchmarks.Performance;

/// <summary>
/// Runs <c>performance [--to file] [part ...]</c>: the named parts, or all except the long ones. <c>performance profile command</c> runs
/// one load, <c>performance profile-read name</c> one read.
/// </summary>
internal static class PerformanceRun
{
    private static readonly Dictionary<string, Func<ServedNewsroom, Report, Task>> Parts = new()
    {
        ["commands"] = CommandTable.MeasureAsync,
        ["costs"] = CommandTable.CostsAsync,
        ["reads"] = ReadTable.MeasureAsync,
        ["console"] = ConsoleTable.MeasureAsync,
        ["latency"] = ViewTable.LatencyAsync,
        ["delivery"] = DeliveryTable.MeasureAsync,
        ["feed"] = FeedTable.MeasureAsync,
        ["growth-revisions"] = LongStoryTable.MeasureAsync,
        ["rebuild"] = ViewTable.RebuildAsync,
        ["start"] = StartTable.MeasureAsync,
        ["idle"] = IdleTable.MeasureAsync,
        // Last: it leaves a log of a million events.
        ["growth"] = GrowthTable.MillionAsync,
    };

    private static readonly Dictionary<string, Func<ServedNewsroom, Report, Task>> LongParts = new()
    {
        ["repair"] = RepairTable.MeasureAsync,
        ["growth-ten-million"] = GrowthTable.TenMillionAsync,
        ["memory"] = MemoryTable.MeasureAsync,
        ["search"] = SearchTable.MeasureAsync,
    };

    public static async Task MeasureAsync(IReadOnlyList<string> arguments)
    {
        var to = arguments is ["--to", var file, ..] ? file : null;
        var named = arguments.Skip(to is null ? 0 : 2).ToList();
        Func<ServedNewsroom, Task>? profiled = named switch
        {
            ["profile", var command] => newsroom => ProfileRun.OfCommandAsync(newsroom, command),
            ["profile-read", var read] => newsroom => ProfileRun.OfReadAsync(newsroom, read),
            _ => null,
        };
        if (profiled is null && named.FirstOrDefault(part => !Parts.ContainsKey(part) && !LongParts.ContainsKey(part)) is { } unknown)
        {
            await System.Console.Error.WriteLineAsync(
                $"Unknown part: {unknown}. Parts: {string.Join(", ", Parts.Keys.Concat(LongParts.Keys))}."
            );
            return;
        }

        if (to is not null && !File.Exists(to))
        {
            await System.Console.Error.WriteLineAsync(
                $"No such file: {to}. It has to have a place for each table, as docs/performance.md has."
            );
            return;
        }

        await using var newsroom = await ServedNewsroom.StartAsync();
        if (profiled is not null)
        {
            await profiled(newsroom);
            return;
        }

        var report = await Report.OnAsync(newsroom);
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
