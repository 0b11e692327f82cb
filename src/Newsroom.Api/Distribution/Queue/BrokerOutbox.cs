using Npgsql;

namespace Newsroom.Api.Distribution.Queue;

/// <summary>
/// The notices that wait to be sent to the broker. They are stored in the transaction that records a notice, and deleted when the broker
/// has confirmed them.
/// </summary>
public sealed class BrokerOutbox : IDisposable
{
    private const string Begin = $"insert into {BrokerTables.Exchanges} (name, since) values ($1, now()) on conflict do nothing";

    private const string ReadSince = $"select since from {BrokerTables.Exchanges} where name = $1";

    private const string Store = $"""
        insert into {BrokerTables.Notices} (story, version, sequence, added)
        select $1, n.version, n.sequence, clock_timestamp() from unnest($2::bigint[], $3::bigint[]) as n (version, sequence)
        on conflict do nothing
        """;

    private readonly NpgsqlDataSource database;
    private readonly string? exchange;
    private Start? start;

    /// <param name="database">The database.</param>
    /// <param name="exchange">The exchange; null where there is no broker.</param>
    internal BrokerOutbox(NpgsqlDataSource database, string? exchange) => (this.database, this.exchange) = (database, exchange);

    /// <summary>Gets what wakes the publisher of this node.</summary>
    internal DeliverySignal Signal { get; } = new();

    /// <summary>
    /// Returns the time from which notices go to the exchange: when it was configured first. What was published before is no news.
    /// </summary>
    /// <returns>The time; null where there is no broker.</returns>
    internal async Task<DateTimeOffset?> SinceAsync(CancellationToken cancellationToken)
    {
        if (exchange is null || start is not null)
        {
            return start?.At;
        }

        await using var begin = database.CreateCommand(Begin);
        begin.Parameters.Add(new() { Value = exchange });
        await begin.ExecuteNonQueryAsync(cancellationToken);
        await using var read = database.CreateCommand(ReadSince);
        read.Parameters.Add(new() { Value = exchange });
        var at = new DateTimeOffset((DateTime)(await read.ExecuteScalarAsync(cancellationToken))!, TimeSpan.Zero);
        start = new Start(at);
        return at;
    }

    /// <summary>Stores notices of a story, in the transaction of a connection.</summary>
    internal static async Task AddAsync(
        NpgsqlConnection connection,
        Guid story,
        IReadOnlyCollection<(long Version, long Sequence)> notices,
        CancellationToken cancellationToken
    )
    {
        if (notices.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(Store, connection);
        command.Parameters.Add(new() { Value = story });
        command.Parameters.Add(new() { Value = notices.Select(notice => notice.Version).ToArray() });
        command.Parameters.Add(new() { Value = notices.Select(notice => notice.Sequence).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => Signal.Dispose();

    private sealed record Start(DateTimeOffset At);
}
