using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>Events as the store keeps them, byte for byte what is hashed: no type of this program stands between.</summary>
public static class StoredEvents
{
    /// <summary>The columns that <see cref="Read"/> reads.</summary>
    public const string Columns =
        "e.seq_id, e.id, e.stream_id, e.version, e.type, e.timestamp, e.user_name, e.causation_id, e.correlation_id, e.headers, e.data";

    /// <summary>The tenant that the store writes where there are no others.</summary>
    public const string OnlyTenant = "*DEFAULT*";

    /// <summary>How many there are.</summary>
    public const int Count = 11;

    /// <summary>
    /// Whether a row is an event. Where a commit failed the store puts a tombstone in its place, in a transaction of its own that may come
    /// after later
    /// events are in the ledger: it records nothing. One that says anything does, and is an event that was put in.
    /// </summary>
    public const string IsEvent =
        "not (e.type = 'tombstone' and e.data = '{}' and e.headers is null and e.user_name is null and e.causation_id is null)";

    /// <summary>The event of the row a reader is at.</summary>
    /// <param name="row">The row.</param>
    /// <param name="from">The first of the columns.</param>
    public static LedgerRecord Read(NpgsqlDataReader row, int from = 0) =>
        new(
            row.GetInt64(from),
            row.GetGuid(from + 1),
            row.GetGuid(from + 2),
            row.GetInt64(from + 3),
            row.GetString(from + 4),
            new DateTimeOffset(row.GetDateTime(from + 5), TimeSpan.Zero),
            Nullable(row, from + 6),
            Nullable(row, from + 7),
            Nullable(row, from + 8),
            Nullable(row, from + 9) is { } headers ? JsonNode.Parse(headers) : null,
            JsonNode.Parse(row.GetString(from + 10))!
        );

    /// <summary>The events after one place in the store's order, up to another.</summary>
    public static async IAsyncEnumerable<LedgerRecord> BetweenAsync(
        NpgsqlConnection connection,
        long after,
        long to,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            $"select {Columns} from newsroom.mt_events e where e.seq_id > $1 and e.seq_id <= $2 and {IsEvent} order by e.seq_id",
            connection
        )
        {
            Parameters =
            {
                new() { Value = after },
                new() { Value = to },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            yield return Read(rows);
        }
    }

    /// <summary>The events after one place in the store's order, up to another, with what the columns say that no record has.</summary>
    /// <returns>
    /// The place, the event, its record (null where it cannot be read), and the columns that are not as the store writes them.
    /// </returns>
    public static async IAsyncEnumerable<(long Sequence, Guid Event, LedgerRecord? Record, string Odd)> WholeRowsAsync(
        NpgsqlConnection connection,
        long after,
        long to,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // What .NET cannot read as a time is told as odd, and read as another.
        const string time = "e.timestamp >= '0001-01-01Z' and e.timestamp < '10000-01-01Z'";
        const string odd = $"""
            concat_ws(', ',
                case when e.bdata is not null then 'bdata' end,
                case when e.tenant_id is distinct from '{OnlyTenant}' then 'tenant_id' end,
                case when e.mt_dotnet_type is distinct from '' then 'mt_dotnet_type' end,
                case when e.is_archived is distinct from false then 'is_archived' end,
                case when not ({time}) then 'timestamp' end)
            """;
        var columns = Columns.Replace("e.timestamp", $"case when {time} then e.timestamp else 'epoch' end", StringComparison.Ordinal);
        var sql =
            $"select {columns}, {odd} from newsroom.mt_events e where e.seq_id > $1 and e.seq_id <= $2 and {IsEvent} order by e.seq_id";
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = after },
                new() { Value = to },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            yield return (rows.GetInt64(0), rows.GetGuid(1), Find(rows), rows.GetString(Count));
        }
    }

    /// <summary>The record at a reader; null where the row holds nothing that could be recorded.</summary>
    private static LedgerRecord? Find(NpgsqlDataReader row)
    {
        try
        {
            return row.GetString(Count - 1) == "null" ? null : Read(row);
        }
        catch (Exception problem) when (problem is JsonException or InvalidCastException or FormatException)
        {
            return null;
        }
    }

    private static string? Nullable(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
