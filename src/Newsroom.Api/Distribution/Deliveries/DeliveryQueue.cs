using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Distribution.Subscribers;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Subscribers;
using Npgsql;
using NpgsqlTypes;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>
/// Hands out deliveries that are due, each to one node for the time of a lease, and stores what became of them. Of one story, a subscriber
/// is sent a notice only once the ones before it are delivered, or have failed for good.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="clock">The clock.</param>
internal sealed class DeliveryQueue(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>How long a node has for an attempt. Afterwards the delivery is due again, if the node was lost.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    // Pending, and the first of its story that is.
    private const string IsNext = $"""
        d.state = '{DeliveryTables.States.Pending}' and not exists (
            select from {DeliveryTables.Deliveries} e
            where e.subscriber = d.subscriber and e.story = d.story and e.version < d.version
                and e.state = '{DeliveryTables.States.Pending}')
        """;

    // Each subscriber has a number of its own: one that does not answer takes no turns of others.
    private const string Claim = $"""
        with turn as (
            select s.id, $3 - coalesce(b.busy, 0) as free
            from {SubscriberProjection.Table} s left join unnest($4::text[], $5::int[]) as b (subscriber, busy) on b.subscriber = s.id
            where s.data ->> 'state' = 'active'),
        due as (
            select c.id from turn cross join lateral (
                select d.id from {DeliveryTables.Deliveries} d
                where d.subscriber = turn.id and d.due <= $1 and (d.leased_until is null or d.leased_until < $1) and {IsNext}
                order by d.due, d.sequence limit greatest(turn.free, 0) for update skip locked) c)
        update {DeliveryTables.Deliveries} d set leased_until = $2
        from due, {DeliveryTables.Events} n
        where d.id = due.id and n.story = d.story and n.version = d.version
        returning d.id, d.subscriber, d.story, d.version, d.sequence, d.attempts, d.needs_acknowledgement, n.kind, n.at, n.event,
            (select e.correlation_id from {MartenNames.Events} e where e.seq_id = d.sequence)
        """;

    private const string Next = $"""
        select due from {DeliveryTables.Deliveries}
        where state = '{DeliveryTables.States.Pending}' and due > $1
        order by due limit 1
        """;

    private const string Settle = $"""
        with attempt as (
            insert into {DeliveryTables.Attempts} (delivery, number, at, milliseconds, status, error, response)
            select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6 from {DeliveryTables.Attempts} where delivery = $1)
        update {DeliveryTables.Deliveries} set state = $7, due = coalesce($8, due), attempts = attempts + 1, leased_until = null,
            delivered_at = case when $7 = '{DeliveryTables.States.Delivered}' then $2 else delivered_at end,
            acknowledged_at = case when $9 then coalesce(acknowledged_at, $2) else acknowledged_at end,
            acknowledged_by = case when $9 and acknowledged_at is null then 'response' else acknowledged_by end
        where id = $1
        """;

    /// <summary>Takes deliveries that are due.</summary>
    /// <param name="busy">How many deliveries this node is sending now, by subscriber.</param>
    /// <param name="most">How many it sends to one subscriber at the same time.</param>
    /// <param name="cancellationToken">Ends the transaction.</param>
    public async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(
        IReadOnlyCollection<KeyValuePair<string, int>> busy,
        int most,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(Claim);
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now + Lease });
        command.Parameters.Add(new() { Value = most });
        command.Parameters.Add(new() { Value = busy.Select(subscriber => subscriber.Key).ToArray() });
        command.Parameters.Add(new() { Value = busy.Select(subscriber => subscriber.Value).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var claimed = new List<ClaimedDelivery>();
        while (await rows.ReadAsync(cancellationToken))
        {
            claimed.Add(
                new ClaimedDelivery(
                    rows.GetGuid(0),
                    rows.GetString(1),
                    new StoryNotice(rows.GetGuid(2), rows.GetInt64(3))
                    {
                        Sequence = rows.GetInt64(4),
                        Kind = DeliveryKinds.Parse(rows.GetString(7)),
                        At = rows.GetFieldValue<DateTimeOffset>(8),
                        Event = rows.GetGuid(9),
                    }
                )
                {
                    Attempts = rows.GetInt32(5),
                    NeedsAcknowledgement = rows.GetBoolean(6),
                    Trace = await rows.IsDBNullAsync(10, cancellationToken) ? null : rows.GetString(10),
                }
            );
        }

        return claimed;
    }

    /// <summary>Returns when the next delivery becomes due; null where none will.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Next);
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime next ? new DateTimeOffset(next, TimeSpan.Zero) : null;
    }

    /// <summary>Stores an attempt and what follows from it.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="retryIn">The time until the next attempt of a delivery that failed; null where there is none.</param>
    /// <param name="cancellationToken">Ends the transaction.</param>
    public async Task SettleAsync(Guid delivery, DeliveryAttempt attempt, TimeSpan? retryIn, CancellationToken cancellationToken)
    {
        var unsettled = retryIn is null ? DeliveryTables.States.Failed : DeliveryTables.States.Pending;
        var state = attempt.IsAccepted ? DeliveryTables.States.Delivered : unsettled;
        await using var command = database.CreateCommand(Settle);
        command.Parameters.Add(new() { Value = delivery });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = (int)Math.Min(attempt.Took.TotalMilliseconds, int.MaxValue) });
        command.Parameters.Add(new() { Value = (object?)attempt.Status ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = (object?)attempt.Error ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)attempt.Response ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = state });
        command.Parameters.Add(
            new()
            {
                Value = retryIn is { } delay ? clock.GetUtcNow() + delay : DBNull.Value,
                NpgsqlDbType = NpgsqlDbType.TimestampTz,
            }
        );
        command.Parameters.Add(new() { Value = attempt.IsAcknowledged });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>A delivery that this node is to send.</summary>
/// <param name="Id">The id, which is the id of the message (<c>webhook-id</c>).</param>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Notice">The notice.</param>
internal sealed record ClaimedDelivery(Guid Id, string Subscriber, StoryNotice Notice)
{
    /// <summary>Gets the number of attempts that failed since it became due first.</summary>
    public required int Attempts { get; init; }

    /// <summary>Gets the id of the trace of the request that recorded the event; null where there was none.</summary>
    public string? Trace { get; init; }

    /// <summary>Gets whether the subscriber has to acknowledge it.</summary>
    public required bool NeedsAcknowledgement { get; init; }
}
