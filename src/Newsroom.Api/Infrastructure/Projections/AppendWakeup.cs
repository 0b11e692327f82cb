using JasperFx.Events.Daemon.HighWater;
using Marten;
using Marten.Services;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>
/// Wakes the daemon when events were appended. A single event is looked for at once; under load, looks are as far apart as
/// without it, so that batches are not smaller. While nothing is appended, the daemon looks seldom: for what others append without a
/// signal.
/// </summary>
/// <param name="clock">The clock.</param>
internal sealed class AppendWakeup(TimeProvider clock) : DocumentSessionListenerBase, IDaemonWakeup
{
    /// <summary>The time between two looks while there is work.</summary>
    public static readonly TimeSpan BusyInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>The time between two looks while there is none.</summary>
    public static readonly TimeSpan IdleInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long looks are frequent after an append. Longer than the daemon waits before it skips the sequence of an event that was rolled
    /// back (3 s), and than a transaction commits after it has appended.
    /// </summary>
    public static readonly TimeSpan BusyTime = TimeSpan.FromSeconds(5);

    // More appends than this in a row, or than one in each interval in the long run, are load.
    private const int Burst = 5;
    private static readonly TimeSpan AppendInterval = TimeSpan.FromMilliseconds(20);

    private readonly Lock guard = new();
    private TaskCompletionSource woken = New();
    private TaskCompletionSource appended = New();
    private DateTimeOffset signalled = DateTimeOffset.MinValue;
    private DateTimeOffset looked = DateTimeOffset.MinValue;
    private double load;

    /// <inheritdoc/>
    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        if (commit.GetEvents().Any())
        {
            Append();
        }

        return Task.CompletedTask;
    }

    /// <summary>Says that this node has appended events.</summary>
    public void Append()
    {
        lock (guard)
        {
            appended.TrySetResult();
        }

        Wake();
    }

    /// <summary>Says that there may be new events.</summary>
    public void Wake()
    {
        lock (guard)
        {
            var now = clock.GetUtcNow();
            load = Math.Min(LoadAt(now) + 1, 2 * Burst);
            signalled = now;
            woken.TrySetResult();
        }
    }

    /// <summary>Waits until this node has appended events since the last time.</summary>
    public async Task WaitForAppendAsync(CancellationToken cancellationToken)
    {
        await Appended().WaitAsync(cancellationToken);
        lock (guard)
        {
            appended = New();
        }
    }

    /// <inheritdoc/>
    public async Task WaitAsync(TimeSpan timeout, CancellationToken token)
    {
        var (signal, longest) = Next(timeout);
        await signal.WaitAsync(longest, clock, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        token.ThrowIfCancellationRequested();
        if (Take() is { } wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, token);
        }
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task Appended()
    {
        lock (guard)
        {
            return appended.Task;
        }
    }

    private (Task Signal, TimeSpan Longest) Next(TimeSpan timeout)
    {
        lock (guard)
        {
            var isBusy = clock.GetUtcNow() - signalled < BusyTime;
            return (woken.Task, isBusy && timeout > BusyInterval ? BusyInterval : timeout);
        }
    }

    /// <summary>Takes the signal. Returns the time until the look that it asks for; null without a signal.</summary>
    private TimeSpan? Take()
    {
        lock (guard)
        {
            if (!woken.Task.IsCompleted)
            {
                return null;
            }

            woken = New();
            var now = clock.GetUtcNow();
            var due = LoadAt(now) <= Burst ? now : looked + BusyInterval;
            looked = due > now ? due : now;
            return looked - now;
        }
    }

    private double LoadAt(DateTimeOffset now) => Math.Max(0, load - ((now - signalled) / AppendInterval));
}
