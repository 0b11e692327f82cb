using System.Collections.Immutable;

namespace Newsroom.Ledger;

/// <summary>
/// Holds the right edge of a growing Merkle tree: the hashes of the partial tile of each level. This is sufficient to append leaves and
/// compute the root, whatever the size of the tree.
/// </summary>
public sealed class CompactRange
{
    private readonly List<List<MerkleHash>> edge;

    /// <summary>Restores the edge of a tree.</summary>
    /// <param name="size">The number of leaves.</param>
    /// <param name="edge">For each level of tiles, the hashes of its last, partial tile; empty if all tiles are full.</param>
    /// <exception cref="ArgumentException">The edge does not fit the size.</exception>
    public CompactRange(long size, IEnumerable<IEnumerable<MerkleHash>> edge)
    {
        Size = size;
        this.edge = [.. edge.Select(e => e.ToList())];
        for (var level = 0; level < this.edge.Count || Tile.Hashes(level, size) > 0; level++)
        {
            if (Tile.Partial(level, size) is var expected && expected != (level < this.edge.Count ? this.edge[level].Count : 0))
            {
                throw new ArgumentException($"A tree of {size} leaves has {expected} hashes at the edge of level {level}.", nameof(edge));
            }
        }
    }

    /// <summary>Gets the number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Computes the root hash.</summary>
    public MerkleHash Root
    {
        get
        {
            MerkleHash? root = null;
            foreach (var level in edge)
            {
                for (var (end, width) = (level.Count, 1); end > 0; width <<= 1)
                {
                    if ((level.Count & width) != 0)
                    {
                        var node = Over(level[(end - width)..end]);
                        root = root is { } right ? MerkleTree.Node(node, right) : node;
                        end -= width;
                    }
                }
            }

            return root ?? MerkleTree.Empty;
        }
    }

    /// <summary>Appends a leaf; returns the hash over each tile it filled, as a hash of the level above.</summary>
    public ImmutableArray<(int Level, long Index, MerkleHash Hash)> Append(MerkleHash leaf)
    {
        Size++;
        var filled = ImmutableArray.CreateBuilder<(int, long, MerkleHash)>();
        var hash = leaf;
        for (var level = 0; ; level++)
        {
            if (level == edge.Count)
            {
                edge.Add([]);
            }

            edge[level].Add(hash);
            if (edge[level].Count < Tile.Width)
            {
                return filled.ToImmutable();
            }

            hash = Over(edge[level]);
            edge[level].Clear();
            filled.Add((level + 1, (Size >> ((level + 1) * Tile.Height)) - 1, hash));
        }
    }

    private static MerkleHash Over(List<MerkleHash> hashes)
    {
        while (hashes.Count > 1)
        {
            hashes = [.. hashes.Chunk(2).Select(pair => MerkleTree.Node(pair[0], pair[1]))];
        }

        return hashes[0];
    }
}
