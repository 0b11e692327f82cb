using System.Collections.Concurrent;
using System.Diagnostics;

namespace Newsroom.Benchmarks.Performance;

/// <summary>What a load came to.</summary>
/// <param name="Clients">How many asked at once.</param>
/// <param name="Done">How many requests were answered.</param>
/// <param name="Elapsed">In which time.</param>
/// <param name="Latencies">Of each, sorted.</param>
internal sealed record Load(int Clients, int Done, TimeSpan Elapsed, TimeSpan[] Latencies)
{
    /// <summary>Requests a second.</summary>
    public double Rate => Done / Elapsed.TotalSeconds;

    /// <summary>A quantile of the latencies, in milliseconds.</summary>
    public double Quantile(double q) =>
        Latencies.Length == 0 ? double.NaN : Latencies[Math.Min(Latencies.Length - 1, (int)(q * Latencies.Length))].TotalMilliseconds;

    /// <summary>Several as one.</summary>
    public static Load Of(IReadOnlyList<Load> parts)
    {
        var latencies = parts.SelectMany(p => p.Latencies).ToArray();
        Array.Sort(latencies);
        return new Load(parts[0].Clients, latencies.Length, TimeSpan.FromTicks(parts.Sum(p => p.Elapsed.Ticks)), latencies);
    }

    /// <summary>Has clients ask for a time, one request after another each.</summary>
    /// <param name="clients">How many.</param>
    /// <param name="time">For how long.</param>
    /// <param name="ask">A request of a client.</param>
    public static Task<Load> For(int clients, TimeSpan time, Func<int, Task> ask)
    {
        var started = Stopwatch.GetTimestamp();
        return Run(clients, () => Stopwatch.GetElapsedTime(started) < time, ask);
    }

    /// <summary>Has clients ask so many times all together.</summary>
    public static Task<Load> Times(int clients, int times, Func<int, Task> ask)
    {
        var left = times;
        return Run(clients, () => Interlocked.Decrement(ref left) >= 0, ask);
    }

    private static async Task<Load> Run(int clients, Func<bool> more, Func<int, Task> ask)
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
