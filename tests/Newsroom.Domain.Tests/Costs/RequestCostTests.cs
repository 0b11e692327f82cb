using System.Diagnostics;

namespace Newsroom.Domain.Tests.Costs;

/// <summary>
/// No request takes long, whatever the text. Each size has its share of the two seconds, and time for a machine that does other work besides.
/// NEWSROOM_COSTS=all tries every shape in four sizes, up to the largest; otherwise every fourth is tried, in one.
/// </summary>
[Collection(nameof(Alone))]
public sealed class RequestCostTests(ITestOutputHelper output)
{
    private const double SecondsOfLargest = 2;
    private const double SecondsOfAny = 0.5;

    private const int Every = 4;

    private static readonly bool All = Environment.GetEnvironmentVariable("NEWSROOM_COSTS") == "all";

    private static int[] Sizes => All ? [16 * 1024, 64 * 1024, 256 * 1024, TextRules.MaxBytes] : [64 * 1024];

    private static string[] Shapes => [.. TextShapes.Names.Where((_, i) => All || i % Every == 0)];

    [Fact]
    public void No_request_takes_more_than_two_seconds_of_processor_time()
    {
        var slow = new List<string>();
        foreach (var (shape, size) in Shapes.SelectMany(_ => Sizes, (shape, size) => (shape, size)))
        {
            var most = TimeSpan.FromSeconds(Math.Max(SecondsOfAny, SecondsOfLargest * size / TextRules.MaxBytes));
            foreach (var (name, run) in StoryRequests.For(TextShapes.Make(shape, size - StoryRequests.Room)))
            {
                var cost = Cost(run);
                if (cost > most)
                {
                    slow.Add($"{name} of {size / 1024:N0} KiB of {shape}: {cost.TotalMilliseconds:N0} ms");
                }
            }
        }

        output.WriteLine($"{Shapes.Length} shapes, {Sizes.Length} sizes");
        slow.ShouldBeEmpty();
    }

    private static TimeSpan Cost(Action run)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        run();
        process.Refresh();
        return process.TotalProcessorTime - before;
    }
}

/// <summary>Tests that measure the process, and so run while no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
