using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Newsroom.Domain.Stories;
using Newsroom.Evidence.Records;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

/// <summary>
/// Verifies a bundle against nothing but the public key that the reader brings: no network, no database, no trust in who made it. It stops at the
/// first thing that is wrong, and each later step relies on the earlier ones.
/// </summary>
public sealed class BundleVerifier
{
    private const string Edited = "The bundle was changed after it was made. Ask for it again, from the newsroom itself.";
    private const string Damaged = "The bundle is incomplete, or not one. Ask for it again.";
    private const string Forged = "What is written here is not what the newsroom's ledger holds. Do not rely on it.";

    private static readonly ImmutableHashSet<string> Withheld = ["identity_sealed"];

    private readonly ImmutableSortedDictionary<string, byte[]> _files;
    private readonly ImmutableArray<string>.Builder _proved = ImmutableArray.CreateBuilder<string>();
    private string? _title;
    private string? _scope;

    private BundleVerifier(ImmutableSortedDictionary<string, byte[]> files) => _files = files;

    /// <summary>Verifies a bundle.</summary>
    /// <param name="files">Its files.</param>
    /// <param name="trusted">The keys the reader trusts, which they have from elsewhere.</param>
    /// <param name="since">A checkpoint of the same ledger that the reader kept; null for none.</param>
    public static Verification Verify(ImmutableSortedDictionary<string, byte[]> files, IReadOnlyCollection<NoteKey> trusted, string? since)
    {
        var verifier = new BundleVerifier(files);
        try
        {
            verifier.Run(trusted, since);
            return new Verification(true, verifier._title, verifier._proved.ToImmutable(), null, null) { Scope = verifier._scope };
        }
        catch (Finding finding)
        {
            return new Verification(false, verifier._title, verifier._proved.ToImmutable(), finding.Message, finding.Meaning);
        }
    }

    private void Run(IReadOnlyCollection<NoteKey> trusted, string? since)
    {
        var manifest = Or(Damaged, "The manifest", () => Manifest.Read(File(Manifest.File)));
        var (note, checkpoint) = Signed("The bundle's checkpoint", Text(Bundle.Checkpoint), trusted);
        Compare(manifest);
        var events = Events();
        foreach (var logged in events)
        {
            Prove(logged, note, checkpoint);
        }

        _proved.Add(
            $"All {Number(events.Count)} events are in the ledger {checkpoint.Origin}, whose first {Number(checkpoint.Size)} events were signed with the key you gave."
        );
        Streams(manifest, events);
        Hidden(manifest, events);
        Replay(manifest, events, checkpoint);
        Grown(manifest, checkpoint, since, trusted);
    }

    /// <summary>Every file is what the manifest says, and there is no other.</summary>
    private void Compare(Manifest manifest)
    {
        var digests = Manifest.Digests(_files).ToDictionary(f => f.Name, f => f.Sha256);
        foreach (var file in manifest.Files)
        {
            if (!digests.Remove(file.Name, out var digest))
            {
                throw new Finding($"The file {file.Name} is missing.", Damaged);
            }

            if (digest != file.Sha256)
            {
                throw new Finding($"The file {file.Name} is not the one the manifest names.", Edited);
            }
        }

        if (digests.Count > 0)
        {
            throw new Finding($"The file {digests.Keys.Order(StringComparer.Ordinal).First()} is not in the manifest.", Edited);
        }
    }

    private List<BundledEvent> Events()
    {
        var events = new List<BundledEvent>();
        foreach (var (number, line) in Text(Bundle.Events).TrimEnd('\n').Split('\n').Index())
        {
            var logged = Or(Damaged, $"Line {number + 1} of {Bundle.Events}", () => BundledEvent.Read(line));
            if (events is [.., var before] && (logged.Index <= before.Index || logged.Record.Sequence <= before.Record.Sequence))
            {
                throw new Finding($"The {logged.Told} is out of order.", Forged);
            }

            events.Add(logged);
        }

        return events;
    }

    /// <summary>The event, as it is written here, is the leaf of the ledger that its proof says.</summary>
    private void Prove(BundledEvent logged, string note, Checkpoint checkpoint)
    {
        var proof = Or(Damaged, $"The proof of the {logged.Told}", () => LedgerProof.Parse(Text(logged.ProofFile)));
        if (proof.Checkpoint != note)
        {
            throw new Finding($"The proof of the {logged.Told} is for another checkpoint.", Edited);
        }

        if (proof.Index != logged.Index)
        {
            throw new Finding($"The proof of the {logged.Told} is for another place in the ledger.", Edited);
        }

        var entry = Or(Damaged, $"The {logged.Told}", () => logged.Event.Entry);
        if (!MerkleTree.Includes(MerkleTree.Leaf(entry.ToArray()), proof.Index, checkpoint.Size, proof.Hashes, checkpoint.Root))
        {
            throw new Finding(
                $"The {logged.Told} is not in the ledger as it is written here: its text, its salt, or its proof was changed.",
                Forged
            );
        }

        Or(Forged, $"The {logged.Told}", () => logged.Event.Data());
    }

    /// <summary>Each history in the bundle is whole from its beginning, and the story's ends where the manifest says.</summary>
    private static void Streams(Manifest manifest, List<BundledEvent> events)
    {
        foreach (var stream in events.GroupBy(e => e.Record.Stream))
        {
            foreach (var (index, logged) in stream.Index())
            {
                if (logged.Record.Version != index + 1)
                {
                    throw new Finding($"Event {index + 1} of {stream.Key} was left out.", Forged);
                }
            }
        }

        if (events.LastOrDefault(e => e.Record.Stream == manifest.Story)?.Record.Version is var last && last != manifest.Version)
        {
            throw new Finding($"The manifest says the story has {manifest.Version} events, and there are {last ?? 0}.", Edited);
        }
    }

    /// <summary>What cannot be read was erased by a decision that is in the ledger too, or protects a source.</summary>
    private void Hidden(Manifest manifest, List<BundledEvent> events)
    {
        var erasures = events
            .SelectMany(e => Or(Forged, $"The {e.Told}", () => RecordedErasures.In(e.Record).ToList()))
            .Select(p => (p.Event, p.Path))
            .ToHashSet();
        var hidden = events.SelectMany(e => e.Event.Hidden().Select(path => (e, path))).ToList();
        if (
            hidden.Find(h => !Withheld.Contains(h.e.Record.Type) && !erasures.Contains((h.e.Record.Event, h.path))) is
            ({ } logged, var path)
        )
        {
            throw new Finding($"{path} of the {logged.Told} cannot be read, and nothing in the ledger says that it was erased.", Forged);
        }

        var erased = hidden.Count(h => erasures.Contains((h.e.Record.Event, h.path)));
        if (erased > 0)
        {
            var where = manifest.Format == Manifest.First ? ": see erasures.json" : "";
            _proved.Add(
                $"{Number(erased)} {(erased == 1 ? "part was" : "parts were")} erased by law, on a basis and with an approval that are in the ledger{where}."
            );
        }

        if (hidden.Count > erased)
        {
            _proved.Add(
                $"{Number(hidden.Count - erased)} {(hidden.Count - erased == 1 ? "part is" : "parts are")} withheld: who a confidential source is."
            );
        }
    }

    private void Replay(Manifest manifest, List<BundledEvent> events, Checkpoint checkpoint)
    {
        var replay = Judged(() => StoryReplay.Of(manifest.Story, events));
        _title = replay.Title;
        if (replay.Title != manifest.Title)
        {
            throw new Finding("The manifest names the story otherwise than its events do.", Edited);
        }

        var isFirst = manifest.Format == Manifest.First;
        var proved = Judged(() => isFirst ? V1.DerivedFiles.Of(replay, events, checkpoint, manifest.Since) : EditionPages.Of(replay));
        foreach (var (name, content) in proved)
        {
            if (!_files.TryGetValue(name, out var told) || !told.AsSpan().SequenceEqual(content))
            {
                throw new Finding($"The file {name} says something else than the events make.", Edited);
            }
        }

        string[] own = [Manifest.File, Bundle.Events, Bundle.Checkpoint, Bundle.Keys, Bundle.Since, Bundle.Consistency];
        var forReading = isFirst ? [] : FilesForReading.Names(replay).Where(_files.ContainsKey).ToList();
        var known = own.Concat(proved.Keys).Concat(events.Select(e => e.ProofFile)).Concat(forReading).ToHashSet();
        if (_files.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new Finding($"The file {unknown} does not belong into a bundle.", Edited);
        }

        if (forReading.Count > 0)
        {
            _scope =
                "The events, their order and the words of every edition are proved; "
                + $"what the files for reading say is only as the maker of the bundle wrote it: {string.Join(", ", forReading)}.";
        }

        _proved.Add($"The story's {Number(replay.History.Length)} events follow one another without a gap, from the first draft on.");
        _proved.Add(
            replay.Editions.Length switch
            {
                0 => "Nothing was published; the words were made again from the first draft and every revision.",
                1 => "The one edition was made again from the first draft and every revision, word for word.",
                2 => "Both editions were made again from the first draft and every revision, word for word.",
                var editions => $"All {Number(editions)} editions were made again from the first draft and every revision, word for word.",
            }
        );
        if (replay.History.Count(e => e.Happened is StoryEvent.FactChecked) is > 0 and var checks)
        {
            _proved.Add(
                checks == 1
                    ? "The one check is of exactly the words it names."
                    : $"{(checks == 2 ? "Both" : $"All {Number(checks)}")} checks are of exactly the words they name."
            );
        }
    }

    /// <summary>The ledger only grew since the checkpoint that the reader kept, or else since the one in the bundle.</summary>
    private void Grown(Manifest manifest, Checkpoint checkpoint, string? since, IReadOnlyCollection<NoteKey> trusted)
    {
        if (since is null && manifest.Since is null)
        {
            return;
        }

        var (_, earlier) = Signed(
            since is null ? "The bundle's earlier checkpoint" : "Your earlier checkpoint",
            since ?? Text(Bundle.Since),
            trusted
        );
        if (earlier.Origin != checkpoint.Origin)
        {
            throw new Finding(
                $"The earlier checkpoint is of another ledger, {earlier.Origin}.",
                "Compare a bundle with a checkpoint of the same ledger."
            );
        }

        if (earlier.Size > checkpoint.Size)
        {
            throw new Finding(
                $"Your checkpoint covers {Number(earlier.Size)} events, and the bundle's only {Number(checkpoint.Size)}.",
                "Either the bundle is older than your checkpoint, or the ledger was put back to an earlier state. Ask for a bundle made now."
            );
        }

        var hashes =
            earlier.Size == checkpoint.Size || earlier.Size == 0 ? []
            : earlier.Size != manifest.Since
                ? throw new Finding(
                    $"The bundle has no proof that the ledger grew from your checkpoint of {Number(earlier.Size)} events.",
                    "Ask for the bundle again and name your checkpoint."
                )
            : Or(
                Damaged,
                "The proof that the ledger grew",
                () =>
                    Text(Bundle.Consistency)
                        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                        .Select(line => MerkleHash.TryParse(line, out var hash) ? hash : throw new FormatException("a line is no hash"))
                        .ToList()
            );
        if (earlier.Size > 0 && !MerkleTree.IsConsistent(earlier.Size, earlier.Root, checkpoint.Size, checkpoint.Root, hashes))
        {
            throw new Finding(
                $"The ledger does not begin with the {Number(earlier.Size)} events of the earlier checkpoint: it was rewritten, or there are two ledgers under one key.",
                "Keep both checkpoints: together they prove it. Do not rely on the bundle."
            );
        }

        _proved.Add(
            $"Since {(since is null ? "the earlier checkpoint in the bundle" : "your checkpoint")} of {Number(earlier.Size)} events, the ledger was only added to."
        );
    }

    /// <summary>A checkpoint that somebody whom the reader trusts has signed.</summary>
    private static (string Note, Checkpoint Checkpoint) Signed(string which, string text, IReadOnlyCollection<NoteKey> trusted)
    {
        var note = Or(Damaged, which, () => SignedNote.Parse(text));
        var checkpoint = Or(Damaged, which, () => Checkpoint.Parse(note.Text));
        var by = Or(Forged, which, () => note.SignedBy(trusted));
        return by.IsEmpty
                ? throw new Finding(
                    $"{which} is not signed with the key you gave ({string.Join(", ", trusted.Select(k => $"{k.Name}, {k.Id}"))}) but with {string.Join(", ", note.Signatures.Select(s => $"{s.Name}, {s.KeyId}"))}.",
                    "Either the key you have is not the newsroom's, or somebody else made this. Ask the newsroom for its key another way."
                )
            : by.All(k => k.Name != checkpoint.Origin)
                ? throw new Finding(
                    $"{which} is of {checkpoint.Origin}, whose key was not given.",
                    "A ledger is signed with a key of its own name."
                )
            : (text, checkpoint);
    }

    private byte[] File(string name) =>
        _files.TryGetValue(name, out var content) ? content : throw new Finding($"The file {name} is missing.", Damaged);

    private string Text(string name)
    {
        var content = File(name);
        return Or(Damaged, $"The file {name}", () => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content));
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The outcome of a step; what keeps it from one is the finding.</summary>
    private static T Or<T>(string meaning, string what, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception problem) when (problem is FormatException or DecoderFallbackException)
        {
            throw new Finding($"{what}: {problem.Message}", meaning);
        }
    }

    /// <summary>
    /// What the story's own code makes of the events. It was written for events that its rules let through, and these were written by who knows whom:
    /// whatever it stumbles over is something that never happened in a newsroom, and is told as that.
    /// </summary>
    private static T Judged<T>(Func<T> fold)
    {
        try
        {
            return fold();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw new Finding($"The events make no story: {problem.Message}", Forged);
        }
    }

    private sealed class Finding(string message, string meaning) : Exception(message)
    {
        public string Meaning => meaning;
    }
}
