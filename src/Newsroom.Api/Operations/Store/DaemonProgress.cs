using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>
/// Finds what would have projections, or the ledger, pass over events: progress, or the event sequence, that is not where the events are.
/// </summary>
internal static class DaemonProgress
{
    private const string Sql = """
        select p.name || ' has seen the event ' || p.last_seq_id || ', and the latest number given is ' || s.last_value
        from newsroom.mt_event_progression p, newsroom.mt_events_sequence s where p.last_seq_id > s.last_value
        union all
        select 'the latest number given is ' || s.last_value || ', and there is an event ' || e.latest
        from newsroom.mt_events_sequence s, (select max(seq_id) as latest from newsroom.mt_events) e where e.latest > s.last_value
        order by 1
        """;

    /// <summary>Returns what is ahead of what.</summary>
    public static async Task<IReadOnlyList<StoreFinding>> AheadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<StoreFinding>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(new StoreFinding(Damage.ProgressAhead, $"In the store {rows.GetString(0)}."));
        }

        return found;
    }
}
