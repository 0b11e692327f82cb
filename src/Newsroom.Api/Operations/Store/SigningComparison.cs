using Newsroom.Api.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>
/// Compares the checkpoints with the record of their signings, which is a separate table: deleted checkpoints leave signings without one.
/// Where both are deleted, leaves without any checkpoint are found until the next one is signed: the first leaves are signed when they are
/// stored, however late the ledger is.
/// </summary>
internal static class SigningComparison
{
    private const string Missing = $"""
        select count(*), min(s.size), max(s.size) from {LedgerTables.Signings} s left join {LedgerTables.Checkpoints} c using (size)
        where c.note is null or sha256(convert_to(c.note, 'UTF8')) <> s.digest
        """;

    private const string NotRecorded = $"""
        select count(*), min(c.size), max(c.size) from {LedgerTables.Checkpoints} c left join {LedgerTables.Signings} s using (size) where s.size is null
        """;

    private const string NotCovered = $"""
        select count(*), min(index), max(index) from {LedgerTables.Leaves} where not exists (select from {LedgerTables.Checkpoints})
        """;

    /// <summary>Returns what is missing in either table.</summary>
    public static async Task<IReadOnlyList<IntegrityIssue>> FindAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var found = new List<IntegrityIssue>();
        if (await CountAsync(connection, Missing, cancellationToken) is var (missing, first, last))
        {
            found.Add(
                new(
                    IntegrityIssueKind.CheckpointMissing,
                    $"{missing} signed checkpoints, over {first} to {last} leaves, are missing or were replaced: "
                        + $"{LedgerTables.Signings} has their signings."
                )
            );
        }

        if (await CountAsync(connection, NotRecorded, cancellationToken) is var (more, from, to))
        {
            found.Add(
                new(
                    IntegrityIssueKind.LedgerChanged,
                    $"{more} checkpoints, over {from} to {to} leaves, have no signing in {LedgerTables.Signings}: it was deleted, or they "
                        + "were inserted."
                )
            );
        }

        if (await CountAsync(connection, NotCovered, cancellationToken) is var (leaves, _, _))
        {
            found.Add(
                new(
                    IntegrityIssueKind.CheckpointMissing,
                    $"No checkpoint covers the ledger's {leaves} leaves. Since leaves are signed when they are stored, the "
                        + "checkpoints were deleted, or an earlier build stored the leaves and this one has not signed yet."
                )
            );
        }

        return found;
    }

    private static async Task<(long Count, long First, long Last)?> CountAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return row.GetInt64(0) == 0 ? null : (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }
}
