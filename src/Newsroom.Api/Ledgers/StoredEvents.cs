using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Newsroom.Domain.Ledgers;
using Npgsql;

namespace Newsroom.Api.Ledgers;

/// <summary>Events as the store keeps them, byte for byte what is hashed: no type of this program stands between.</summary>
public static class StoredEvents
{
    /// <summary>The columns that <see cref="Read"/> reads.</summary>
    public const string Columns = "e.seq_id, e.id, e.stream_id, e.version, e.type, e.timestamp, e.user_name, e.causation_id, e.correlation_id, e.headers, e.data";

    /// <summary>How many there are.</summary>
    public const int Count = 11;

    /// <summary>
    /// Whether a row is an event. Where a commit failed the store puts a tombstone in its place, in a transaction of its own that may come after later
    /// events are in the ledger: it records nothing. One that says anything does, and is an event that was put in.
    /// </summary>
    public const string IsEvent = "not (e.type = 'tombstone' and e.data = '{}' and e.headers is null and e.user_name is null and e.causation_id is null)";

    /// <summary>The event of the row a reader is at.</summary>
    /// <param name="row">The row.</param>
    /// <param name="from">The first of the columns.</param>
    public static LedgerRecord Read(NpgsqlDataReader row, int from = 0) => new(
        row.GetInt64(from), row.GetGuid(from + 1), row.GetGuid(from + 2), row.GetInt64(from + 3), row.GetString(from + 4), new DateTimeOffset(row.GetDateTime(from + 5), TimeSpan.Zero),
        Nullable(row, from + 6), Nullable(row, from + 7), Nullable(row, from + 8), Nullable(row, from + 9) is { } headers ? JsonNode.Parse(headers) : null, JsonNode.Parse(row.GetString(from + 10))!);

    /// <summary>The events after one place in the store's order, up to another.</summary>
    public static async IAsyncEnumerable<LedgerRecord> Between(NpgsqlConnection connection, long after, long to, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from newsroom.mt_events e where e.seq_id > $1 and e.seq_id <= $2 and {IsEvent} order by e.seq_id", connection) { Parameters = { new() { Value = after }, new() { Value = to } } };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            yield return Read(rows);
        }
    }

    private static string? Nullable(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
