using Newsroom.Api.Auditing;
using Npgsql;

namespace Newsroom.Api.Rebuilding;

/// <summary>The audit trail, compared and written in the database.</summary>
internal static class AuditView
{
    // The desk of a refusal is the one its story was on then, which the story's own events say.
    private const string Expected = """
        (select u.sequence, u.at, u.by, u.role, u.story, case when u.type <> 'command_refused' or u.story is null then u.desk else
            (select d.data ->> 'desk' from newsroom.mt_events d where d.stream_id = u.story and d.seq_id < u.sequence and d.type in ('story_drafted', 'story_described') and d.data ? 'desk' order by d.version desc limit 1) end as desk,
            u.type, u.sentence, u.why
        from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[]) as u(sequence, at, by, role, story, desk, type, sentence, why)) e
        """;

    private const string Differs = $"""
        left join {AuditTable.Name} a on a.sequence = e.sequence
        where (a.at, a.by, a.role, a.story, a.desk, a.type, a.sentence, a.why) is distinct from (e.at, e.by, e.role, e.story, e.desk, e.type, e.sentence, e.why)
        """;

    /// <summary>The rows that are missing or other than they should be.</summary>
    public static async Task<List<long>> Different(NpgsqlConnection connection, IReadOnlyCollection<AuditRow> rows, CancellationToken cancel)
    {
        await using var command = Command(connection, $"select e.sequence from {Expected} {Differs}", rows);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var different = new List<long>();
        while (await reader.ReadAsync(cancel))
        {
            different.Add(reader.GetInt64(0));
        }

        return different;
    }

    /// <summary>Writes them as they should be.</summary>
    public static async Task Write(NpgsqlConnection connection, IReadOnlyCollection<AuditRow> rows, CancellationToken cancel)
    {
        await using var command = Command(
            connection,
            $"""
            insert into {AuditTable.Name} (sequence, at, by, role, story, desk, type, sentence, why) select e.* from {Expected} {Differs}
            on conflict (sequence) do update set at = excluded.at, by = excluded.by, role = excluded.role, story = excluded.story, desk = excluded.desk, type = excluded.type, sentence = excluded.sentence, why = excluded.why
            """,
            rows);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Rows of events that there are none of; taken out when asked to.</summary>
    public static async Task<List<long>> Orphans(NpgsqlConnection connection, bool delete, CancellationToken cancel)
    {
        const string orphaned = $"from {AuditTable.Name} a where not exists (select from newsroom.mt_events e where e.seq_id = a.sequence)";
        await using var command = new NpgsqlCommand(delete ? $"delete {orphaned} returning a.sequence" : $"select a.sequence {orphaned}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var orphans = new List<long>();
        while (await reader.ReadAsync(cancel))
        {
            orphans.Add(reader.GetInt64(0));
        }

        return orphans;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, IReadOnlyCollection<AuditRow> rows) => new(sql, connection)
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
            new() { Value = rows.Select(r => r.Sentence).ToArray() },
            new() { Value = rows.Select(r => r.Why).ToArray() },
        },
    };
}
