using Newsroom.Api.Ledger;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>
/// Counts the rows of the ledger that belong to its leaves: tables that have others were added to, or rows in them were renamed.
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

    /// <summary>Returns the tables that have more rows than that.</summary>
    public async Task<IReadOnlyList<StoreFinding>> FindAsync(NpgsqlConnection connection, long size, CancellationToken cancellationToken)
    {
        var hashes = Enumerable.Range(1, Tile.Highest - 1).Sum(level => Tile.Hashes(level, size));
        (string Table, long Met)[] tables =
        [
            (LedgerTables.Leaves, leaves),
            (LedgerTables.Parts, parts),
            (LedgerTables.Salts, salts),
            (LedgerTables.Hashes, hashes),
        ];
        var found = new List<StoreFinding>();
        foreach (var (table, met) in tables)
        {
            await using var command = new NpgsqlCommand($"select count(*) from {table}", connection);
            var rows = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            if (rows > met)
            {
                found.Add(new StoreFinding(Damage.LedgerChanged, $"{table} has {rows} rows, and {met} belong to the ledger's leaves."));
            }
        }

        return found;
    }
}
