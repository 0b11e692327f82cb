using Newsroom.Api.Ledger;
using Newsroom.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Newsroom.Benchmarks.Ledgers;

/// <summary>Bulk-loads random leaves of realistic size into the ledger's tables.</summary>
internal static class LeafRows
{
    /// <summary>Adds a leaf for each event to the tree and the tables.</summary>
    /// <param name="connection">The database, as its owner.</param>
    /// <param name="tree">The tree as stored in the tables.</param>
    /// <param name="events">The sequence numbers and ids of the events.</param>
    public static async Task AddAsync(NpgsqlConnection connection, CompactRange tree, IEnumerable<(long Sequence, Guid Event)> events)
    {
        var filled = new List<(int Level, long Index, MerkleHash Hash)>();
        await using (var leaves = await connection.BeginBinaryImportAsync($"copy {LedgerTables.Leaves} from stdin (format binary)"))
        {
            foreach (var (sequence, id) in events)
            {
                var (index, entry) = (tree.Size, Commitment.NewSalt());
                filled.AddRange(tree.Append(MerkleTree.Leaf(entry)));
                await leaves.StartRowAsync();
                await leaves.WriteAsync(index, NpgsqlDbType.Bigint);
                await leaves.WriteAsync(sequence, NpgsqlDbType.Bigint);
                await leaves.WriteAsync(id, NpgsqlDbType.Uuid);
                await leaves.WriteAsync(entry, NpgsqlDbType.Bytea);
                await leaves.WriteAsync(entry, NpgsqlDbType.Bytea);
            }

            await leaves.CompleteAsync();
        }

        await using var hashes = await connection.BeginBinaryImportAsync($"copy {LedgerTables.Hashes} from stdin (format binary)");
        foreach (var (level, index, hash) in filled)
        {
            await hashes.StartRowAsync();
            await hashes.WriteAsync(level, NpgsqlDbType.Integer);
            await hashes.WriteAsync(index, NpgsqlDbType.Bigint);
            await hashes.WriteAsync(hash.ToArray(), NpgsqlDbType.Bytea);
        }

        await hashes.CompleteAsync();
    }
}
