using System.Collections.Immutable;
using Newsroom.Evidence.Records;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

public sealed partial class BundleVerifier
{
    private static readonly ImmutableHashSet<string> Withheld = ["identity_sealed"];

    private List<BundledEvent> Events()
    {
        var events = new List<BundledEvent>();
        foreach (var (number, line) in Text(Bundle.Events).TrimEnd('\n').Split('\n').Index())
        {
            var bundled = Step(Damaged, $"Line {number + 1} of {Bundle.Events}", () => BundledEvent.Read(line));
            if (events is [.., var before] && (bundled.Index <= before.Index || bundled.Record.Sequence <= before.Record.Sequence))
            {
                throw new VerificationFailure($"The {bundled.Description} is out of order.", Forged);
            }

            events.Add(bundled);
        }

        return events;
    }

    private void VerifyInclusion(BundledEvent bundled, string note, Checkpoint checkpoint)
    {
        var proof = Step(Damaged, $"The proof of the {bundled.Description}", () => LedgerProof.Parse(Text(bundled.ProofFile)));
        if (proof.Checkpoint != note)
        {
            throw new VerificationFailure($"The proof of the {bundled.Description} refers to another checkpoint.", Edited);
        }

        if (proof.Index != bundled.Index)
        {
            throw new VerificationFailure($"The proof of the {bundled.Description} refers to another position in the ledger.", Edited);
        }

        var entry = Step(Damaged, $"The {bundled.Description}", () => bundled.Event.Entry);
        if (!MerkleTree.Includes(MerkleTree.Leaf(entry.ToArray()), proof.Index, checkpoint.Size, proof.Hashes, checkpoint.Root))
        {
            throw new VerificationFailure(
                $"The {bundled.Description} is not in the ledger in this form: its text, its salt or its proof was changed.",
                Forged
            );
        }

        Step(Forged, $"The {bundled.Description}", () => bundled.Event.Data());
    }

    /// <summary>Checks that each stream is complete and that the story ends at the manifest's version.</summary>
    private static void CheckStreams(Manifest manifest, List<BundledEvent> events)
    {
        foreach (var stream in events.GroupBy(e => e.Record.Stream))
        {
            foreach (var (index, bundled) in stream.Index())
            {
                if (bundled.Record.Version != index + 1)
                {
                    throw new VerificationFailure($"Event {index + 1} of {stream.Key} is missing.", Forged);
                }
            }
        }

        if (events.LastOrDefault(e => e.Record.Stream == manifest.Story)?.Record.Version is var last && last != manifest.Version)
        {
            throw new VerificationFailure($"The manifest names {manifest.Version} events of the story, but there are {last ?? 0}.", Edited);
        }
    }

    /// <summary>Accepts an undisclosed part only if an erasure in the ledger covers it, or it protects a source.</summary>
    private void CheckUndisclosed(Manifest manifest, List<BundledEvent> events)
    {
        var erasures = events
            .SelectMany(e => Step(Forged, $"The {e.Description}", () => RecordedErasures.In(e.Record).ToList()))
            .Select(p => (p.Event, p.Path))
            .ToHashSet();
        var hidden = events.SelectMany(e => e.Event.Hidden().Select(path => (e, path))).ToList();
        if (
            hidden.Find(h => !Withheld.Contains(h.e.Record.Type) && !erasures.Contains((h.e.Record.Event, h.path))) is
            ({ } bundled, var path)
        )
        {
            throw new VerificationFailure(
                $"{path} of the {bundled.Description} is not disclosed, and no erasure in the ledger covers it.",
                Forged
            );
        }

        var erased = hidden.Count(h => erasures.Contains((h.e.Record.Event, h.path)));
        if (erased > 0)
        {
            var where = manifest.Format == Manifest.First ? ": see erasures.json" : "";
            var parts = erased == 1 ? "part was" : "parts were";
            proved.Add($"{Number(erased)} {parts} erased by law; the legal basis and the approval are in the ledger{where}.");
        }

        if (hidden.Count > erased)
        {
            var withheld = hidden.Count - erased;
            var parts = withheld == 1 ? "part is" : "parts are";
            proved.Add($"{Number(withheld)} {parts} withheld: the identity of a confidential source.");
        }
    }
}
