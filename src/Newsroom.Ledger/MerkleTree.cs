using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;

namespace Newsroom.Ledger;

/// <summary>Identifies a complete node over 2^Level leaves, which never changes.</summary>
/// <param name="Level">0 for leaves.</param>
/// <param name="Index">The position in its level, from 0.</param>
public readonly record struct MerkleNode(int Level, long Index);

/// <summary>Implements the Merkle tree of RFC 6962 and RFC 9162, section 2.1: append-only, proofs of O(log n).</summary>
public static class MerkleTree
{
    /// <summary>Gets the root hash of the empty tree.</summary>
    public static MerkleHash Empty { get; } = new(SHA256.HashData(ReadOnlySpan<byte>.Empty));

    /// <summary>Hashes a leaf.</summary>
    public static MerkleHash Leaf(ReadOnlySpan<byte> entry)
    {
        Span<byte> input = entry.Length < 1024 ? stackalloc byte[entry.Length + 1] : new byte[entry.Length + 1];
        input[0] = 0;
        entry.CopyTo(input[1..]);
        return Sha256(input);
    }

    /// <summary>Hashes an inner node.</summary>
    public static MerkleHash Node(MerkleHash left, MerkleHash right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * MerkleHash.Length)];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + MerkleHash.Length)..]);
        return Sha256(input);
    }

    /// <summary>Lists the complete nodes under the root of a tree of <paramref name="size"/> leaves, left to right.</summary>
    public static ImmutableArray<MerkleNode> RootNodes(long size) => [.. Complete(0, size)];

    /// <summary>Computes the root hash from <see cref="RootNodes"/>.</summary>
    /// <param name="size">The number of leaves.</param>
    /// <param name="node">Returns the hash of a complete node.</param>
    public static MerkleHash Root(long size, Func<MerkleNode, MerkleHash> node) => size == 0 ? Empty : Over(0, size, node);

    /// <summary>Lists the leaf ranges of an inclusion proof, from the leaf's sibling up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public static ImmutableArray<(long From, long To)> InclusionRanges(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new Stack<(long, long)>();
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var middle = from + Split(to - from);
            path.Push(index < middle ? (middle, to) : (from, middle));
            (from, to) = index < middle ? (from, middle) : (middle, to);
        }

        return [.. path];
    }

    /// <summary>Lists the leaf ranges of a consistency proof.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The earlier tree is empty, or larger.</exception>
    public static ImmutableArray<(long From, long To)> ConsistencyRanges(long earlier, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(earlier);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, size);
        var path = new Stack<(long, long)>();
        var (from, to) = (0L, size);
        while (to != earlier)
        {
            var middle = from + Split(to - from);
            path.Push(earlier <= middle ? (middle, to) : (from, middle));
            (from, to) = earlier <= middle ? (from, middle) : (middle, to);
        }

        return from == 0 ? [.. path] : [(from, to), .. path];
    }

    /// <summary>Lists the complete nodes that cover one of the ranges above.</summary>
    public static ImmutableArray<MerkleNode> NodesOf(long from, long to) => [.. Complete(from, to)];

    /// <summary>Computes the hash over one of the ranges above.</summary>
    /// <param name="from">The first leaf.</param>
    /// <param name="to">The end, exclusive.</param>
    /// <param name="node">Returns the hash of a complete node.</param>
    public static MerkleHash Over(long from, long to, Func<MerkleNode, MerkleHash> node) =>
        Complete(from, to).Reverse().Select(node).Aggregate((right, left) => Node(left, right));

    /// <summary>Verifies an inclusion proof (RFC 9162, 2.1.3.2).</summary>
    public static bool Includes(MerkleHash leaf, long index, long size, IReadOnlyList<MerkleHash> proof, MerkleHash root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if (long.IsOddInteger(node) || node == last)
            {
                hash = Node(sibling, hash);
                while (!long.IsOddInteger(node) && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                hash = Node(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Verifies a consistency proof (RFC 9162, 2.1.4.2).</summary>
    public static bool IsConsistent(long earlierSize, MerkleHash earlier, long size, MerkleHash later, IReadOnlyList<MerkleHash> proof)
    {
        if (earlierSize <= 0 || earlierSize > size)
        {
            return false;
        }

        if (earlierSize == size)
        {
            return proof.Count == 0 && earlier == later;
        }

        IEnumerable<MerkleHash> path = long.IsPow2(earlierSize) ? proof.Prepend(earlier) : proof;
        var (node, last) = (earlierSize - 1, size - 1);
        while (long.IsOddInteger(node))
        {
            (node, last) = (node >> 1, last >> 1);
        }

        using var hashes = path.GetEnumerator();
        if (proof.Count == 0 || !hashes.MoveNext())
        {
            return false;
        }

        var (first, second) = (hashes.Current, hashes.Current);
        while (hashes.MoveNext())
        {
            if (last == 0)
            {
                return false;
            }

            if (long.IsOddInteger(node) || node == last)
            {
                (first, second) = (Node(hashes.Current, first), Node(hashes.Current, second));
                while (!long.IsOddInteger(node) && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                second = Node(second, hashes.Current);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && first == earlier && second == later;
    }

    /// <summary>Returns the largest power of two less than <paramref name="size"/>, which is at least 2.</summary>
    private static long Split(long size) => 1L << BitOperations.Log2((ulong)size - 1);

    private static IEnumerable<MerkleNode> Complete(long from, long to)
    {
        while (from < to)
        {
            var level = Math.Min(from == 0 ? 62 : BitOperations.TrailingZeroCount(from), BitOperations.Log2((ulong)(to - from)));
            yield return new MerkleNode(level, from >> level);
            from += 1L << level;
        }
    }

    private static MerkleHash Sha256(ReadOnlySpan<byte> input)
    {
        Span<byte> hash = stackalloc byte[MerkleHash.Length];
        SHA256.HashData(input, hash);
        return new MerkleHash(hash);
    }
}
