using System.Collections.Immutable;
using System.Text;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

/// <summary>The evidence of one story, to be verified by anybody, anywhere: its events, the proofs that the ledger has them, and what they amount to in words.</summary>
public static class Bundle
{
    /// <summary>The file of the events.</summary>
    public const string Events = "events.jsonl";

    /// <summary>The file of the checkpoint.</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>The file of the public keys.</summary>
    public const string Keys = "keys.txt";

    /// <summary>The file for who opens it first.</summary>
    public const string Readme = "README.txt";

    /// <summary>The file of the earlier checkpoint.</summary>
    public const string Since = "since/checkpoint";

    /// <summary>The file of the proof that the ledger grew from it.</summary>
    public const string Consistency = "since/consistency";

    /// <summary>The files of a bundle.</summary>
    /// <param name="story">The story.</param>
    /// <param name="events">Its events, and those beside it that it needs, in the ledger's order.</param>
    /// <param name="proofs">Of each event the hashes that prove it.</param>
    /// <param name="checkpoint">The checkpoint they prove it against.</param>
    /// <param name="keys">The ledger's public keys.</param>
    /// <param name="since">An earlier checkpoint and the hashes that prove that the ledger grew from it; null for none.</param>
    /// <param name="made">When it is made.</param>
    /// <param name="cancellationToken">Stops the work between events and between editions.</param>
    /// <exception cref="FormatException">The events do not make a story: the record is damaged.</exception>
    public static ImmutableSortedDictionary<string, byte[]> Of(
        Guid story,
        IReadOnlyList<BundledEvent> events,
        IReadOnlyList<ImmutableArray<MerkleHash>> proofs,
        string checkpoint,
        IEnumerable<NoteKey> keys,
        (string Note, ImmutableArray<MerkleHash> Hashes)? since,
        DateTimeOffset made,
        CancellationToken cancellationToken = default
    )
    {
        var replay = StoryReplay.Of(story, events, cancellationToken);
        var files = FilesForReading.Of(replay, events, cancellationToken).ToBuilder();
        files.AddRange(EditionPages.Of(replay));
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

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
