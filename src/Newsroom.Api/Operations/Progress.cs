using Npgsql;

namespace Newsroom.Api.Operations;

/// <summary>How far the views that follow have come, by the sequence of the last event they have seen.</summary>
/// <param name="Worklists">Cards and queue.</param>
/// <param name="Keyframes">Keyframes.</param>
/// <param name="Audit">The audit trail.</param>
/// <param name="Policies">The last event of any desk's policies: cards are judged by them.</param>
internal sealed record Progress(long Worklists, long Keyframes, long Audit, long Policies)
{
    private const string Sql = """
        select coalesce(max(last_seq_id) filter (where name = 'worklists:All'), 0), coalesce(max(last_seq_id) filter (where name = 'keyframes:All'), 0), coalesce(max(last_seq_id) filter (where name = 'audit:All'), 0),
            (select coalesce(max(e.seq_id), 0) from newsroom.mt_doc_deskpolicies p join newsroom.mt_events e on e.stream_id = p.id)
        from newsroom.mt_event_progression
        """;

    /// <summary>As if every view that follows had come at least as far as an event.</summary>
    public Progress AtLeast(long head) =>
        this with
        {
            Worklists = Math.Max(Worklists, head),
            Keyframes = Math.Max(Keyframes, head),
            Audit = Math.Max(Audit, head),
        };

    /// <summary>As a connection's transaction sees it.</summary>
    public static async Task<Progress> In(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new Progress(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
    }
}
