namespace Newsroom.Api.Operations;

/// <summary>
/// Returns memory to the operating system after costly requests. The garbage collector decommits memory only as it collects, and an idle
/// host does not collect: it would stay as large as its largest requests made it. The runtime's array pools drop arrays only in a
/// collection at least half a minute after another one that found them unused, so further collections follow the first.
/// </summary>
internal sealed class IdleMemory(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var (last, schedule) = (GC.GetTotalAllocatedBytes(), new IdleCollections());
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (schedule.IsDue(clock.GetUtcNow(), now - last, GC.GetGCMemoryInfo().TotalCommittedBytes))
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                schedule.Collected(GC.GetGCMemoryInfo().TotalCommittedBytes);
            }

            last = now;
        }
    }
}
