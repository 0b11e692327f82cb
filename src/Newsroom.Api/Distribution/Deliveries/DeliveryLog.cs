using System.Collections.Immutable;
using System.Text.Json;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Domain.Subscribers;
using Npgsql;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>Reads deliveries with their attempts.</summary>
/// <param name="database">The database.</param>
internal sealed class DeliveryLog(NpgsqlDataSource database)
{
    private const string Columns = $"""
        select d.id, d.subscriber, d.story, d.version, d.sequence, e.kind, e.at, d.state, d.due, d.delivered_at, d.needs_acknowledgement,
            d.acknowledged_at, d.acknowledged_by,
            (select coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'at', a.at, 'milliseconds', a.milliseconds,
                'status', a.status, 'error', a.error, 'response', a.response) order by a.number), '[]')
            from (select * from {DeliveryTables.Attempts} t where t.delivery = d.id order by t.number desc limit 10) a)
        from {DeliveryTables.Deliveries} d join {DeliveryTables.Events} e using (story, version)
        """;

    private const string OfSubscriber = $"""
        {Columns}
        where d.subscriber = $1 and d.sequence < $2 and ($3::text is null or d.state = $3)
        order by d.sequence desc limit $4
        """;

    private const string NotAcknowledged = $"{Columns} where {Unacknowledged.Condition} and d.id > $1 order by d.id limit $2";

    /// <summary>Reads the deliveries to a subscriber, newest first.</summary>
    public async Task<IReadOnlyList<Delivery>> ReadAsync(
        string subscriber,
        string? state,
        long before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(OfSubscriber);
        command.Parameters.Add(new() { Value = subscriber });
        command.Parameters.Add(new() { Value = before });
        command.Parameters.Add(new() { Value = (object?)state ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = limit });
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>Reads the notices that are not acknowledged, oldest first.</summary>
    public async Task<IReadOnlyList<Delivery>> ReadUnacknowledgedAsync(Guid after, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(NotAcknowledged);
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = limit });
        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<IReadOnlyList<Delivery>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var read = new List<Delivery>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var state = DeliveryStates.Parse(rows.GetString(7));
            read.Add(
                new Delivery(rows.GetGuid(0), rows.GetString(1), rows.GetGuid(2), rows.GetInt64(3), rows.GetInt64(4))
                {
                    Kind = DeliveryKinds.Parse(rows.GetString(5)),
                    At = rows.GetFieldValue<DateTimeOffset>(6),
                    State = state,
                    Due = state == DeliveryState.Pending ? rows.GetFieldValue<DateTimeOffset>(8) : null,
                    DeliveredAt = await TimeAsync(9),
                    NeedsAcknowledgement = rows.GetBoolean(10),
                    AcknowledgedAt = await TimeAsync(11),
                    AcknowledgedBy = await rows.IsDBNullAsync(12, cancellationToken) ? null : rows.GetString(12),
                    Attempts =
                        JsonSerializer.Deserialize<ImmutableArray<AttemptEntry>>(rows.GetString(13), JsonSerializerOptions.Web),
                }
            );
        }

        return read;

        async Task<DateTimeOffset?> TimeAsync(int column) =>
            await rows.IsDBNullAsync(column, cancellationToken) ? null : rows.GetFieldValue<DateTimeOffset>(column);
    }
}
