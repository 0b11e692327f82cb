namespace Newsroom.Api.Tests;

/// <summary>
/// Polls for a state that no row and no log message announces: the health that a host derives when it is asked, the memory of another
/// process, a connection that works again. For rows there is <see cref="Postgres.TableSignal"/>.
/// </summary>
internal static class Eventually
{
    /// <summary>The longest wait. It bounds a test that fails, and has room for a machine with much else to do.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns when a condition holds.</summary>
    /// <param name="state">The awaited state, for the message.</param>
    /// <param name="holds">The condition.</param>
    /// <param name="instead">What to add to the message; null for nothing.</param>
    /// <param name="patience">The longest wait; null for <see cref="Patience"/>.</param>
    /// <exception cref="TimeoutException">The condition was not met in time.</exception>
    public static async Task HoldsAsync(string state, Func<Task<bool>> holds, Func<Task<string>>? instead = null, TimeSpan? patience = null)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(started) > (patience ?? Patience))
            {
                throw new TimeoutException(
                    $"After {(patience ?? Patience).TotalSeconds} seconds it still does not hold that {state}. "
                        + $"{(instead is null ? "" : await instead())}"
                );
            }

            await Task.Delay(Poll, cancellationToken);
        }
    }
}
