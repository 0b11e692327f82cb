using System.Runtime.CompilerServices;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>
/// Compares the rows of streams with the events of each. A wrong version, another tenant or an archived stream hides events from readers.
/// </summary>
internal static class StreamComparison
{
    private const string Page = $"""
        select s.id, coalesce(s.version, -1), e.count, e.top,
            concat_ws(', ',
                case when s.tenant_id is distinct from '{StoredEvents.OnlyTenant}' then 'tenant_id' end,
                case when s.is_archived is distinct from false then 'is_archived' end,
                case when coalesce(s.compacted_version, 0) <> 0 then 'compacted_version' end)
        from (select * from {MartenNames.Streams} where id > $1 order by id limit 2000) s
        left join lateral (select count(*), coalesce(max(e.version), 0) as top from {MartenNames.Events} e where e.stream_id = s.id) e on true
        order by s.id
        """;

    /// <summary>Compares the rows of all streams, page by page.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<IntegrityIssue>> FindAsync(
        NpgsqlConnection connection,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var last = Guid.Empty;
        while (true)
        {
            var rows = await ReadAsync(connection, last, cancellationToken);
            if (rows.Count == 0)
            {
                yield break;
            }

            last = rows[^1].Id;
            var found = new List<IntegrityIssue>();
            foreach (var row in rows)
            {
                if (await DescribeAsync(connection, row, cancellationToken) is { } wrong)
                {
                    found.Add(new IntegrityIssue(IntegrityIssueKind.StreamChanged, $"The stream {row.Id} {wrong}"));
                }
            }

            yield return found;
        }
    }

    /// <summary>Finds the streams without a row, of the events after one sequence and up to another.</summary>
    public static async Task<IReadOnlyList<IntegrityIssue>> FindMissingAsync(
        NpgsqlConnection connection,
        long after,
        long to,
        CancellationToken cancellationToken
    )
    {
        const string sql = $"""
            select coalesce(e.stream_id::text, '(none)'), count(*) from {MartenNames.Events} e left join {MartenNames.Streams} s on s.id = e.stream_id
            where e.seq_id > $1 and e.seq_id <= $2 and s.id is null group by 1 order by 1
            """;
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = after },
                new() { Value = to },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<IntegrityIssue>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(
                new IntegrityIssue(
                    IntegrityIssueKind.StreamChanged,
                    $"The stream {rows.GetString(0)} has no row in {MartenNames.StreamsTable}; its "
                        + $"{rows.GetInt64(1)} events here cannot be read by it."
                )
            );
        }

        return found;
    }

    private static async Task<List<Row>> ReadAsync(NpgsqlConnection connection, Guid after, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Page, connection) { Parameters = { new() { Value = after } } };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var streams = new List<Row>();
        while (await rows.ReadAsync(cancellationToken))
        {
            streams.Add(new Row(rows.GetGuid(0), rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3), rows.GetString(4)));
        }

        return streams;
    }

    private static async Task<string?> DescribeAsync(NpgsqlConnection connection, Row row, CancellationToken cancellationToken)
    {
        if (row.Odd.Length > 0)
        {
            return $"has other values in {row.Odd} than the store writes, which hide its events from readers.";
        }

        // A stream without events is accepted: the store creates one before it stores the tombstone of a failed commit.
        if (row.Version == row.Top && row.Top == row.Events)
        {
            return null;
        }

        // Tombstones of failed commits have a separate stream, whose row has version 0.
        return await IsOfTombstonesAsync(connection, row.Id, cancellationToken)
            ? null
            : $"has version {row.Version} in {MartenNames.StreamsTable}, but {row.Events} events, the last of version {row.Top}.";
    }

    private static async Task<bool> IsOfTombstonesAsync(NpgsqlConnection connection, Guid stream, CancellationToken cancellationToken)
    {
        const string sql = $"select bool_and(not ({StoredEvents.IsEvent})) from {MartenNames.Events} e where e.stream_id = $1";
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = stream } } };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private sealed record Row(Guid Id, long Version, long Events, long Top, string Odd);
}
