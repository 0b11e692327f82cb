namespace Newsroom.Api.Tests;

/// <summary>
/// Polls for a state that no row and no log message announces: the health that a host computes on request, the memory of another process,
/// a restored connection. For rows there is <see cref="Postgres.TableSignal"/>.
/// </summary>
internal static class Eventually
{
    /// <summary>The longest wait. It bounds a test that fails, and leaves room for a busy machine.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns when a condition holds.</summary>
    /// <param name="state">The awaited state, for the message.</param>
    /// <param name="holds">The condition.</param>
    /// <param name="instead">What to add to the message; null for nothing.</param>
    /// <param name="timeout">The longest wait; null for <see cref="Timeout"/>.</param>
    /// <exception cref="TimeoutException">The condition was not met in time.</exception>
    public static async Task HoldsAsync(string state, Func<Task<bool>> holds, Func<Task<string>>? instead = null, TimeSpan? timeout = null)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(started) > (timeout ?? Timeout))
            {
                throw new TimeoutException(
                    $"After {(timeout ?? Timeout).TotalSeconds} seconds it does not hold that {state}. "
                        + $"{(instead is null ? "" : await instead())}"
                );
            }

            await Task.Delay(PollingInterval, cancellationToken);
        }
    }
}
