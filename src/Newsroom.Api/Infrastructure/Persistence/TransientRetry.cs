using JasperFx;
using JasperFx.Events;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Transactions that PostgreSQL refuses because of what another did at the same time: nothing of them is done, and they are worth another attempt.</summary>
public static class TransientRetry
{
    /// <summary>How often a transaction is attempted.</summary>
    public const int MostAttempts = 5;

    /// <summary>Whether PostgreSQL refused a transaction for that.</summary>
    public static bool IsCollision(this Exception failure) =>
        failure
            is PostgresException
        {
            SqlState: PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.UniqueViolation
        }
        || failure is ConcurrencyException or ExistingStreamIdCollisionException or Marten.Exceptions.ExistingStreamIdCollisionException
        || failure.InnerException?.IsCollision() == true;

    /// <summary>How often a change of one small stream is attempted: of those that collide one succeeds each time.</summary>
    public const int MostOfOneStream = 50;

    /// <summary>A transaction, attempted until nothing is in its way, or for the last time.</summary>
    /// <param name="attempt">The transaction.</param>
    /// <param name="most">How often it is attempted at most.</param>
    public static async Task<T> Again<T>(Func<Task<T>> attempt, int most = MostAttempts)
    {
        for (var left = most - 1; ; left--)
        {
            try
            {
                return await attempt();
            }
            catch (Exception failure) when (left > 0 && failure.IsCollision()) { }
        }
    }
}
