using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>
/// Compares progress and the event sequence with the events. Progress ahead of them would make projections or the ledger skip events.
/// </summary>
internal static class ProgressComparison
{
    private const string Sql = $"""
        select p.name || ' has applied event ' || p.last_seq_id || ', but the event sequence is at ' || s.last_value
        from {MartenNames.Progression} p, {MartenNames.EventsSequence} s where p.last_seq_id > s.last_value
        union all
        select 'the event sequence is at ' || s.last_value || ', but there is an event ' || e.latest
        from {MartenNames.EventsSequence} s, (select max(seq_id) as latest from {MartenNames.Events}) e where e.latest > s.last_value
        order by 1
        """;

    /// <summary>Returns what is ahead.</summary>
    public static async Task<IReadOnlyList<IntegrityIssue>> FindAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<IntegrityIssue>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(new IntegrityIssue(IntegrityIssueKind.ProgressAhead, $"In the store, {rows.GetString(0)}."));
        }

        return found;
    }
}
