using System.Runtime.CompilerServices;
using Newsroom.Api.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>
/// Compares the rows of streams with the events of each: a version that is not theirs, another tenant or an archived stream hides events
/// from readers.
/// </summary>
internal static class StreamRows
{
    private const string Page = $"""
        select s.id, coalesce(s.version, -1), e.count, e.top,
            concat_ws(', ',
                case when s.tenant_id is distinct from '{StoredEvents.OnlyTenant}' then 'tenant_id' end,
                case when s.is_archived is distinct from false then 'is_archived' end,
                case when coalesce(s.compacted_version, 0) <> 0 then 'compacted_version' end)
        from (select * from newsroom.mt_streams where id > $1 order by id limit 2000) s
        left join lateral (select count(*), coalesce(max(e.version), 0) as top from newsroom.mt_events e where e.stream_id = s.id) e on true
        order by s.id
        """;

    /// <summary>Returns what is wrong with the rows of streams, page by page.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<StoreFinding>> WalkAsync(
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
            var found = new List<StoreFinding>();
            foreach (var row in rows)
            {
                if (await WrongAsync(connection, row, cancellationToken) is { } wrong)
                {
                    found.Add(new StoreFinding(Damage.StreamChanged, $"The stream {row.Id} {wrong}"));
                }
            }

            yield return found;
        }
    }

    /// <summary>Returns the streams of events between two places of the store's order that have no row.</summary>
    public static async Task<IReadOnlyList<StoreFinding>> MissingAsync(
        NpgsqlConnection connection,
        long after,
        long to,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            select coalesce(e.stream_id::text, '(none)'), count(*) from newsroom.mt_events e left join newsroom.mt_streams s on s.id = e.stream_id
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
        var found = new List<StoreFinding>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(
                new StoreFinding(
                    Damage.StreamChanged,
                    $"The stream {rows.GetString(0)} has no row in mt_streams any more, and {rows.GetInt64(1)} events here: nobody "
                        + "finds them by it."
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

    private static async Task<string?> WrongAsync(NpgsqlConnection connection, Row row, CancellationToken cancellationToken)
    {
        if (row.Odd.Length > 0)
        {
            return $"has other values in {row.Odd} than the store writes: its events are hidden from readers.";
        }

        // A stream without events says nothing: the store makes one before it puts something in the place of a failed commit.
        if (row.Version == row.Top && row.Top == row.Events)
        {
            return null;
        }

        // What the store puts in the place of a failed commit has a stream of its own, whose row has version 0.
        return await IsOfTombstonesAsync(connection, row.Id, cancellationToken)
            ? null
            : $"has version {row.Version} in mt_streams; {row.Events} events, the last of version {row.Top}, are in it.";
    }

    private static async Task<bool> IsOfTombstonesAsync(NpgsqlConnection connection, Guid stream, CancellationToken cancellationToken)
    {
        const string sql = $"select bool_and(not ({StoredEvents.IsEvent})) from newsroom.mt_events e where e.stream_id = $1";
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = stream } } };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private sealed record Row(Guid Id, long Version, long Events, long Top, string Odd);
}
