using BenchmarkDotNet.Running;
using Newsroom.Benchmarks.Ledgers;
using Newsroom.Benchmarks.Performance;
using Newsroom.Benchmarks.Replay;

namespace Newsroom.Benchmarks;

/// <summary>
/// Runs <c>performance</c> (commands, reads and projections against a PostgreSQL baseline), <c>ledger</c>, or <c>storage</c> with
/// repositories; passes other arguments to BenchmarkDotNet.
/// </summary>
public static class Start
{
    public static async Task Main(string[] args)
    {
        switch (args)
        {
            case [ServedHost.Verb]:
                await ServedHost.RunAsync();
                break;
            case ["performance", .. var parts]:
                await PerformanceRun.MeasureAsync(parts);
                break;
            case ["ledger"]:
                await LedgerCost.MeasureAsync();
                break;
            case ["storage", .. var repositories] when repositories.Length > 0:
                await StorageTable.MeasureAsync(repositories);
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Start).Assembly).Run(args);
                break;
        }
    }
}
