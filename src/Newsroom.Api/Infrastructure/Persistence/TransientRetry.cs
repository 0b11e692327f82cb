using JasperFx;
using JasperFx.Events;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>
/// Repeats transactions that PostgreSQL or the store refuses because of a concurrent one. Nothing of a refused transaction is stored.
/// </summary>
public static class TransientRetry
{
    /// <summary>The maximum number of attempts of a transaction.</summary>
    public const int MaxAttempts = 5;

    /// <summary>The maximum number of attempts of a change of one small stream: of those that collide, one succeeds each time.</summary>
    public const int MaxAttemptsOnOneStream = 20;

    /// <summary>Determines whether a transaction was refused because of another one.</summary>
    public static bool IsCollision(this Exception failure) =>
        failure
            is PostgresException
        {
            SqlState: PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.UniqueViolation
        }
        || failure is ConcurrencyException or ExistingStreamIdCollisionException or Marten.Exceptions.ExistingStreamIdCollisionException
        || failure is DocumentAlreadyExistsException
        || failure.InnerException?.IsCollision() == true;

    /// <summary>Runs a transaction, and retries it while it collides with others.</summary>
    /// <param name="attempt">The transaction.</param>
    /// <param name="clock">The clock that delays are taken from.</param>
    /// <param name="cancellationToken">Ends the attempts and the delays between them.</param>
    /// <param name="maxAttempts">The maximum number of attempts.</param>
    /// <param name="isTransient">Determines which failures are retried; <see cref="IsCollision"/> where it is null.</param>
    /// <exception cref="RetriesExhaustedException">The last attempt failed as those before.</exception>
    public static async Task<T> RunAsync<T>(
        Func<Task<T>> attempt,
        TimeProvider clock,
        CancellationToken cancellationToken,
        int maxAttempts = MaxAttempts,
        Func<Exception, bool>? isTransient = null
    )
    {
        isTransient ??= IsCollision;
        for (var count = 1; ; count++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception failure) when (isTransient(failure))
            {
                if (count >= maxAttempts)
                {
                    throw new RetriesExhaustedException(count, failure);
                }
            }

            await Backoff.OfTransactions.DelayAsync(count, clock, cancellationToken);
        }
    }
}

/// <summary>A transaction failed at its last attempt because of other transactions. Nothing of it is stored.</summary>
/// <param name="attempts">The number of attempts.</param>
/// <param name="failure">Why the last attempt failed.</param>
public sealed class RetriesExhaustedException(int attempts, Exception failure)
    : Exception($"The transaction collided with others at each of {attempts} attempts.", failure)
{
    /// <summary>The number of attempts.</summary>
    public int Attempts => attempts;
}
