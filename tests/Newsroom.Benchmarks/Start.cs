using BenchmarkDotNet.Running;
using Newsroom.Benchmarks.Ledgers;
using Newsroom.Benchmarks.Performance;
using Newsroom.Benchmarks.Replay;

namespace Newsroom.Benchmarks;

/// <summary><c>performance</c> measures commands, reads and views against what PostgreSQL gives, <c>ledger</c> what the ledger costs, <c>storage</c> and repositories what histories take up; anything else is for BenchmarkDotNet.</summary>
public static class Start
{
    /// <summary>Measures what the arguments say.</summary>
    public static async Task Main(string[] args)
    {
        switch (args)
        {
            case [ServedHost.Verb]:
                await ServedHost.Run();
                break;
            case ["performance", .. var parts]:
                await PerformanceRun.Measure(parts);
                break;
            case ["ledger"]:
                await LedgerCost.Measure();
                break;
            case ["storage", .. var repositories] when repositories.Length > 0:
                await StorageTable.Measure(repositories);
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Start).Assembly).Run(args);
                break;
        }
    }
}
