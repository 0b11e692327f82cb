using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Newsroom.Api.Infrastructure.RateLimits;

/// <summary>
/// The buckets of the callers of one limit. Those that are full are dropped once a minute, because a new one is full too. Where there are
/// as many callers as are kept, further ones share a bucket.
/// </summary>
/// <param name="limit">The limit.</param>
/// <param name="clock">The clock of the sweeps.</param>
/// <param name="maxCallers">How many buckets are kept.</param>
internal sealed class CallerBuckets(RateLimit limit, TimeProvider clock, int maxCallers = CallerBuckets.MaxCallers)
{
    /// <summary>How many buckets are kept.</summary>
    public const int MaxCallers = 20_000;

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<CallerKey, TokenBucketRateLimiter> buckets = new();
    private readonly TokenBucketRateLimiter shared = limit.CreateBucket();
    private long swept = clock.GetTimestamp();
    private int count;

    /// <summary>Gets the limit.</summary>
    public RateLimit Limit => limit;

    /// <summary>Gets how many buckets there are.</summary>
    public int Count => count;

    /// <summary>Takes a token for a request.</summary>
    /// <returns>How many requests are left, or how long to wait where there are none.</returns>
    public (int Left, TimeSpan? Wait) Take(in CallerKey caller)
    {
        SweepIfDue();
        var bucket = buckets.TryGetValue(caller, out var known) ? known : Add(caller);
        bucket.TryReplenish();
        using var lease = bucket.AttemptAcquire();
        if (lease.IsAcquired)
        {
            return ((int)bucket.GetStatistics()!.CurrentAvailablePermits, null);
        }

        return (0, lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));
    }

    private TokenBucketRateLimiter Add(in CallerKey caller)
    {
        if (count >= maxCallers)
        {
            return shared;
        }

        var added = limit.CreateBucket();
        var kept = buckets.GetOrAdd(caller, added);
        if (kept == added)
        {
            Interlocked.Increment(ref count);
        }

        return kept;
    }

    private void SweepIfDue()
    {
        var last = Volatile.Read(ref swept);
        if (clock.GetElapsedTime(last) < BetweenSweeps || Interlocked.CompareExchange(ref swept, clock.GetTimestamp(), last) != last)
        {
            return;
        }

        foreach (var (caller, bucket) in buckets)
        {
            bucket.TryReplenish();
            if (bucket.IdleDuration is not null && buckets.TryRemove(new(caller, bucket)))
            {
                Interlocked.Decrement(ref count);
            }
        }
    }
}
