using Npgsql;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>
/// Locks the content of a file until the transaction ends. Uploads share the lock between the check that the content is stored and the
/// commit of its event. <see cref="EvidenceCleanupJob"/> has it alone while it looks for the event and deletes the content.
/// </summary>
internal static class EvidenceLock
{
    private const string Key = "hashtextextended('newsroom.evidence:' || $1, 0)";

    /// <summary>Shares the lock; waits while the cleanup has it.</summary>
    public static async Task ShareAsync(NpgsqlTransaction transaction, string digest, CancellationToken cancellationToken)
    {
        await using var lockIt = Command(transaction, $"select pg_advisory_xact_lock_shared({Key})", digest);
        await lockIt.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes the lock, unless an upload or another node has it.</summary>
    public static async Task<bool> TryTakeAsync(NpgsqlTransaction transaction, string digest, CancellationToken cancellationToken)
    {
        await using var lockIt = Command(transaction, $"select pg_try_advisory_xact_lock({Key})", digest);
        return await lockIt.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static NpgsqlCommand Command(NpgsqlTransaction transaction, string sql, string digest) =>
        new(sql, transaction.Connection, transaction) { Parameters = { new() { Value = digest } } };
}
