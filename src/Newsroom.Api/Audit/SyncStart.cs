using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Audit;

/// <summary>Finds where a synchronisation begins.</summary>
public static class SyncStart
{
    // The first event at or after the time took its sequence within a day, as its transaction ended by then. Events more than a day
    // later took theirs afterwards. So the smallest sequence is among the events of that day, and a long record is not read. Without
    // such an event, everything after the progress of the projection is later. All is read in one snapshot. The sum keeps PostgreSQL
    // from reading the primary key from its beginning.
    private const string Find = $"""
        select coalesce(
            (select min(sequence + 0) - 1 from {AuditTable.Name} where at >= first.at and at < first.at + interval '1 day'),
            (select last_seq_id from {MartenNames.Progression} where name = '{AuditProjection.Name}{MartenNames.AllShards}'),
            0)
        from (select min(at) as at from {AuditTable.Name} where at >= $1) as first
        """;

    /// <summary>Returns a sequence such that every event recorded at a time or later has a larger one.</summary>
    public static async Task<long> BeforeAsync(NpgsqlDataSource database, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = since.UtcDateTime });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
