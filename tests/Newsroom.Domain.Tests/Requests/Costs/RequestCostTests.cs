using System.Diagnostics;
using System.Reflection;

namespace Newsroom.Domain.Tests.Requests.Costs;

/// <summary>
/// No request takes more than two seconds of processor time or 500 MB, for any text. NEWSROOM_COSTS=all runs every shape in four sizes;
/// build with <c>-c Release</c> for it. By default the most expensive shape runs in the largest size, and every eighth in a small one.
/// </summary>
public sealed class RequestCostTests(ITestOutputHelper output)
{
    private const double MaxSeconds = 2;

    // Test machines are slow and busy, and test code is not optimised. A higher cost means that linear work has become quadratic.
    private const double MaxSecondsUnoptimised = 10 * MaxSeconds;

    private const int ShapeStep = 8;
    private const int Small = 16 * 1024;

    private static readonly bool All = Environment.GetEnvironmentVariable("NEWSROOM_COSTS") == "all";

    // Of all shapes this needs the most memory and nearly the most time.
    private static readonly string[] Worst = ["CRLF"];

    [Fact]
    public async Task No_request_takes_more_than_two_seconds_of_processor_time_or_500_MB()
    {
        var costs = All
            ? await MeasureAsync(TextShapes.Names, [16 * 1024, 64 * 1024, 256 * 1024, TextRules.MaxBytes], TimeSpan.FromHours(1))
            :
            [
                .. await MeasureAsync(Worst, [TextRules.MaxBytes], TimeSpan.FromMinutes(5)),
                .. await MeasureAsync(TextShapes.Names.Where((_, i) => i % ShapeStep == 0), [Small], TimeSpan.FromMinutes(5)),
            ];

        var max = All && IsOptimised ? MaxSeconds : MaxSecondsUnoptimised;
        foreach (var cost in costs.OrderByDescending(c => c.Seconds).Take(10).Concat(costs.OrderByDescending(c => c.PeakBytes).Take(10)))
        {
            output.WriteLine(cost.ToString());
        }

        costs.Where(c => c.Seconds is null).ShouldBeEmpty("They did not end.");
        costs.Where(c => c.Seconds > max).ShouldBeEmpty($"They took more than {max} s.");
        costs.Where(c => !c.HasMemory).ShouldBeEmpty($"They needed more than {MeasuringProcess.MaxBytes:N0} bytes.");
    }

    private static bool IsOptimised =>
        typeof(TextRules).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    private static Task<List<RequestCost>> MeasureAsync(IEnumerable<string> shapes, IEnumerable<int> sizes, TimeSpan timeout) =>
        MeasuringProcess.MeasureAsync(shapes, sizes, timeout, TestContext.Current.CancellationToken);
}
