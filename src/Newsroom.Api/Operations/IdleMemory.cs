namespace Newsroom.Api.Operations;

/// <summary>
/// Returns memory to the operating system after costly requests. The garbage collector decommits memory only as it collects, and an idle host does not
/// collect: it would stay as large as its largest requests made it.
/// </summary>
internal sealed class IdleMemory(TimeProvider clock) : BackgroundService
{
    /// <summary>What an idle host allocates at most in one interval: its projections poll, its health is asked for.</summary>
    internal const long IdleAllocation = 64L << 20;

    /// <summary>How much more than after the last time has to be committed for a collection to be worth its pause.</summary>
    internal const long WorthReturning = 128L << 20;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Decides whether to collect.</summary>
    /// <param name="allocated">Bytes allocated since the last interval.</param>
    /// <param name="committed">Bytes committed now.</param>
    /// <param name="kept">Bytes that stayed committed after the last collection; 0 before the first.</param>
    internal static bool IsDue(long allocated, long committed, long kept) => allocated < IdleAllocation && committed > kept + WorthReturning;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var (last, kept) = (GC.GetTotalAllocatedBytes(), 0L);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (IsDue(now - last, GC.GetGCMemoryInfo().TotalCommittedBytes, kept))
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                kept = GC.GetGCMemoryInfo().TotalCommittedBytes;
            }

            last = now;
        }
    }
}
