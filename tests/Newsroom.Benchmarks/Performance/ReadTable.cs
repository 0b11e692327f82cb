namespace Newsroom.Benchmarks.Performance;

/// <summary>Compares reads over HTTP with a SELECT of the same row's JSON through the same Kestrel.</summary>
internal static class ReadTable
{
    private const int Clients = 8;
    private const int Turns = 5;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public static async Task MeasureAsync(ServedNewsroom newsroom, Report report)
    {
        using var loads = await ReadLoads.OfAsync(newsroom);
        var rows = new List<string[]>();
        foreach (var (name, raw, ask) in loads.All)
        {
            await Load.ForAsync(Clients, Turn, _ => ask());
            var (turns, shares) = (new List<Load>(), new List<double>());
            for (var turn = 0; turn < Turns; turn++)
            {
                var limit = await Load.ForAsync(Clients, Turn, _ => loads.RawAsync(raw));
                turns.Add(await Load.ForAsync(Clients, Turn, _ => ask()));
                shares.Add(turns[^1].Rate / limit.Rate);
            }

            shares.Sort();
            var all = Load.Of(turns);
            rows.Add([
                name,
                Report.Number(all.Rate),
                Report.Ratio(shares[Turns / 2]),
                Report.Ms(all.Quantile(.5)),
                Report.Ms(all.Quantile(.99)),
            ]);
            System.Console.Error.WriteLine(string.Join("  ", rows[^1]));
        }

        report.Add(
            "reads",
            $"Reads over HTTP at {Clients} clients, {ReadLoads.Stories} published stories of 3 KB with {SampleStories.Passages} "
                + "quotations, and as many on the board of a desk",
            ["read", "answers/s", "of a raw SELECT through the same Kestrel", "p50 ms", "p99 ms"],
            rows
        );
    }
}
