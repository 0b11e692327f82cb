namespace Newsroom.Console.Changes;

/// <summary>Counts the pages that listen for changes, so that their number is bounded.</summary>
internal sealed class ChangeListeners
{
    /// <summary>The most pages of all people.</summary>
    public const int Max = 500;

    /// <summary>The most pages of one session.</summary>
    public const int MaxOfSession = 8;

    private readonly Lock guard = new();

    private readonly Dictionary<string, int> sessions = [];

    private int count;

    /// <summary>Adds a page of a session; null where there are too many. Disposing of the result removes it.</summary>
    public IDisposable? Add(string session)
    {
        lock (guard)
        {
            var own = sessions.GetValueOrDefault(session);
            if (count >= Max || own >= MaxOfSession)
            {
                return null;
            }

            (count, sessions[session]) = (count + 1, own + 1);
            return new Seat(this, session);
        }
    }

    private void Remove(string session)
    {
        lock (guard)
        {
            count--;
            if (--sessions[session] == 0)
            {
                sessions.Remove(session);
            }
        }
    }

    private sealed class Seat(ChangeListeners listeners, string session) : IDisposable
    {
        private bool isFree;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref isFree, true))
            {
                listeners.Remove(session);
            }
        }
    }
}
