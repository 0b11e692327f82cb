namespace Newsroom.Api.Operations;

/// <summary>Decides when an idle host collects garbage.</summary>
internal sealed class IdleCollections
{
    /// <summary>The maximum allocation of an idle host in one interval, by polling projections and health checks.</summary>
    internal const long IdleAllocation = 64L << 20;

    /// <summary>The growth of committed memory since the last collection that justifies another one.</summary>
    internal const long WorthReturning = 128L << 20;

    /// <summary>The memory that a collection must return for another one to follow.</summary>
    internal const long WorthFollowing = 8L << 20;

    /// <summary>
    /// The minimum number of collections after the first one and after each that returned memory: each releases a few arrays of the pools,
    /// and none that was in use less than a minute before.
    /// </summary>
    internal const int MinFollowing = 2;

    /// <summary>The time between them: array pools keep what was unused for less than 30 seconds.</summary>
    internal static readonly TimeSpan Following = TimeSpan.FromSeconds(35);

    private long kept;
    private long before;
    private int following;
    private DateTimeOffset latest;

    /// <summary>Decides whether to collect now.</summary>
    /// <param name="now">The time.</param>
    /// <param name="allocated">Bytes allocated since the last call.</param>
    /// <param name="committed">Bytes committed now.</param>
    public bool IsDue(DateTimeOffset now, long allocated, long committed)
    {
        var isFirst = committed > kept + WorthReturning;
        if (allocated >= IdleAllocation || !(isFirst || (following > 0 && now - latest >= Following)))
        {
            return false;
        }

        following = isFirst ? MinFollowing + 1 : following;
        (before, latest) = (committed, now);
        return true;
    }

    /// <summary>Notes what is still committed after a collection.</summary>
    /// <param name="committed">Bytes committed now.</param>
    public void Collected(long committed)
    {
        kept = committed;
        following = before - committed >= WorthFollowing ? MinFollowing : Math.Max(following - 1, 0);
    }
}
