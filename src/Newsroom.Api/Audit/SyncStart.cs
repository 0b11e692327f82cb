using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Audit;

/// <summary>Finds where a synchronisation begins.</summary>
public static class SyncStart
{
    // Events after the progress of the projection are later than all rows. Both are read in one snapshot.
    private const string Find = $"""
        select coalesce(
            (select min(sequence) - 1 from {AuditTable.Name} where at >= $1),
            (select last_seq_id from {MartenNames.Progression} where name = '{AuditProjection.Name}{MartenNames.AllShards}'),
            0)
        """;

    /// <summary>Returns a sequence such that every event recorded at a time or later has a larger one.</summary>
    public static async Task<long> BeforeAsync(NpgsqlDataSource database, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = since.UtcDateTime });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
