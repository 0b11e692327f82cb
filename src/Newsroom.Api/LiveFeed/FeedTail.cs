namespace Newsroom.Api.LiveFeed;

/// <summary>
/// Reads new events once for all clients of this node, while there are any. The position of the projections is polled: a notification of
/// the node that appended would come before the lists have the event, and NOTIFY would take a lock of the whole database in each commit.
/// </summary>
internal sealed partial class FeedTail(FeedEventReader reader, FeedListeners listeners, TimeProvider clock, ILogger<FeedTail> log)
    : BackgroundService
{
    /// <summary>The most events that are kept for clients that keep up.</summary>
    public const int Capacity = 4096;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan IntervalAfterFailure = TimeSpan.FromSeconds(1);

    private readonly FeedBuffer buffer = new(Capacity);
    private TaskCompletionSource moved = New();
    private bool hasBegun;

    /// <summary>Gets why the feed cannot be read now; null where it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Gets the position that this node has read.</summary>
    public long End => buffer.End;

    /// <summary>Returns the next events after a position; null where the database has to be asked.</summary>
    public FeedPage? After(long position) => buffer.After(position, FeedEventReader.PageSize);

    /// <summary>Waits until there is something after a position.</summary>
    /// <returns>Whether there is, before the time was over.</returns>
    public async Task<bool> WaitAsync(long position, TimeSpan longest, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + longest;
        while (true)
        {
            var next = Volatile.Read(ref moved).Task;
            if (End > position)
            {
                return true;
            }

            var wait = until - clock.GetUtcNow();
            if (wait <= TimeSpan.Zero)
            {
                return false;
            }

            await next.WaitAsync(wait, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// Reads which stories became confidential since, also where the projections have not reached that: nothing that happened to them
    /// before is told to others from then on.
    /// </summary>
    public async Task ReadConfidentialAsync(CancellationToken cancellationToken)
    {
        if (buffer.Known is { } known)
        {
            var (stories, position) = await reader.MarkedAsync(known, cancellationToken);
            buffer.AddConfidential(stories, position);
        }
    }

    /// <summary>Reads the events that are new.</summary>
    internal async Task AdvanceAsync(CancellationToken cancellationToken)
    {
        var end = await reader.EndAsync(cancellationToken);
        if (!hasBegun || end - End > Capacity)
        {
            hasBegun = true;
            buffer.Reset(end);
            Move();
        }

        while (End < end)
        {
            buffer.Add(await reader.PageAsync(End, end, cancellationToken));
            Move();
        }

        await ReadConfidentialAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await listeners.WaitForAnyAsync(stoppingToken);
            await Task.Delay(await ReadAsync(stoppingToken), clock, stoppingToken);
        }
    }

    /// <summary>Reads what is new.</summary>
    /// <returns>The time until the next read.</returns>
    private async Task<TimeSpan> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AdvanceAsync(cancellationToken);
            Problem = null;
            return Interval;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (Problem is null)
            {
                NotRead(log, failure);
            }

            Problem = $"The live feed cannot be read: {failure.Message}";
            return IntervalAfterFailure;
        }
    }

    private void Move() => Interlocked.Exchange(ref moved, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Warning, "The live feed cannot be read; retrying each second.")]
    private static partial void NotRead(ILogger log, Exception failure);
}
