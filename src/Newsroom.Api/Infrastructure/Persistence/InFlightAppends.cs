using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Finds transactions that may have taken a sequence number and not committed yet.</summary>
public static class InFlightAppends
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(20);

    // nextval locks the sequence until the transaction has visibly ended.
    private const string Holding = $"""
        select virtualtransaction from pg_locks
        where locktype = 'relation' and database = (select oid from pg_database where datname = current_database())
            and relation = '{MartenNames.EventsSequence}'::regclass and virtualtransaction = any(coalesce($1, array[virtualtransaction]))
        """;

    /// <summary>Waits until every transaction that has taken a sequence number by now has ended.</summary>
    public static async Task WaitForAllAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        for (
            var running = await OfAsync(connection, null, cancellationToken);
            running.Length > 0;
            running = await OfAsync(connection, running, cancellationToken)
        )
        {
            await Task.Delay(PollingInterval, cancellationToken);
        }
    }

    private static async Task<string[]> OfAsync(NpgsqlConnection connection, string[]? among, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Holding, connection)
        {
            Parameters = { new NpgsqlParameter<string[]?> { TypedValue = among } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var running = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            running.Add(rows.GetString(0));
        }

        return [.. running.Distinct()];
    }
}
