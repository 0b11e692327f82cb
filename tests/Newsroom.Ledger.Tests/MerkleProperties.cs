using System.Collections.Concurrent;
using CsCheck;

namespace Newsroom.Ledger.Tests;

/// <summary>Properties of all trees.</summary>
public class MerkleProperties
{
    private static readonly List<MerkleHash> Leaves =
    [
        .. Enumerable.Range(0, 70_000).Select(i => MerkleTree.Leaf(BitConverter.GetBytes(i))),
    ];

    // Nodes over full tiles never change: the hashes of the largest tree are those of every smaller one.
    private static readonly Dictionary<(int, long), MerkleHash> Filled = Fill();

    private const long Recurring = 256;

    private static readonly ConcurrentDictionary<(long From, long To), MerkleHash> Subtrees = new();

    private static readonly Gen<long> Sizes = Gen.OneOf(Gen.Long[1, 600], Gen.Long[65_300, 69_700]);

    [Fact]
    public void A_tree_grown_leaf_by_leaf_has_the_root_of_one_made_at_once()
    {
        var tree = new CompactRange(0, []);
        var roots = Enumerable
            .Range(0, 70)
            .Select(i => (i * 997) + i)
            .Concat([0, 1, 2, 3, 255, 256, 257, 65_535, 65_536, 65_537, Leaves.Count])
            .ToHashSet();
        for (var size = 0; size <= Leaves.Count; size++)
        {
            if (roots.Contains(size))
            {
                tree.Root.ShouldBe(size == 0 ? MerkleTree.Empty : Naive(0, size), $"{size}");
            }

            if (size < Leaves.Count)
            {
                tree.Append(Leaves[size]);
            }
        }
    }

    [Fact]
    public void A_tree_continues_from_its_edge_alone() =>
        Sizes
            .Select(Gen.Long[0, 300])
            .Sample(
                (size, more) =>
                {
                    var edge = Enumerable
                        .Range(0, 3)
                        .Select(level =>
                            Hashes(level, size)
                                .Skip((int)(Tile.Hashes(level, size) - Tile.Partial(level, size)))
                                .Select(i => Stored(level, i))
                        );
                    var again = new CompactRange(size, edge);
                    again.Root.ShouldBe(Naive(0, size));
                    for (var at = size; at < size + more; at++)
                    {
                        again.Append(Leaves[(int)at]);
                    }

                    again.Root.ShouldBe(Naive(0, size + more));
                },
                iter: 40
            );

    [Fact]
    public void An_edge_of_another_size_is_refused() =>
        Should
            .Throw<ArgumentException>(() =>
                new CompactRange(
                    3,
                    [
                        [Leaves[0], Leaves[1]],
                    ]
                )
            )
            .Message.ShouldContain("3 hashes at the edge of level 0");

    [Fact]
    public void Every_leaf_has_a_proof_that_holds_for_it_alone() =>
        Sizes
            .SelectMany(size => Gen.Long[0, size - 1].Select(index => (size, index)))
            .Sample(
                (size, index) =>
                {
                    var root = Naive(0, size);
                    var proof = MerkleTree
                        .InclusionRanges(index, size)
                        .Select(r => MerkleTree.Over(r.From, r.To, n => Tile.Over(n, Stored)))
                        .ToList();
                    MerkleTree.Includes(Leaves[(int)index], index, size, proof, root).ShouldBeTrue();
                    proof.Count.ShouldBeLessThanOrEqualTo(1 + (int)Math.Log2(size));
                    MerkleTree.Includes(MerkleTree.Leaf("other"u8), index, size, proof, root).ShouldBeFalse();
                    if (index > 0)
                    {
                        MerkleTree.Includes(Leaves[(int)index], index - 1, size, proof, root).ShouldBeFalse();
                    }

                    foreach (var at in Enumerable.Range(0, proof.Count))
                    {
                        MerkleTree
                            .Includes(
                                Leaves[(int)index],
                                index,
                                size,
                                [.. proof[..at], proof[at] == Leaves[0] ? Leaves[1] : Leaves[0], .. proof[(at + 1)..]],
                                root
                            )
                            .ShouldBeFalse();
                        MerkleTree.Includes(Leaves[(int)index], index, size, [.. proof[..at], .. proof[(at + 1)..]], root).ShouldBeFalse();
                    }
                },
                iter: 150
            );

    [Fact]
    public void Every_tree_has_a_proof_that_it_begins_with_an_earlier_one_and_with_no_other() =>
        Sizes
            .SelectMany(size => Gen.Long[1, size].Select(earlier => (size, earlier)))
            .Sample(
                (size, earlier) =>
                {
                    var (before, after) = (Naive(0, earlier), Naive(0, size));
                    var proof = MerkleTree
                        .ConsistencyRanges(earlier, size)
                        .Select(r => MerkleTree.Over(r.From, r.To, n => Tile.Over(n, Stored)))
                        .ToList();
                    MerkleTree.IsConsistent(earlier, before, size, after, proof).ShouldBeTrue($"{earlier} in {size}");
                    MerkleTree.IsConsistent(earlier, MerkleTree.Leaf("other"u8), size, after, proof).ShouldBeFalse();
                    MerkleTree.IsConsistent(earlier, before, size, MerkleTree.Leaf("other"u8), proof).ShouldBeFalse();
                },
                iter: 150
            );

    /// <summary>Hashes a range of leaves by the definition. Large subtrees recur in the trees of many sizes, and are hashed once.</summary>
    private static MerkleHash Naive(long from, long to) =>
        to - from < Recurring ? Defined(from, to) : Subtrees.GetOrAdd((from, to), range => Defined(range.From, range.To));

    private static MerkleHash Defined(long from, long to)
    {
        if (to - from == 1)
        {
            return Leaves[(int)from];
        }

        var split = 1L;
        while (split * 2 < to - from)
        {
            split *= 2;
        }

        return MerkleTree.Node(Naive(from, from + split), Naive(from + split, to));
    }

    private static IEnumerable<long> Hashes(int level, long size) =>
        Enumerable.Range(0, (int)Tile.Hashes(level, size)).Select(i => (long)i);

    private static MerkleHash Stored(int level, long index) => level == 0 ? Leaves[(int)index] : Filled[(level, index)];

    private static Dictionary<(int, long), MerkleHash> Fill()
    {
        var tree = new CompactRange(0, []);
        return Leaves.SelectMany(leaf => tree.Append(leaf)).ToDictionary(f => (f.Level, f.Index), f => f.Hash);
    }
}
