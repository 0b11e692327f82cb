namespace Newsroom.Api.LiveFeed;

/// <summary>
/// The latest events of the feed, for the clients that keep up with it. Its size is bounded: for a client that is further behind, the
/// database is read.
/// </summary>
/// <param name="capacity">The number of events that are kept at least; twice as many at most.</param>
internal sealed class FeedBuffer(int capacity)
{
    private readonly Lock guard = new();
    private readonly List<FeedEvent> events = [];

    // Stories that are confidential, or were a moment ago.
    private readonly HashSet<Guid> confidential = [];

    private long start;
    private long? known;

    /// <summary>Gets the position after the last event.</summary>
    public long End { get; private set; }

    /// <summary>Gets the position up to which stories that became confidential are known; null before there is an event to hide.</summary>
    public long? Known
    {
        get
        {
            lock (guard)
            {
                return known;
            }
        }
    }

    /// <summary>Empties the buffer, and continues after a position.</summary>
    public void Reset(long position)
    {
        lock (guard)
        {
            events.Clear();
            confidential.Clear();
            (start, End, known) = (position, position, position);
        }
    }

    /// <summary>Adds stories that became confidential, also by events that are not here yet.</summary>
    /// <param name="stories">The stories.</param>
    /// <param name="position">The position up to which there are no others.</param>
    public void AddConfidential(IEnumerable<Guid> stories, long position)
    {
        lock (guard)
        {
            confidential.UnionWith(stories);
            known = Math.Max(known ?? 0, position);
        }
    }

    /// <summary>Adds the events that follow.</summary>
    public void Add(FeedPage page)
    {
        lock (guard)
        {
            events.AddRange(page.Events);
            confidential.UnionWith(page.Confidential);
            if (events.Count > 2 * capacity)
            {
                var surplus = events.Count - capacity;
                start = events[surplus - 1].Sequence;
                events.RemoveRange(0, surplus);
                confidential.IntersectWith(events.Select(happened => happened.Story));
            }

            End = page.End;
        }
    }

    /// <summary>Returns the events after a position, up to a number; null where the buffer begins later.</summary>
    public FeedPage? After(long position, int most)
    {
        lock (guard)
        {
            if (position < start)
            {
                return null;
            }

            var first = FirstAfter(position);
            var next = events.GetRange(first, Math.Min(most, events.Count - first));
            var hidden = next.Select(happened => happened.Story).Where(confidential.Contains).ToHashSet();
            return new FeedPage(next, hidden, first + next.Count == events.Count ? End : next[^1].Sequence);
        }
    }

    private int FirstAfter(long position)
    {
        var (low, high) = (0, events.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = events[middle].Sequence <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
