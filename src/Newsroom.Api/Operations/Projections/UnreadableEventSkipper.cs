using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Npgsql;

namespace Newsroom.Api.Operations.Projections;

/// <summary>
/// Moves a stopped projection past events that cannot be deserialized: applies the events around them, parks them, and stores progress.
/// Marten's own skipping is outside the projection's transaction, and does not record unknown event types.
/// </summary>
internal sealed class UnreadableEventSkipper(
    IDocumentStore store,
    NpgsqlDataSource database,
    IEnumerable<IEventConsumer> consumers,
    TimeProvider clock
)
{
    private const int PageSize = 500;

    // No transaction in flight has a sequence number below the daemon's high-water mark.
    private const string Range = $"""
        select coalesce((select last_seq_id from {MartenNames.Progression} where name = $1), 0),
            greatest($2, (select last_seq_id from {MartenNames.Progression} where name = '{MartenNames.HighWaterMark}'))
        """;

    private const string SetProgress = $"""
        insert into {MartenNames.Progression} (name, last_seq_id, last_updated) values (?, ?, now())
        on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated
        """;

    private readonly BulkEventReader reading = new(store);

    /// <summary>Moves a projection or subscription past the unreadable events of the next page.</summary>
    /// <param name="name">The name of the projection or subscription. It must not be running.</param>
    /// <param name="sequence">The event that the daemon could not read.</param>
    /// <param name="cancellationToken">Cancels it; what was applied stays applied.</param>
    /// <returns>False where the next page has none: the projection stopped because of something else.</returns>
    public async Task<bool> PassAsync(string name, long sequence, CancellationToken cancellationToken)
    {
        var (from, page) = await ReadAsync(name, sequence, cancellationToken);
        if (page.Unreadable.Count == 0)
        {
            return false;
        }

        var consumer = consumers.Single(c => c.Name == name);
        await consumer.ApplyReadableAsync(store, page, clock, cancellationToken);

        await using var session = store.LightweightSession();
        await session.BeginTransactionAsync(cancellationToken);
        if (await LockProgressAsync(session, name, cancellationToken) != from)
        {
            // Another node runs the projection, and has advanced it.
            return true;
        }

        await consumer.PassUnreadableAsync(session, page, clock, cancellationToken);
        session.QueueSqlCommand(SetProgress, ProgressOf(name), page.Last);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static string ProgressOf(string name) => $"{name}{MartenNames.AllShards}";

    private async Task<(long From, StoredEventPage Page)> ReadAsync(string name, long sequence, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var range = new NpgsqlCommand(Range, connection)
        {
            Parameters =
            {
                new() { Value = ProgressOf(name) },
                new() { Value = sequence },
            },
        };
        long from,
            to;
        await using (var row = await range.ExecuteReaderAsync(cancellationToken))
        {
            await row.ReadAsync(cancellationToken);
            (from, to) = (row.GetInt64(0), row.GetInt64(1));
        }

        return (from, await reading.BetweenAsync(from, to, PageSize, connection, cancellationToken));
    }

    private static async Task<long> LockProgressAsync(IDocumentSession session, string name, CancellationToken cancellationToken)
    {
        const string sql = $"select last_seq_id from {MartenNames.Progression} where name = $1 for no key update";
        await using var command = new NpgsqlCommand(sql, session.Connection) { Parameters = { new() { Value = ProgressOf(name) } } };
        return await command.ExecuteScalarAsync(cancellationToken) as long? ?? 0;
    }
}
