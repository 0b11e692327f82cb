using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

/// <summary>Verifies the proof of one event, whose extra line shows the event.</summary>
public static class ProofVerifier
{
    /// <summary>Verifies a proof.</summary>
    /// <param name="file">The <c>.tlog-proof</c> file.</param>
    /// <param name="trusted">The keys the reader trusts.</param>
    /// <param name="since">A checkpoint that the reader kept; it has nothing to be compared with here.</param>
    public static Verification Verify(string file, IReadOnlyCollection<NoteKey> trusted, string? since)
    {
        try
        {
            var proof = LedgerProof.Parse(file);
            var note = SignedNote.Parse(proof.Checkpoint);
            var checkpoint = Checkpoint.Parse(note.Text);
            var shown = Disclosure.Read(JsonNode.Parse(proof.Extra.AsSpan()));
            var told = new BundledEvent(proof.Index, shown).Told;
            return since is not null
                    ? Not("A single proof cannot be compared with an earlier checkpoint.", "Ask for a bundle since that checkpoint.")
                : note.SignedBy(trusted).All(k => k.Name != checkpoint.Origin)
                    ? Not(
                        $"The checkpoint is not signed with the key you gave, but with {string.Join(", ", note.Signatures.Select(s => $"{s.Name}, {s.KeyId}"))}.",
                        "Ask the newsroom for its key another way."
                    )
                : !MerkleTree.Includes(MerkleTree.Leaf(shown.Entry.ToArray()), proof.Index, checkpoint.Size, proof.Hashes, checkpoint.Root)
                    ? Not(
                        $"The {told} is not in the ledger as it is written here.",
                        "What is written here is not what the newsroom's ledger holds. Do not rely on it."
                    )
                : new Verification(
                    true,
                    null,
                    [
                        $"The {told}, by {shown.Record.By}, is event {proof.Index + 1:N0} of the {checkpoint.Size:N0} in the ledger {checkpoint.Origin}.",
                        $"It says: {shown.Data().ToJsonString(Relaxed)}",
                    ],
                    null,
                    null
                );
        }
        catch (Exception problem) when (problem is FormatException or JsonException)
        {
            return Not($"The proof cannot be read: {problem.Message}", "Ask for it again.");
        }
    }

    private static JsonSerializerOptions Relaxed { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Verification Not(string wrong, string meaning) => new(false, null, [], wrong, meaning);
}
