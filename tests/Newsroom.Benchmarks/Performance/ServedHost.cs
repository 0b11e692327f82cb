using System.Diagnostics;
using System.Text.Json;

namespace Newsroom.Benchmarks.Performance;

/// <summary>What a process that serves has used so far.</summary>
/// <param name="CpuMs">Processor time of the process, in milliseconds.</param>
/// <param name="Allocated">Bytes allocated on the heap.</param>
/// <param name="Resident">Resident memory, in bytes.</param>
/// <param name="Heap">What was on the heap after the last collection, in bytes.</param>
/// <param name="Requests">Requests that asked the database, where that is counted.</param>
/// <param name="RoundTrips">How often they waited for it.</param>
internal sealed record Counters(double CpuMs, long Allocated, long Resident, long Heap, long Requests, long RoundTrips);

/// <summary>
/// The API in a process of its own, as it is: its own entry point, on a real Kestrel. Beside it, on standard input and output, it is asked what it has used;
/// so is a published API that has this assembly as its startup hook.
/// </summary>
internal static class ServedHost
{
    /// <summary>The argument that makes this program serve.</summary>
    public const string Verb = "serve";

    /// <summary>Set where round trips are to be counted, which costs a little.</summary>
    public const string CountTrips = "NEWSROOM_BENCH_COUNT_TRIPS";

    /// <summary>A question on standard input: what has been used, once what is not needed is collected. Any other asks the same without collecting.</summary>
    public const string Collect = "collect";

    /// <summary>What an answer on standard output begins with.</summary>
    public const string Prefix = "counters ";

    /// <summary>What counts round trips; null where nothing does.</summary>
    public static RoundTrips? Trips { get; private set; }

    /// <summary>Serves until the process is killed.</summary>
    public static async Task Run()
    {
        Trips = Environment.GetEnvironmentVariable(CountTrips) is null ? null : new RoundTrips();
        AnswerBeside();
        var entry = typeof(Program).Assembly.EntryPoint!;
        await (entry.Invoke(null, [Array.Empty<string>()]) as Task ?? Task.CompletedTask);
    }

    /// <summary>Answers questions beside whatever else the process does.</summary>
    public static void AnswerBeside() => _ = Task.Run(Answer);

    private static async Task Answer()
    {
        while (await Console.In.ReadLineAsync() is { } question)
        {
            if (question == Collect)
            {
                GC.Collect();
            }

            using var self = Process.GetCurrentProcess();
            Console.WriteLine(
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
