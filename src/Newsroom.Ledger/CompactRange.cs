using System.Collections.Immutable;

namespace Newsroom.Ledger;

/// <summary>
/// The right edge of a growing tree: of each level of tiles the hashes of the tile that is not full yet. That is all a leaf needs to be added, and
/// all the root needs to be computed, however large the tree.
/// </summary>
public sealed class CompactRange
{
    private readonly List<List<MerkleHash>> _edge;

    /// <summary>The edge of a tree of a size.</summary>
    /// <param name="size">Its number of leaves.</param>
    /// <param name="edge">Of each level of tiles the hashes of its last, partial tile; none where all tiles of the level are full.</param>
    /// <exception cref="ArgumentException">The edge is not that of a tree of this size.</exception>
    public CompactRange(long size, IEnumerable<IEnumerable<MerkleHash>> edge)
    {
        Size = size;
        _edge = [.. edge.Select(e => e.ToList())];
        for (var level = 0; level < _edge.Count || Tile.Hashes(level, size) > 0; level++)
        {
            if (Tile.Partial(level, size) is var expected && expected != (level < _edge.Count ? _edge[level].Count : 0))
            {
                throw new ArgumentException($"A tree of {size} leaves has {expected} hashes at the edge of level {level}.", nameof(edge));
            }
        }
    }

    /// <summary>The number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>The root.</summary>
    public MerkleHash Root
    {
        get
        {
            MerkleHash? root = null;
            foreach (var level in _edge)
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

    /// <summary>Adds a leaf, and says which tiles it filled: the hash over each, as a hash of the level above.</summary>
    public ImmutableArray<(int Level, long Index, MerkleHash Hash)> Append(MerkleHash leaf)
    {
        Size++;
        var filled = ImmutableArray.CreateBuilder<(int, long, MerkleHash)>();
        var hash = leaf;
        for (var level = 0; ; level++)
        {
            if (level == _edge.Count)
            {
                _edge.Add([]);
            }

            _edge[level].Add(hash);
            if (_edge[level].Count < Tile.Width)
            {
                return filled.ToImmutable();
            }

            hash = Over(_edge[level]);
            _edge[level].Clear();
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
