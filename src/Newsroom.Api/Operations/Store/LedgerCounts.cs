using Newsroom.Api.Ledger;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>
/// Counts the rows of the ledger that belong to its leaves. More rows in a table were inserted or changed by force.
/// </summary>
internal sealed class LedgerCounts
{
    private long leaves;
    private long parts;
    private long salts;

    /// <summary>Counts the rows of a leaf.</summary>
    public void Add(StoredLeaf leaf)
    {
        leaves++;
        parts += leaf.Parts.Length;
        salts += leaf.Parts.Count(part => part.Salt is not null);
    }

    /// <summary>Returns the tables that have more rows.</summary>
    public async Task<IReadOnlyList<IntegrityIssue>> FindAsync(NpgsqlConnection connection, long size, CancellationToken cancellationToken)
    {
        var hashes = Enumerable.Range(1, Tile.Highest - 1).Sum(level => Tile.Hashes(level, size));
        (string Table, long Met)[] tables =
        [
            (LedgerTables.Leaves, leaves),
            (LedgerTables.Parts, parts),
            (LedgerTables.Salts, salts),
            (LedgerTables.Hashes, hashes),
        ];
        var found = new List<IntegrityIssue>();
        foreach (var (table, met) in tables)
        {
            await using var command = new NpgsqlCommand($"select count(*) from {table}", connection);
            var rows = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            if (rows > met)
            {
                found.Add(
                    new IntegrityIssue(
                        IntegrityIssueKind.LedgerChanged,
                        $"{table} has {rows} rows, but only {met} belong to the " + "ledger's leaves."
                    )
                );
            }
        }

        return found;
    }
}
