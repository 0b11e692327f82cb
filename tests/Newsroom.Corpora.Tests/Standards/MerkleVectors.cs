using System.Text.Json.Nodes;
using Newsroom.Ledger;

namespace Newsroom.Domain.Tests.Standards;

/// <summary>Checks RFC 6962 and RFC 9162 against implementers' test vectors.</summary>
public class MerkleVectors
{
    [Fact]
    public void The_tree_of_eight_has_the_hashes_roots_and_proofs_of_the_RFC()
    {
        var vectors = Standard.Json("merkle/rfc6962-tree8.json");
        Hex(MerkleTree.Empty).ShouldBe((string)vectors["hasher"]!["emptyRoot"]!);
        Hex(MerkleTree.Leaf([])).ShouldBe((string)vectors["hasher"]!["emptyLeaf"]!);
        var leaves = vectors["leafInputsHex"]!.AsArray().Select(l => MerkleTree.Leaf(Convert.FromHexString((string)l!))).ToList();
        leaves.Select(Hex).ShouldBe(vectors["leafHashes"]!.AsArray().Select(l => (string)l!));
        for (var size = 0; size <= leaves.Count; size++)
        {
            Hex(MerkleTree.Root(size, Node)).ShouldBe((string)vectors["rootBySize"]!.AsArray()[size]!);
        }

        foreach (var proof in vectors.Cases("inclusionProofs"))
        {
            MerkleTree
                .InclusionRanges((long)proof["index"]!, (long)proof["size"]!)
                .Select(r => Hex(MerkleTree.Over(r.From, r.To, Node)))
                .ShouldBe(Hashes(proof), proof.ToJsonString());
        }

        foreach (var proof in vectors.Cases("consistencyProofs"))
        {
            MerkleTree
                .ConsistencyRanges((long)proof["from"]!, (long)proof["to"]!)
                .Select(r => Hex(MerkleTree.Over(r.From, r.To, Node)))
                .ShouldBe((long)proof["from"]! == (long)proof["to"]! ? [] : Hashes(proof), proof.ToJsonString());
        }

        MerkleHash Node(MerkleNode node) =>
            node.Level == 0
                ? leaves[(int)node.Index]
                : MerkleTree.Node(Node(new(node.Level - 1, node.Index * 2)), Node(new(node.Level - 1, (node.Index * 2) + 1)));
    }

    [Fact]
    public void All_inclusion_proofs_verify_as_the_vectors_state()
    {
        var vectors = Standard.Json("merkle/inclusion.json")["vectors"]!.AsArray();
        vectors.Count.ShouldBe(98);
        foreach (var vector in vectors)
        {
            var holds =
                MerkleHash.TryParse((string?)vector!["root"] ?? "", out var root)
                && MerkleHash.TryParse((string?)vector["leafHash"] ?? "", out var leaf)
                && Proof(vector, out var proof)
                && MerkleTree.Includes(leaf, unchecked((long)(ulong)vector["leafIdx"]!), (long)vector["treeSize"]!, proof, root);
            holds.ShouldBe(!(bool)vector["wantErr"]!, $"{vector["case"]}: {vector["desc"]}");
        }
    }

    [Fact]
    public void All_consistency_proofs_verify_as_the_vectors_state()
    {
        var vectors = Standard.Json("merkle/consistency.json")["vectors"]!.AsArray();
        vectors.Count.ShouldBe(98);
        foreach (var vector in vectors)
        {
            var holds =
                Proof(vector!, out var proof)
                && MerkleTree.IsConsistent(
                    (long)vector!["size1"]!,
                    Hash(vector["root1"]),
                    (long)vector["size2"]!,
                    Hash(vector["root2"]),
                    proof
                );
            holds.ShouldBe(!(bool)vector!["wantErr"]!, $"{vector["case"]}: {vector["desc"]}");
        }
    }

    /// <summary>Reads a hash. Vectors with invalid hashes get a substitute, so that equal ones stay equal.</summary>
    private static MerkleHash Hash(JsonNode? text) =>
        MerkleHash.TryParse((string?)text ?? "", out var hash) ? hash : MerkleTree.Leaf(Convert.FromBase64String((string?)text ?? ""));

    private static bool Proof(JsonNode vector, out List<MerkleHash> proof)
    {
        var parsed = (vector["proof"]?.AsArray() ?? [])
            .Select(h => (Good: MerkleHash.TryParse((string)h!, out var hash), Hash: hash))
            .ToList();
        proof = [.. parsed.Select(p => p.Hash)];
        return parsed.TrueForAll(p => p.Good);
    }

    private static IEnumerable<string> Hashes(JsonNode proof) => proof["proof"]!.AsArray().Select(h => (string)h!);

    private static string Hex(MerkleHash hash) => Convert.ToHexStringLower(hash.ToArray());
}
