using Marten;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Distribution.Subscribers;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Publication;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;
using Npgsql;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>
/// Stores a delivery for each notice of a story and each subscriber that receives it, and the notice for the broker, if there is one. A
/// notice is taken once, in the order of the story's versions, whichever message is handled first: its row is stored with its deliveries.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="database">The database.</param>
/// <param name="broker">The notices for the broker.</param>
/// <param name="signal">Wakes the dispatcher.</param>
/// <param name="clock">The clock.</param>
public sealed class DeliveryRecorder(
    IDocumentStore store,
    NpgsqlDataSource database,
    BrokerOutbox broker,
    DeliverySignal signal,
    TimeProvider clock
)
{
    // What was published before there was a subscriber is no news. The order of the record decides, as clocks can be set back, and that of
    // a replica that became the primary can be behind.
    private const string Take = $"""
        insert into {DeliveryTables.Events} (story, version, sequence, event, kind, at)
        select e.stream_id, e.version, e.seq_id, e.id, k.kind, e.timestamp
        from {MartenNames.Events} e join unnest($3::text[], $4::text[]) as k (type, kind) using (type)
        where e.stream_id = $1 and e.version <= $2 and (e.seq_id > $5 or e.timestamp >= $6)
            and not exists (select from {DeliveryTables.Events} n where n.story = e.stream_id and n.version = e.version)
        order by e.version
        on conflict do nothing
        returning version, sequence, kind, at
        """;

    private const string ReadReceivers = $"select distinct subscriber from {DeliveryTables.Deliveries} where story = $1";

    private const string Add = $"""
        insert into {DeliveryTables.Deliveries}
            (id, subscriber, story, version, sequence, state, attempts, due, needs_acknowledgement)
        select d.id, d.subscriber, $1, $2, $3, '{DeliveryTables.States.Pending}', 0, $4, d.needs_acknowledgement
        from unnest($5::uuid[], $6::text[], $7::boolean[]) as d (id, subscriber, needs_acknowledgement)
        on conflict do nothing
        """;

    private static readonly string[] Types = [.. DeliveryEvents.ByEvent.Keys.Select(EventNames.Of)];
    private static readonly string[] Kinds = [.. DeliveryEvents.ByEvent.Values.Select(kind => kind.ToKebabCase())];

    /// <summary>Stores the deliveries of the notices of a story up to a version.</summary>
    /// <param name="story">The story.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the transaction.</param>
    public async Task RecordAsync(Guid story, long version, CancellationToken cancellationToken)
    {
        var subscribers = await SubscribersAsync(cancellationToken);
        var ofBroker = await broker.SinceAsync(cancellationToken);
        if (subscribers.Count == 0 && ofBroker is null)
        {
            return;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var since = subscribers.Select(subscriber => subscriber.Since).DefaultIfEmpty(long.MaxValue).Min();
        var notices = await TakeAsync(connection, story, version, (since, ofBroker ?? DateTimeOffset.MaxValue), cancellationToken);
        if (notices.Count == 0)
        {
            return;
        }

        var (desk, language) = await PlaceAsync(story, cancellationToken);
        var receivers = await ReceiversAsync(connection, story, cancellationToken);
        foreach (var notice in notices)
        {
            var chosen = subscribers.FindAll(subscriber =>
                subscriber.Since < notice.Sequence
                && (
                    subscriber.Subscriber.Receives(notice.Kind, desk, language)
                    || (notice.Kind.IsOwedToReceivers() && receivers.Contains(subscriber.Subscriber.Id))
                )
            );
            await AddAsync(connection, story, notice, [.. chosen.Select(c => c.Subscriber.Id)], receivers, cancellationToken);
            receivers.UnionWith(chosen.Select(c => c.Subscriber.Id));
        }

        var forBroker = notices.Where(notice => notice.At >= ofBroker).Select(notice => (notice.Version, notice.Sequence)).ToList();
        await BrokerOutbox.AddAsync(connection, story, forBroker, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Set();
        broker.Signal.Set();
    }

    /// <summary>Lists the subscribers that are not removed, with the sequence of their registration.</summary>
    private async Task<List<(Subscriber Subscriber, long Since)>> SubscribersAsync(CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var known = await session.Query<Subscriber>().ToListAsync(cancellationToken);
        var ids = known
            .Where(subscriber => subscriber.State != SubscriberState.Removed)
            .ToDictionary(subscriber => StreamIds.Of(SubscriberProjection.StreamKind, subscriber.Id));
        var registered = new List<(Subscriber, long)>();
        await using var command = database.CreateCommand(
            $"select stream_id, seq_id from {MartenNames.Events} where stream_id = any($1) and version = 1"
        );
        command.Parameters.Add(new() { Value = ids.Keys.ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            registered.Add((ids[rows.GetGuid(0)], rows.GetInt64(1)));
        }

        return registered;
    }

    private static async Task<List<Notice>> TakeAsync(
        NpgsqlConnection connection,
        Guid story,
        long version,
        (long Sequence, DateTimeOffset Time) since,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Take, connection);
        command.Parameters.Add(new() { Value = story });
        command.Parameters.Add(new() { Value = version });
        command.Parameters.Add(new() { Value = Types });
        command.Parameters.Add(new() { Value = Kinds });
        command.Parameters.Add(new() { Value = since.Sequence });
        command.Parameters.Add(new() { Value = since.Time });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var taken = new List<Notice>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var kind = DeliveryKinds.Parse(rows.GetString(2));
            taken.Add(new Notice(rows.GetInt64(0), rows.GetInt64(1), kind, rows.GetFieldValue<DateTimeOffset>(3)));
        }

        return taken;
    }

    private async Task<(string Desk, string Language)> PlaceAsync(Guid story, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var published =
            await session.LoadAsync<PublishedStory>(story, cancellationToken)
            ?? throw new InvalidOperationException($"The published state of the story {story} is missing: repair its view.");
        return (published.Desk, published.Language);
    }

    private static async Task<HashSet<string>> ReceiversAsync(NpgsqlConnection connection, Guid story, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ReadReceivers, connection) { Parameters = { new() { Value = story } } };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var receivers = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellationToken))
        {
            receivers.Add(rows.GetString(0));
        }

        return receivers;
    }

    private async Task AddAsync(
        NpgsqlConnection connection,
        Guid story,
        Notice notice,
        string[] subscribers,
        HashSet<string> receivers,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        await using var command = new NpgsqlCommand(Add, connection);
        command.Parameters.Add(new() { Value = story });
        command.Parameters.Add(new() { Value = notice.Version });
        command.Parameters.Add(new() { Value = notice.Sequence });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = subscribers.Select(_ => Guid.CreateVersion7(now)).ToArray() });
        command.Parameters.Add(new() { Value = subscribers });
        command.Parameters.Add(
            new() { Value = Array.ConvertAll(subscribers, s => notice.Kind.NeedsAcknowledgement() && receivers.Contains(s)) }
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Notice(long Version, long Sequence, DeliveryKind Kind, DateTimeOffset At);
}
