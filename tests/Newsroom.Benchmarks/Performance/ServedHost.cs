using System.Diagnostics;
using System.Text.Json;

namespace Newsroom.Benchmarks.Performance;

/// <summary>The resource usage of the API process.</summary>
/// <param name="CpuMs">Processor time in milliseconds.</param>
/// <param name="Allocated">Bytes allocated on the heap.</param>
/// <param name="Resident">Resident memory in bytes.</param>
/// <param name="Heap">Heap size after the last collection in bytes.</param>
/// <param name="Requests">Requests that used the database, if counted.</param>
/// <param name="RoundTrips">Database round trips of these requests.</param>
internal sealed record Counters(double CpuMs, long Allocated, long Resident, long Heap, long Requests, long RoundTrips);

/// <summary>
/// Runs the API in a separate process through its own entry point. It reports resource usage on standard input and output, as does a
/// published API with this assembly as its startup hook.
/// </summary>
internal static class ServedHost
{
    /// <summary>The argument that starts the API.</summary>
    public const string Verb = "serve";

    /// <summary>Enables counting of round trips, which has a small cost.</summary>
    public const string CountTrips = "NEWSROOM_BENCH_COUNT_TRIPS";

    /// <summary>A line on standard input that requests usage after a garbage collection. Any other line requests it without one.</summary>
    public const string Collect = "collect";

    /// <summary>The prefix of a response on standard output.</summary>
    public const string Prefix = "counters ";

    /// <summary>Gets the round-trip counter; null if disabled.</summary>
    public static RoundTrips? Trips { get; private set; }

    /// <summary>Runs the API until the process is killed.</summary>
    public static async Task RunAsync()
    {
        Trips = Environment.GetEnvironmentVariable(CountTrips) is null ? null : new RoundTrips();
        AnswerBeside();
        var entry = typeof(Program).Assembly.EntryPoint!;
        await (entry.Invoke(null, [Array.Empty<string>()]) as Task ?? Task.CompletedTask);
    }

    /// <summary>Answers usage requests in the background.</summary>
    public static void AnswerBeside() => _ = Task.Run(AnswerAsync);

    private static async Task AnswerAsync()
    {
        while (await System.Console.In.ReadLineAsync() is { } question)
        {
            if (question == Collect)
            {
                GC.Collect();
            }

            using var self = Process.GetCurrentProcess();
            System.Console.WriteLine(
                Prefix
                    + JsonSerializer.Serialize(
                        new Counters(
                            self.TotalProcessorTime.TotalMilliseconds,
                            GC.GetTotalAllocatedBytes(),
                            self.WorkingSet64,
                            GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes,
                            Trips?.Requests ?? 0,
                            Trips?.Count ?? 0
                        )
                    )
            );
        }
    }
}
