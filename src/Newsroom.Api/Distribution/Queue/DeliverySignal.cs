namespace Newsroom.Api.Distribution.Queue;

/// <summary>Wakes the dispatcher of this node where a delivery has become due.</summary>
public sealed class DeliverySignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);
    private readonly Lock guard = new();

    /// <summary>Wakes the dispatcher; if it is busy, it looks again afterwards.</summary>
    public void Set()
    {
        lock (guard)
        {
            if (semaphore.CurrentCount == 0)
            {
                semaphore.Release();
            }
        }
    }

    /// <summary>Waits for the signal, at most for a time.</summary>
    /// <param name="longest">The longest time.</param>
    /// <param name="clock">The clock that the time is taken from.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var signalled = semaphore.WaitAsync(ended.Token);
        var late = Task.Delay(longest, clock, ended.Token);
        await Task.WhenAny(signalled, late);
        if (!signalled.IsCompleted)
        {
            await ended.CancelAsync();
        }

        try
        {
            await signalled;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => semaphore.Dispose();
}
