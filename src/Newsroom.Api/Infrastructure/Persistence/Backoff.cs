namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Delays between the attempts of one operation: each about twice the one before, with jitter, up to a maximum.</summary>
/// <param name="First">The longest delay before the second attempt.</param>
/// <param name="Max">The longest delay before any later attempt.</param>
public sealed record Backoff(TimeSpan First, TimeSpan Max)
{
    /// <summary>Gets the delays of transactions that collide within one request.</summary>
    public static Backoff OfTransactions { get; } = new(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(250));

    /// <summary>Gets the delays of background work, for which no caller waits.</summary>
    public static Backoff OfBackgroundWork { get; } = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5));

    /// <summary>Gets the source of the jitter.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Returns the delay after an attempt, between half of its bound and its bound.</summary>
    /// <param name="attempt">The attempt that failed; the first one is 1.</param>
    /// <param name="random">A number from 0 up to and without 1.</param>
    public TimeSpan After(int attempt, double random)
    {
        var bound = Math.Min(First.Ticks * Math.Pow(2, Math.Max(attempt, 1) - 1), Max.Ticks);
        return TimeSpan.FromTicks((long)(bound * (1 + random) / 2));
    }

    /// <summary>Draws a delay after an attempt.</summary>
    public TimeSpan Draw(int attempt) => After(attempt, Random.NextDouble());

    /// <summary>Waits after an attempt.</summary>
    public Task DelayAsync(int attempt, TimeProvider clock, CancellationToken cancellationToken) =>
        Task.Delay(Draw(attempt), clock, cancellationToken);
}
