using System.Collections.Immutable;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>
/// Reads the log: its right edge, hashes and proofs, each in one round trip and O(log n) rows.
/// </summary>
public static class LedgerLog
{
    /// <summary>Reads the tree's right edge, to which leaves are appended, and the sequence of its last event.</summary>
    public static async Task<(CompactRange Tree, long Last)> ReadEdgeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (size, last) = await ReadSizeAsync(connection, cancellationToken);
        var levels = Enumerable.Range(0, Tile.Highest).TakeWhile(level => Tile.Hashes(level, size) > 0).ToList();
        var ranges = levels
            .Select(level => (Level: level, From: Tile.Hashes(level, size) - Tile.Partial(level, size), To: Tile.Hashes(level, size)))
            .ToImmutableArray();
        var hashes = await ReadHashesAsync(connection, ranges, cancellationToken);
        return (new CompactRange(size, ranges.Select(r => Places(r).Select(at => hashes[(r.Level, at)]))), last);
    }

    /// <summary>Reads the number of leaves and the sequence of the last one's event.</summary>
    public static async Task<(long Size, long Last)> ReadSizeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select index + 1, sequence from {LedgerTables.Leaves} order by index desc limit 1",
            connection
        );
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? (row.GetInt64(0), row.GetInt64(1)) : (0, 0);
    }

    /// <summary>Computes the hashes over ranges of leaves that a proof consists of.</summary>
    public static async Task<ImmutableArray<MerkleHash>> ComputeHashesAsync(
        NpgsqlConnection connection,
        ImmutableArray<(long From, long To)> ranges,
        CancellationToken cancellationToken
    )
    {
        var stored = await ReadHashesAsync(
            connection,
            [.. ranges.SelectMany(r => MerkleTree.NodesOf(r.From, r.To)).Select(Tile.Under)],
            cancellationToken
        );
        return [.. ranges.Select(r => MerkleTree.Over(r.From, r.To, node => Tile.Over(node, (level, at) => stored[(level, at)])))];
    }

    /// <summary>Computes the root of the tree at its size or an earlier one.</summary>
    public static async Task<MerkleHash> ComputeRootAsync(NpgsqlConnection connection, long size, CancellationToken cancellationToken) =>
        size == 0 ? MerkleTree.Empty : (await ComputeHashesAsync(connection, [(0, size)], cancellationToken))[0];

    /// <summary>Reads hashes of levels of tiles, by level and index.</summary>
    public static async Task<IReadOnlyDictionary<(int Level, long Index), MerkleHash>> ReadHashesAsync(
        NpgsqlConnection connection,
        ImmutableArray<(int Level, long From, long To)> ranges,
        CancellationToken cancellationToken
    )
    {
        // Range by range in the order of the index: in a join, PostgreSQL estimates each range as a large part of the table, and reads all
        // of it.
        const string sql = $"""
            select 0, l.index, l.entry from unnest($1, $2) r(a, b), lateral (select index, entry from {LedgerTables.Leaves} where index >= r.a and index < r.b order by index limit r.b - r.a) l
            union all
            select r.level, h.index, h.hash from unnest($3, $4, $5) r(level, a, b), lateral (select index, hash from {LedgerTables.Hashes} where level = r.level and index >= r.a and index < r.b order by index limit r.b - r.a) h
            """;
        var (leaves, above) = (ranges.Where(r => r.Level == 0).ToList(), ranges.Where(r => r.Level > 0).ToList());
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = leaves.Select(r => r.From).ToArray() },
                new() { Value = leaves.Select(r => r.To).ToArray() },
                new() { Value = above.Select(r => r.Level).ToArray() },
                new() { Value = above.Select(r => r.From).ToArray() },
                new() { Value = above.Select(r => r.To).ToArray() },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var hashes = new Dictionary<(int, long), MerkleHash>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var bytes = rows.GetFieldValue<byte[]>(2);
            hashes[(rows.GetInt32(0), rows.GetInt64(1))] = rows.GetInt32(0) == 0 ? MerkleTree.Leaf(bytes) : new MerkleHash(bytes);
        }

        return
            ranges.SelectMany(r => Places(r).Select(at => (r.Level, at))).FirstOrDefault(at => !hashes.ContainsKey(at), (-1, 0))
                is ( >= 0, _) missing
            ? throw new LedgerDamagedException(
                $"The hash {missing.at} of level {missing.Level} of the ledger is missing. Run `newsroom verify-store`."
            )
            : hashes;
    }

    private static IEnumerable<long> Places((int Level, long From, long To) range)
    {
        for (var at = range.From; at < range.To; at++)
        {
            yield return at;
        }
    }
}
