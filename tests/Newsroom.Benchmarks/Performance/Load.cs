using System.Collections.Concurrent;
using System.Diagnostics;

namespace Newsroom.Benchmarks.Performance;

/// <summary>The result of a load.</summary>
/// <param name="Clients">The number of concurrent clients.</param>
/// <param name="Done">The number of completed requests.</param>
/// <param name="Elapsed">The duration.</param>
/// <param name="Latencies">The latencies, sorted.</param>
internal sealed record Load(int Clients, int Done, TimeSpan Elapsed, TimeSpan[] Latencies)
{
    /// <summary>Gets the requests per second.</summary>
    public double Rate => Done / Elapsed.TotalSeconds;

    /// <summary>Returns a quantile of the latencies in milliseconds.</summary>
    public double Quantile(double q) =>
        Latencies.Length == 0 ? double.NaN : Latencies[Math.Min(Latencies.Length - 1, (int)(q * Latencies.Length))].TotalMilliseconds;

    /// <summary>Combines several loads.</summary>
    public static Load Of(IReadOnlyList<Load> parts)
    {
        var latencies = parts.SelectMany(p => p.Latencies).ToArray();
        Array.Sort(latencies);
        return new Load(parts[0].Clients, latencies.Length, TimeSpan.FromTicks(parts.Sum(p => p.Elapsed.Ticks)), latencies);
    }

    /// <summary>Runs clients for a time, each with one request at a time.</summary>
    /// <param name="clients">The number of clients.</param>
    /// <param name="time">The duration.</param>
    /// <param name="ask">Sends a request of a client.</param>
    public static Task<Load> ForAsync(int clients, TimeSpan time, Func<int, Task> ask)
    {
        var started = Stopwatch.GetTimestamp();
        return RunAsync(clients, () => Stopwatch.GetElapsedTime(started) < time, ask);
    }

    /// <summary>Runs clients for a total number of requests.</summary>
    public static Task<Load> TimesAsync(int clients, int times, Func<int, Task> ask)
    {
        var left = times;
        return RunAsync(clients, () => Interlocked.Decrement(ref left) >= 0, ask);
    }

    private static async Task<Load> RunAsync(int clients, Func<bool> more, Func<int, Task> ask)
    {
        var all = new ConcurrentBag<List<TimeSpan>>();
        var running = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        var mine = new List<TimeSpan>();
                        while (more())
                        {
                            var asked = Stopwatch.GetTimestamp();
                            await ask(client);
                            mine.Add(Stopwatch.GetElapsedTime(asked));
                        }

                        all.Add(mine);
                    })
                )
        );
        var elapsed = running.Elapsed;
        var latencies = all.SelectMany(l => l).ToArray();
        Array.Sort(latencies);
        return new Load(clients, latencies.Length, elapsed, latencies);
    }
}
