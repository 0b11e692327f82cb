using System.Diagnostics.Metrics;

namespace Newsroom.Api.LiveFeed;

/// <summary>Counts the connections to the feed, so that their number is bounded, and the feed is read only while there are some.</summary>
internal sealed class FeedListeners
{
    /// <summary>The most connections of this node.</summary>
    public const int Max = 1000;

    /// <summary>The most connections of a person to this node.</summary>
    public const int MaxOfPerson = 32;

    private readonly Lock guard = new();
    private readonly Dictionary<string, int> people = new(StringComparer.Ordinal);
    private TaskCompletionSource any = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates the count.</summary>
    /// <param name="meters">Publishes it as <c>newsroom.feed.connections</c> of the meter <c>Newsroom.Feed</c>; null for nowhere.</param>
    public FeedListeners(IMeterFactory? meters = null) =>
        meters
            ?.Create("Newsroom.Feed")
            .CreateObservableGauge("newsroom.feed.connections", () => Count, "{connection}", "Connections to the feed of this node.");

    /// <summary>Gets the number of connections.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a connection of a person; null where there are too many. Disposing of the result removes it.</summary>
    public IDisposable? Add(string person)
    {
        lock (guard)
        {
            var own = people.GetValueOrDefault(person);
            if (Count >= Max || own >= MaxOfPerson)
            {
                return null;
            }

            (Count, people[person]) = (Count + 1, own + 1);
            any.TrySetResult();
            return new Connection(this, person);
        }
    }

    /// <summary>Waits until there is a connection.</summary>
    public Task WaitForAnyAsync(CancellationToken cancellationToken)
    {
        lock (guard)
        {
            return any.Task.WaitAsync(cancellationToken);
        }
    }

    private void Remove(string person)
    {
        lock (guard)
        {
            if (--people[person] == 0)
            {
                people.Remove(person);
            }

            if (--Count == 0)
            {
                any = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    private sealed class Connection(FeedListeners listeners, string person) : IDisposable
    {
        private bool isClosed;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref isClosed, true))
            {
                listeners.Remove(person);
            }
        }
    }
}
