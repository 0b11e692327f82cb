using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

public sealed partial class BundleVerifier
{
    /// <summary>Checks consistency with the reader's checkpoint, or else with the one in the bundle.</summary>
    private void CheckConsistency(Manifest manifest, Checkpoint checkpoint, string? since, IReadOnlyCollection<NoteKey> trusted)
    {
        if (since is null && manifest.Since is null)
        {
            return;
        }

        var (_, earlier) = ReadCheckpoint(
            since is null ? "The bundle's earlier checkpoint" : "Your earlier checkpoint",
            since ?? Text(Bundle.Since),
            trusted
        );
        if (earlier.Origin != checkpoint.Origin)
        {
            throw new VerificationFailure(
                $"The earlier checkpoint belongs to another ledger, {earlier.Origin}.",
                "Use a checkpoint of the same ledger."
            );
        }

        if (earlier.Size > checkpoint.Size)
        {
            throw new VerificationFailure(
                $"Your checkpoint covers {Number(earlier.Size)} events, but the bundle's only {Number(checkpoint.Size)}.",
                "Either the bundle is older than your checkpoint, or the ledger was reset to an earlier state. Request a new bundle."
            );
        }

        var hashes = ConsistencyProof(manifest, earlier.Size, checkpoint.Size);
        if (earlier.Size > 0 && !MerkleTree.IsConsistent(earlier.Size, earlier.Root, checkpoint.Size, checkpoint.Root, hashes))
        {
            throw new VerificationFailure(
                $"The ledger does not begin with the {Number(earlier.Size)} events of the earlier checkpoint: "
                    + "it was rewritten, or two ledgers use one key.",
                "Keep both checkpoints as proof. Do not rely on the bundle."
            );
        }

        var from = since is null ? "the earlier checkpoint in the bundle" : "your checkpoint";
        proved.Add($"Since {from} of {Number(earlier.Size)} events, events were only appended to the ledger.");
    }

    private List<MerkleHash> ConsistencyProof(Manifest manifest, long earlier, long size)
    {
        if (earlier == size || earlier == 0)
        {
            return [];
        }

        if (earlier != manifest.Since)
        {
            throw new VerificationFailure(
                $"The bundle has no consistency proof from your checkpoint of {Number(earlier)} events.",
                "Request the bundle again and name your checkpoint."
            );
        }

        return Step(
            Damaged,
            "The consistency proof",
            () =>
                Text(Bundle.Consistency)
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => MerkleHash.TryParse(line, out var hash) ? hash : throw new FormatException("a line is not a hash"))
                    .ToList()
        );
    }

    private static (string Note, Checkpoint Checkpoint) ReadCheckpoint(string which, string text, IReadOnlyCollection<NoteKey> trusted)
    {
        var note = Step(Damaged, which, () => SignedNote.Parse(text));
        var checkpoint = Step(Damaged, which, () => Checkpoint.Parse(note.Text));
        var by = Step(Forged, which, () => note.SignedBy(trusted));
        if (by.IsEmpty)
        {
            var given = string.Join(", ", trusted.Select(k => $"{k.Name}, {k.Id}"));
            var used = string.Join(", ", note.Signatures.Select(s => $"{s.Name}, {s.KeyId}"));
            throw new VerificationFailure(
                $"{which} is not signed with the key you gave ({given}) but with {used}.",
                "Either your key is not the newsroom's, or another party built the bundle. Obtain the newsroom's key another way."
            );
        }

        if (by.All(k => k.Name != checkpoint.Origin))
        {
            throw new VerificationFailure(
                $"{which} belongs to {checkpoint.Origin}, whose key was not given.",
                "A ledger must be signed with the key that has its name."
            );
        }

        return (text, checkpoint);
    }
}
