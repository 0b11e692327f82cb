using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Newsroom.Domain.Stories;
using Newsroom.Evidence.Records;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

/// <summary>
/// Verifies a bundle against public keys that the reader supplies, offline. Stops at the first fault; each step relies on the earlier ones.
/// </summary>
public sealed class BundleVerifier
{
    private const string Edited = "The bundle was changed after it was built. Request it again, from the newsroom itself.";
    private const string Damaged = "The bundle is incomplete, or not a bundle. Request it again.";
    private const string Forged = "The content differs from the newsroom's ledger. Do not rely on it.";

    private static readonly ImmutableHashSet<string> Withheld = ["identity_sealed"];

    private readonly ImmutableSortedDictionary<string, byte[]> files;
    private readonly ImmutableArray<string>.Builder proved = ImmutableArray.CreateBuilder<string>();
    private string? title;
    private string? scope;

    private BundleVerifier(ImmutableSortedDictionary<string, byte[]> files) => this.files = files;

    /// <summary>Verifies a bundle.</summary>
    /// <param name="files">The bundle's files, by name.</param>
    /// <param name="trusted">The keys that the reader trusts, obtained from another source.</param>
    /// <param name="since">A checkpoint of the same ledger that the reader kept; null for none.</param>
    public static Verification Verify(ImmutableSortedDictionary<string, byte[]> files, IReadOnlyCollection<NoteKey> trusted, string? since)
    {
        var verifier = new BundleVerifier(files);
        try
        {
            verifier.Run(trusted, since);
            return new Verification(true, verifier.title, verifier.proved.ToImmutable(), null, null) { Scope = verifier.scope };
        }
        catch (VerificationFailure failure)
        {
            return new Verification(false, verifier.title, verifier.proved.ToImmutable(), failure.Message, failure.Meaning);
        }
    }

    private void Run(IReadOnlyCollection<NoteKey> trusted, string? since)
    {
        var manifest = Step(Damaged, "The manifest", () => Manifest.Read(File(Manifest.File)));
        var (note, checkpoint) = ReadCheckpoint("The bundle's checkpoint", Text(Bundle.Checkpoint), trusted);
        CompareDigests(manifest);
        var events = Events();
        foreach (var bundled in events)
        {
            VerifyInclusion(bundled, note, checkpoint);
        }

        proved.Add(
            $"All {Number(events.Count)} events are in the ledger {checkpoint.Origin}, "
                + $"whose first {Number(checkpoint.Size)} events were signed with the key you gave."
        );
        CheckStreams(manifest, events);
        CheckUndisclosed(manifest, events);
        Replay(manifest, events, checkpoint);
        CheckConsistency(manifest, checkpoint, since, trusted);
    }

    private void CompareDigests(Manifest manifest)
    {
        var digests = Manifest.Digests(files).ToDictionary(f => f.Name, f => f.Sha256);
        foreach (var file in manifest.Files)
        {
            if (!digests.Remove(file.Name, out var digest))
            {
                throw new VerificationFailure($"The file {file.Name} is missing.", Damaged);
            }

            if (digest != file.Sha256)
            {
                throw new VerificationFailure($"The file {file.Name} does not match its digest in the manifest.", Edited);
            }
        }

        if (manifest.Files.FirstOrDefault(IsOtherCopy) is { } copy)
        {
            throw new VerificationFailure($"The file {copy.Name} does not have the digest that it is named after.", Edited);
        }

        if (digests.Count > 0)
        {
            throw new VerificationFailure(
                $"The file {digests.Keys.Order(StringComparer.Ordinal).First()} is not listed in the manifest.",
                Edited
            );
        }
    }

    private static bool IsOtherCopy(ManifestFile file) =>
        file.Name.StartsWith(Bundle.CopiesFolder, StringComparison.Ordinal) && file.Name[Bundle.CopiesFolder.Length..] != file.Sha256;

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

    private void Replay(Manifest manifest, List<BundledEvent> events, Checkpoint checkpoint)
    {
        var replay = Replayed(() => StoryReplay.Of(manifest.Story, events));
        title = replay.Title;
        if (replay.Title != manifest.Title)
        {
            throw new VerificationFailure("The story's title in the manifest differs from its events.", Edited);
        }

        var isFirst = manifest.Format == Manifest.First;
        var proved = Replayed(() => isFirst ? V1.DerivedFiles.Of(replay, events, checkpoint, manifest.Since) : EditionPages.Of(replay));
        foreach (var (name, content) in proved)
        {
            if (!files.TryGetValue(name, out var told) || !told.AsSpan().SequenceEqual(content))
            {
                throw new VerificationFailure($"The file {name} differs from what the events yield.", Edited);
            }
        }

        string[] own = [Manifest.File, Bundle.Events, Bundle.Checkpoint, Bundle.Keys, Bundle.Since, Bundle.Consistency];
        var forReading = isFirst ? [] : FilesForReading.Names(replay).Where(files.ContainsKey).ToList();
        string[] copies = isFirst ? [] : [.. Bundle.CopiesNamedIn(events).Select(digest => Bundle.CopiesFolder + digest)];
        var known = own.Concat(proved.Keys).Concat(events.Select(e => e.ProofFile)).Concat(forReading).Concat(copies).ToHashSet();
        if (files.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new VerificationFailure($"The file {unknown} does not belong in a bundle.", Edited);
        }

        if (forReading.Count > 0)
        {
            scope =
                "The events, their order and the text of every edition are proved. "
                + $"The files for reading are not proved; the bundle's builder wrote them: {string.Join(", ", forReading)}.";
        }

        this.proved.Add($"The story's {Number(replay.History.Length)} events are complete, from the first draft on.");
        this.proved.Add(
            replay.Editions.Length switch
            {
                0 => "Nothing was published; the text was rebuilt from the first draft and every revision.",
                1 => "The one edition was rebuilt from the first draft and every revision, word for word.",
                2 => "Both editions were rebuilt from the first draft and every revision, word for word.",
                var editions => $"All {Number(editions)} editions were rebuilt from the first draft and every revision, word for word.",
            }
        );
        if (replay.History.Count(e => e.Happened is StoryEvent.FactChecked) is > 0 and var checks)
        {
            this.proved.Add(
                checks switch
                {
                    1 => "The one check matches exactly the words it names.",
                    2 => "Both checks match exactly the words they name.",
                    _ => $"All {Number(checks)} checks match exactly the words they name.",
                }
            );
        }
    }

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

    private byte[] File(string name) =>
        files.TryGetValue(name, out var content) ? content : throw new VerificationFailure($"The file {name} is missing.", Damaged);

    private string Text(string name)
    {
        var content = File(name);
        return Step(Damaged, $"The file {name}", () => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content));
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static T Step<T>(string meaning, string what, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception problem) when (problem is FormatException or DecoderFallbackException)
        {
            throw new VerificationFailure($"{what}: {problem.Message}", meaning);
        }
    }

    /// <summary>Treats every failure of the domain code as invalid evidence: the events are untrusted input.</summary>
    private static T Replayed<T>(Func<T> fold)
    {
        try
        {
            return fold();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw new VerificationFailure($"The events do not form a story: {problem.Message}", Forged);
        }
    }

    private sealed class VerificationFailure(string message, string meaning) : Exception(message)
    {
        public string Meaning => meaning;
    }
}
