using Newsroom.Domain.Subscribers;
using Npgsql;

namespace Newsroom.Api.Distribution.Queue;

/// <summary>Changes deliveries in the transaction of a command on their subscriber.</summary>
internal static class RequestedDeliveries
{
    // Those that failed and those that were sent, of which the subscriber may have lost some.
    private const string Since = $"""
        select d.id from {DeliveryTables.Deliveries} d join {DeliveryTables.Events} e using (story, version)
        where d.subscriber = $1 and e.at >= $2
            and d.sequence >= (select min(s.sequence) from {DeliveryTables.Events} s where s.at >= $2)
            and d.state in ('{DeliveryTables.States.Delivered}', '{DeliveryTables.States.Failed}')
        """;

    private const string SendAgain =
        $"state = '{DeliveryTables.States.Pending}', due = clock_timestamp(), attempts = 0, leased_until = null";

    /// <summary>Returns the state of a delivery to a subscriber; null where there is none of that id.</summary>
    public static async Task<DeliveryState?> FindAsync(
        NpgsqlConnection connection,
        string subscriber,
        Guid delivery,
        CancellationToken cancellationToken
    )
    {
        const string find = $"select state from {DeliveryTables.Deliveries} where id = $1 and subscriber = $2";
        await using var command = Command(connection, find, delivery, subscriber);
        return await command.ExecuteScalarAsync(cancellationToken) is string state ? DeliveryStates.Parse(state) : null;
    }

    /// <summary>Counts the deliveries since an instant that a replay sends again, up to one more than is allowed.</summary>
    public static async Task<int> CountAsync(
        NpgsqlConnection connection,
        string subscriber,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        const string count = $"select count(*)::int from ({Since} limit $3) s";
        await using var command = Command(connection, count, subscriber, since.UtcDateTime, ReplayDeliveries.MaxDeliveries + 1);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Stores that a delivery was acknowledged. Where it was before, that is kept.</summary>
    /// <returns>The acknowledgement that is stored.</returns>
    public static async Task<Acknowledgement> AcknowledgeAsync(
        NpgsqlConnection connection,
        Guid delivery,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        const string acknowledge = $"""
            update {DeliveryTables.Deliveries}
            set acknowledged_at = coalesce(acknowledged_at, $2), acknowledged_by = coalesce(acknowledged_by, $3)
            where id = $1 returning subscriber, acknowledged_by, acknowledged_at
            """;
        await using var command = Command(connection, acknowledge, delivery, at.UtcDateTime, by);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return new Acknowledgement(rows.GetString(0), delivery, rows.GetString(1), rows.GetFieldValue<DateTimeOffset>(2));
    }

    /// <summary>Has one delivery sent again.</summary>
    public static Task SendAgainAsync(NpgsqlConnection connection, Guid delivery, CancellationToken cancellationToken) =>
        RunAsync(connection, $"update {DeliveryTables.Deliveries} set {SendAgain} where id = $1", cancellationToken, delivery);

    /// <summary>Has the deliveries since an instant sent again.</summary>
    public static Task ReplayAsync(
        NpgsqlConnection connection,
        string subscriber,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            connection,
            $"update {DeliveryTables.Deliveries} set {SendAgain} where id in ({Since})",
            cancellationToken,
            subscriber,
            since.UtcDateTime
        );

    /// <summary>Cancels what a subscriber that is removed is not sent yet, and does not acknowledge any more.</summary>
    public static Task CancelAsync(NpgsqlConnection connection, string subscriber, CancellationToken cancellationToken) =>
        RunAsync(
            connection,
            $"""
            update {DeliveryTables.Deliveries}
            set state = case state when '{DeliveryTables.States.Pending}' then '{DeliveryTables.States.Cancelled}' else state end,
                needs_acknowledgement = acknowledged_at is not null
            where subscriber = $1 and (state = '{DeliveryTables.States.Pending}' or (needs_acknowledgement and acknowledged_at is null))
            """,
            cancellationToken,
            subscriber
        );

    private static async Task RunAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params object[] values
    )
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
