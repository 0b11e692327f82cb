using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

/// <summary>Builds the evidence of one story: events, inclusion proofs, editions and files for reading.</summary>
public static class Bundle
{
    /// <summary>The events, one JSON object a line, in ledger order.</summary>
    public const string Events = "events.jsonl";

    /// <summary>The signed checkpoint that every proof refers to.</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>The public keys of the ledger, one a line.</summary>
    public const string Keys = "keys.txt";

    /// <summary>An explanation for people; not proved.</summary>
    public const string Readme = "README.txt";

    /// <summary>The earlier checkpoint, where the bundle was requested since one.</summary>
    public const string Since = "since/checkpoint";

    /// <summary>The consistency proof from the earlier checkpoint, one hash a line.</summary>
    public const string Consistency = "since/consistency";

    /// <summary>The folder of files of evidence, which are named after their digests.</summary>
    public const string CopiesFolder = "evidence/";

    /// <summary>Builds the files of a bundle, by name.</summary>
    /// <param name="story">The story.</param>
    /// <param name="events">The story's events and the other events it needs, in ledger order.</param>
    /// <param name="proofs">The inclusion proof of each event.</param>
    /// <param name="checkpoint">The checkpoint that the proofs refer to.</param>
    /// <param name="keys">The ledger's public keys.</param>
    /// <param name="since">An earlier checkpoint and the consistency proof from it; null for none.</param>
    /// <param name="made">The creation time.</param>
    /// <param name="copies">Files of evidence by their digests; null for none.</param>
    /// <param name="cancellationToken">Cancels between events and between editions.</param>
    /// <exception cref="FormatException">The events do not form a story: the ledger is damaged.</exception>
    public static ImmutableSortedDictionary<string, byte[]> Of(
        Guid story,
        IReadOnlyList<BundledEvent> events,
        IReadOnlyList<ImmutableArray<MerkleHash>> proofs,
        string checkpoint,
        IEnumerable<NoteKey> keys,
        (string Note, ImmutableArray<MerkleHash> Hashes)? since,
        DateTimeOffset made,
        IReadOnlyDictionary<string, byte[]>? copies = null,
        CancellationToken cancellationToken = default
    )
    {
        var replay = StoryReplay.Of(story, events, cancellationToken);
        var files = FilesForReading.Of(replay, events, cancellationToken).ToBuilder();
        files.AddRange(EditionPages.Of(replay));
        files.AddRange(
            (copies ?? new Dictionary<string, byte[]>()).Select(copy => KeyValuePair.Create(CopiesFolder + copy.Key, copy.Value))
        );
        files[Events] = Utf8(string.Concat(events.Select(e => $"{e.ToLine()}\n")));
        foreach (var (at, logged) in events.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            files[logged.ProofFile] = Utf8(new LedgerProof(logged.Index, proofs[at], checkpoint).ToString());
        }

        files[Checkpoint] = Utf8(checkpoint);
        files[Keys] = Utf8(string.Concat(keys.Select(k => $"{k}\n")));
        if (since is var (note, hashes))
        {
            files[Since] = Utf8(note);
            files[Consistency] = Utf8(string.Concat(hashes.Select(h => $"{h}\n")));
        }

        long? from = since is null ? null : Ledger.Checkpoint.Parse(SignedNote.Parse(since.Value.Note).Text).Size;
        files[Readme] = Utf8(BundleReadme.Of(replay, Ledger.Checkpoint.Parse(SignedNote.Parse(checkpoint).Text), from));
        files[Manifest.File] = new Manifest(
            Manifest.Current,
            story,
            replay.Now.Story.Version,
            replay.Title,
            made,
            from,
            Manifest.Digests(files)
        ).ToFile();
        return files.ToImmutable();
    }

    /// <summary>Returns the digests of the stored copies that the evidence of checks names.</summary>
    public static IEnumerable<string> CopiesNamedIn(IEnumerable<BundledEvent> events) =>
        events
            .Where(e => e.Record.Type == "fact_checked")
            .SelectMany(e => e.Event.Data()["evidence"] as JsonArray ?? [])
            .Select(piece =>
                (piece as JsonObject)?["sha256"] is JsonValue value && value.TryGetValue<string>(out var digest) ? digest : null
            )
            .OfType<string>()
            .Distinct();

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
