using System.Collections.Immutable;

namespace Newsroom.Domain.Subscribers;

/// <summary>When a delivery that failed is tried again.</summary>
public static class RetrySchedule
{
    /// <summary>
    /// The share by which a delay is longer or shorter, so that a subscriber that is back is not sent everything at once.
    /// </summary>
    public const double Jitter = 0.1;

    /// <summary>Gets the delays before each attempt; the first is made at once.</summary>
    public static ImmutableArray<TimeSpan> Delays { get; } =
    [
        TimeSpan.Zero,
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
    ];

    /// <summary>Gets the longest wait that a subscriber can ask for.</summary>
    public static TimeSpan MaxRetryAfter => Delays[^1];

    /// <summary>Returns the delay after a number of attempts that failed; null where there is no further attempt.</summary>
    /// <param name="attempts">The number of attempts made, from 1.</param>
    /// <param name="drawn">A random number from 0 to 1, which the jitter is drawn from.</param>
    /// <param name="retryAfter">The least delay that the subscriber asked for (<c>Retry-After</c>); null for none.</param>
    public static TimeSpan? DelayAfter(int attempts, double drawn, TimeSpan? retryAfter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (attempts >= Delays.Length)
        {
            return null;
        }

        var delay = Delays[attempts] * (1 + (Jitter * ((2 * drawn) - 1)));
        var asked = retryAfter is { } least && least > MaxRetryAfter ? MaxRetryAfter : retryAfter ?? TimeSpan.Zero;
        return delay > asked ? delay : asked;
    }
}
