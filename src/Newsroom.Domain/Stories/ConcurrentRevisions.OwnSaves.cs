using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

public sealed partial record ConcurrentRevisions
{
    /// <summary>Merges a save that replaces its author's earlier saves from the same version, and keeps the changes of others.</summary>
    /// <param name="text">The current texts.</param>
    /// <param name="wanted">The whole new text of each given field.</param>
    /// <param name="by">The author.</param>
    /// <param name="edits">The edits, where nothing overlaps.</param>
    /// <param name="refusal">The refusal, where changes of others overlap.</param>
    /// <returns>False where the author made no such save, or the text does not continue from it.</returns>
    private bool TryOverOwnSaves(
        StoryText text,
        Func<ArticleField, string?> wanted,
        string by,
        out ArticleEdits edits,
        out Refusal? refusal
    )
    {
        (edits, refusal) = (new ArticleEdits([], [], []), null);
        var isOwn = OwnSavesOf(by);
        if (!Revisions.Any(isOwn))
        {
            return false;
        }

        var merged = Enum.GetValues<ArticleField>().ToDictionary(field => field, _ => ImmutableArray<TextEdit>.Empty);
        var conflicts = ImmutableArray.CreateBuilder<Conflict>();
        var (isContinued, isUndone) = (false, true);
        foreach (var field in merged.Keys.Order().Where(field => wanted(field) is not null))
        {
            var now = text.Article[field];
            var before = Edits(field).Invert().Apply(now);
            if (OwnSaves.Separate(Revisions.Select(revision => (isOwn(revision), revision.Edits[field])), before) is not { } saves)
            {
                return false;
            }

            var saved = saves.Own.Apply(before);
            var mine = TextDiff.Between(saved, wanted(field)!);
            merged[field] = ThreeWayMerge.Over(mine, saves.Others, saved, _ => false, out var overlaps);
            conflicts.AddRange(overlaps.Select(overlap => Conflict.Of(field, overlap, before, saves, now, by, this)));

            var fromBefore = saves.Before(mine);
            isUndone &= fromBefore.IsEmpty;
            isContinued |= saves.AreContinuedBy(fromBefore, before);
        }

        edits = new ArticleEdits(merged[ArticleField.Headline], merged[ArticleField.Standfirst], merged[ArticleField.Body]);
        refusal = conflicts.Count == 0 ? null : ConflictRefusal.Of(Current, conflicts.DrainToImmutable());
        return isContinued || isUndone;
    }

    /// <summary>
    /// Returns whether a revision is a save of this person from <see cref="BasedOn"/>, made before they saw changes of others.
    /// </summary>
    private Func<OtherRevision, bool> OwnSavesOf(string person)
    {
        var firstOther =
            Revisions.FirstOrDefault(revision => revision.By != person || !(revision.Saw >= BasedOn))?.Version ?? long.MaxValue;
        return revision => revision.By == person && revision.Saw >= BasedOn && revision.Saw < firstOther;
    }
}
