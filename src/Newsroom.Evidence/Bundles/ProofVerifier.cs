using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

/// <summary>Verifies the proof of one event, whose extra line discloses the event.</summary>
public static class ProofVerifier
{
    /// <summary>Verifies a proof.</summary>
    /// <param name="file">The <c>.tlog-proof</c> file.</param>
    /// <param name="trusted">The keys that the reader trusts.</param>
    /// <param name="since">A checkpoint that the reader kept. Not supported for a single proof.</param>
    public static Verification Verify(string file, IReadOnlyCollection<NoteKey> trusted, string? since)
    {
        try
        {
            var proof = LedgerProof.Parse(file);
            var note = SignedNote.Parse(proof.Checkpoint);
            var checkpoint = Checkpoint.Parse(note.Text);
            var shown = Disclosure.Read(JsonNode.Parse(proof.Extra.AsSpan()));
            var description = new BundledEvent(proof.Index, shown).Description;
            if (since is not null)
            {
                return Not("A single proof cannot be compared with an earlier checkpoint.", "Request a bundle since that checkpoint.");
            }

            if (note.SignedBy(trusted).All(k => k.Name != checkpoint.Origin))
            {
                var used = string.Join(", ", note.Signatures.Select(s => $"{s.Name}, {s.KeyId}"));
                return Not(
                    $"The checkpoint is not signed with the key you gave, but with {used}.",
                    "Obtain the newsroom's key another way."
                );
            }

            if (!MerkleTree.Includes(MerkleTree.Leaf(shown.Entry.ToArray()), proof.Index, checkpoint.Size, proof.Hashes, checkpoint.Root))
            {
                return Not(
                    $"The {description} is not in the ledger in this form.",
                    "The content differs from the newsroom's ledger. Do not rely on it."
                );
            }

            var place = $"event {proof.Index + 1:N0} of the {checkpoint.Size:N0} in the ledger {checkpoint.Origin}";
            return new Verification(
                true,
                null,
                [$"The {description}, by {shown.Record.By}, is {place}.", $"Its data: {shown.Data().ToJsonString(Relaxed)}"],
                null,
                null
            );
        }
        catch (Exception problem) when (problem is FormatException or JsonException)
        {
            return Not($"The proof cannot be read: {problem.Message}", "Request it again.");
        }
    }

    private static JsonSerializerOptions Relaxed { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Verification Not(string wrong, string meaning) => new(false, null, [], wrong, meaning);
}
