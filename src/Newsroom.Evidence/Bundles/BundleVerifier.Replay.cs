using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

public sealed partial class BundleVerifier
{
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
            if (!files.TryGetValue(name, out var given) || !given.AsSpan().SequenceEqual(content))
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

        Say(replay);
    }

    private void Say(StoryReplay replay)
    {
        proved.Add($"The story's {Number(replay.History.Length)} events are complete, from the first draft on.");
        proved.Add(
            replay.Editions.Length switch
            {
                0 => "Nothing was published; the text was rebuilt from the first draft and every revision.",
                1 => "The one edition was rebuilt from the first draft and every revision, word for word.",
                2 => "Both editions were rebuilt from the first draft and every revision, word for word.",
                var editions => $"All {Number(editions)} editions were rebuilt from the first draft and every revision, word for word.",
            }
        );
        if (replay.Now.Story.Publication.Status is PublicationStatus.Withheld or PublicationStatus.Retracted or PublicationStatus.Killed)
        {
            proved.Add($"The story is {replay.Now.Story.Publication.Status.ToKebabCase()}: readers no longer have its words.");
        }

        if (replay.History.Count(e => e.Happened is StoryEvent.FactChecked) is > 0 and var checks)
        {
            proved.Add(
                checks switch
                {
                    1 => "The one check matches exactly the words it names.",
                    2 => "Both checks match exactly the words they name.",
                    _ => $"All {Number(checks)} checks match exactly the words they name.",
                }
            );
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
}
