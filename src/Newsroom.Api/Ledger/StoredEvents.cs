using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>Reads events as stored, which is what is hashed, without deserializing them into types of this program.</summary>
public static class StoredEvents
{
    /// <summary>The columns that <see cref="Read"/> reads.</summary>
    public const string Columns =
        "e.seq_id, e.id, e.stream_id, e.version, e.type, e.timestamp, e.user_name, e.causation_id, e.correlation_id, e.headers, e.data";

    /// <summary>The tenant that the store writes.</summary>
    public const string OnlyTenant = "*DEFAULT*";

    /// <summary>The number of <see cref="Columns"/>.</summary>
    public const int Count = 11;

    /// <summary>
    /// Determines whether a row is an event. The store replaces a failed commit by an empty tombstone, in a separate transaction that may
    /// come after later events are in the ledger. A tombstone that is not empty counts as an inserted event.
    /// </summary>
    public const string IsEvent =
        "not (e.type = 'tombstone' and e.data = '{}' and e.headers is null and e.user_name is null and e.causation_id is null)";

    /// <summary>Reads the event of the current row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="from">The index of the first column.</param>
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

    /// <summary>Reads the events after one sequence, up to another.</summary>
    public static async IAsyncEnumerable<LedgerRecord> ReadAsync(
        NpgsqlConnection connection,
        long after,
        long to,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            $"select {Columns} from {MartenNames.Events} e where e.seq_id > $1 and e.seq_id <= $2 and {IsEvent} order by e.seq_id",
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

    /// <summary>Reads the events after one sequence, up to another, with the columns that no record contains.</summary>
    /// <returns>
    /// The sequence, the event, its record (null where it cannot be read), and the columns with other values than the store writes.
    /// </returns>
    public static async IAsyncEnumerable<(long Sequence, Guid Event, LedgerRecord? Record, string Odd)> ReadRowsAsync(
        NpgsqlConnection connection,
        long after,
        long to,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // Times outside .NET's range are reported as odd, and read as the epoch.
        const string time = "e.timestamp >= '0001-01-01Z' and e.timestamp < '10000-01-01Z'";
        const string odd = $"""
            concat_ws(', ',
                case when e.bdata is not null then 'bdata' end,
                case when e.tenant_id is distinct from '{OnlyTenant}' then 'tenant_id' end,
                case when e.{MartenNames.DotNetTypeColumn} is distinct from '' then '{MartenNames.DotNetTypeColumn}' end,
                case when e.is_archived is distinct from false then 'is_archived' end,
                case when not ({time}) then 'timestamp' end)
            """;
        var columns = Columns.Replace("e.timestamp", $"case when {time} then e.timestamp else 'epoch' end", StringComparison.Ordinal);
        var sql =
            $"select {columns}, {odd} from {MartenNames.Events} e where e.seq_id > $1 and e.seq_id <= $2 and {IsEvent} order by e.seq_id";
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

    /// <summary>Reads the record of the current row; null where its data could not have been recorded.</summary>
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
