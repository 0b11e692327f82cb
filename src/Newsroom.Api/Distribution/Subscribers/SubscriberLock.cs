using Npgsql;

namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>Has the commands on one subscriber wait for each other.</summary>
internal static class SubscriberLock
{
    /// <summary>Waits for the lock, which is held until the transaction ends.</summary>
    public static async Task TakeAsync(NpgsqlConnection connection, string subscriber, CancellationToken cancellationToken)
    {
        await using var wait = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection)
        {
            Parameters = { new() { Value = $"subscriber:{subscriber}" } },
        };
        await wait.ExecuteNonQueryAsync(cancellationToken);
    }
}
