using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Npgsql;
using NpgsqlTypes;

namespace Newsroom.Api.Audit;

/// <summary>Compares and writes rows of the audit trail in the database.</summary>
internal static class AuditRows
{
    // Events of other streams about a story, which do not state its desk.
    private static readonly string[] AboutStories = ["command_refused", "story_read", "story_reads_counted"];

    private const string Differing = $"""
        from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[],
            $9::jsonb[], $10::text[], $11::text[])
            as e(sequence, at, by, role, story, desk, type, code, arguments, why, words)
        left join {AuditTable.Name} a on a.sequence = e.sequence
        where (a.at, a.by, a.role, a.story, a.desk, a.type, a.code, a.arguments, a.why, a.words, a.sentence)
            is distinct from (e.at, e.by, e.role, e.story, e.desk, e.type, e.code, e.arguments, e.why, e.words, '')
        """;

    private const string Write = $"""
        insert into {AuditTable.Name} as a ({AuditTable.Columns}) select e.*, '' {Differing}
        on conflict (sequence) do update set at = excluded.at, by = excluded.by, role = excluded.role, story = excluded.story,
            desk = excluded.desk, type = excluded.type, code = excluded.code, arguments = excluded.arguments, why = excluded.why,
            words = excluded.words, sentence = excluded.sentence
        returning a.sequence::text
        """;

    private const string WithoutEvent = $"""
        from {AuditTable.Name} a where a.sequence > $1 and a.sequence <= $2
            and not exists (select from unnest($3::bigint[]) e(sequence) where e.sequence = a.sequence)
        """;

    private const string DesksBefore = $"""
        select u.sequence, d.desk
        from unnest($1::bigint[], $2::uuid[]) as u(sequence, story)
        cross join lateral (
            select d.data ->> 'desk' as desk from {MartenNames.Events} d
            where d.stream_id = u.story and d.seq_id < u.sequence and d.type in ('story_drafted', 'story_described') and d.data ? 'desk'
            order by d.version desc limit 1) d
        where d.desk is not null
        """;

    /// <summary>Finds, and on request writes, the rows that are missing or different.</summary>
    public static async Task<List<string>> FindDifferentAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<AuditRow> given,
        bool repair,
        CancellationToken cancellationToken
    )
    {
        var rows = await WithDesksAsync(connection, given, cancellationToken);
        await using var command = new NpgsqlCommand(repair ? Write : $"select e.sequence::text {Differing}", connection)
        {
            Parameters =
            {
                new() { Value = rows.Select(r => r.Sequence).ToArray() },
                new() { Value = rows.Select(r => r.At).ToArray() },
                new() { Value = rows.Select(r => r.By).ToArray() },
                new() { Value = rows.Select(r => r.As).ToArray() },
                new() { Value = rows.Select(r => r.Story).ToArray() },
                new() { Value = rows.Select(r => r.Desk).ToArray() },
                new() { Value = rows.Select(r => r.Type).ToArray() },
                new() { Value = rows.Select(r => r.Code).ToArray() },
                new() { Value = rows.Select(r => r.Arguments).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
                new() { Value = rows.Select(r => r.Why).ToArray() },
                new() { Value = rows.Select(r => r.Words).ToArray() },
            },
        };
        return await command.ReadKeysAsync(cancellationToken);
    }

    /// <summary>Adds the desks of refusals and reads: that of the story at that time.</summary>
    private static async Task<IReadOnlyCollection<AuditRow>> WithDesksAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<AuditRow> rows,
        CancellationToken cancellationToken
    )
    {
        var open = rows.Where(r => r is { Desk: null, Story: not null } && AboutStories.Contains(r.Type)).ToList();
        if (open.Count == 0)
        {
            return rows;
        }

        await using var command = new NpgsqlCommand(DesksBefore, connection)
        {
            Parameters =
            {
                new() { Value = open.Select(r => r.Sequence).ToArray() },
                new() { Value = open.Select(r => r.Story!.Value).ToArray() },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var desks = new Dictionary<long, string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            desks.Add(reader.GetInt64(0), IndexedKey.Of(reader.GetString(1)));
        }

        return [.. rows.Select(row => desks.TryGetValue(row.Sequence, out var desk) ? row with { Desk = desk } : row)];
    }

    /// <summary>Returns whether there is no row after one sequence and up to another.</summary>
    public static async Task<bool> IsEmptyAsync(NpgsqlConnection connection, long after, long to, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select not exists (select from {AuditTable.Name} a where a.sequence > $1 and a.sequence <= $2)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = after },
                new() { Value = to },
            },
        };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Copies rows into an empty range. The caller has read all earlier events, and so the desks of refusals.</summary>
    public static async Task CopyAsync(NpgsqlConnection connection, IReadOnlyCollection<AuditRow> rows, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {AuditTable.Name} ({AuditTable.Columns}) from stdin (format binary)",
            cancellationToken
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(row.Sequence, cancellationToken);
            await copy.WriteAsync(row.At, cancellationToken);
            await copy.WriteAsync(row.By, cancellationToken);
            await copy.WriteAsync(row.As, cancellationToken);
            await copy.WriteAsync(row.Story, cancellationToken);
            await copy.WriteAsync(row.Desk, cancellationToken);
            await copy.WriteAsync(row.Type, cancellationToken);
            await copy.WriteAsync(row.Code, cancellationToken);
            await copy.WriteAsync(row.Arguments, NpgsqlDbType.Jsonb, cancellationToken);
            await copy.WriteAsync(row.Why, cancellationToken);
            await copy.WriteAsync(row.Words, cancellationToken);
            await copy.WriteAsync("", cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    /// <summary>
    /// Finds, and on request deletes, the rows after one sequence and up to another that belong to no event.
    /// </summary>
    public static async Task<List<string>> FindExtraAsync(
        NpgsqlConnection connection,
        long after,
        long to,
        long[] sequences,
        bool repair,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            repair ? $"delete {WithoutEvent} returning a.sequence::text" : $"select a.sequence::text {WithoutEvent}",
            connection
        )
        {
            Parameters =
            {
                new() { Value = after },
                new() { Value = to },
                new() { Value = sequences },
            },
        };
        return await command.ReadKeysAsync(cancellationToken);
    }
}
