using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>A stretch of text that two concurrent edits changed differently.</summary>
/// <param name="Field">The text.</param>
/// <param name="Base">The words in the version the refused command was based on.</param>
/// <param name="Yours">The words after the refused command.</param>
/// <param name="Theirs">The current words, and who changed them.</param>
public sealed record Conflict(ArticleField Field, ConflictSide Base, ConflictSide Yours, ConflictSide Theirs)
{
    /// <summary>Creates a conflict from an overlap.</summary>
    /// <param name="field">The field.</param>
    /// <param name="overlap">The overlap, in the base text.</param>
    /// <param name="before">The base text.</param>
    /// <param name="theirs">The changes since.</param>
    /// <param name="now">The current text.</param>
    /// <param name="by">The caller.</param>
    /// <param name="meanwhile">The revisions since the base version.</param>
    internal static Conflict Of(
        ArticleField field,
        Overlap overlap,
        string before,
        ImmutableArray<TextEdit> theirs,
        string now,
        string by,
        ConcurrentRevisions meanwhile
    )
    {
        var (people, version) = meanwhile.WhoChanged(field, overlap.Range);
        return Of(
            field,
            overlap,
            before,
            theirs,
            now,
            new ConflictSide(overlap.Range, overlap.Range.Of(before), [by], meanwhile.BasedOn),
            (people, version)
        );
    }

    /// <summary>Creates a conflict of a save with changes of others since its author's last save from the same version.</summary>
    /// <param name="field">The field.</param>
    /// <param name="overlap">The overlap, in the text last saved.</param>
    /// <param name="before">The base text of the saves.</param>
    /// <param name="saves">The earlier saves, and the changes of others.</param>
    /// <param name="now">The current text.</param>
    /// <param name="by">The caller.</param>
    /// <param name="meanwhile">The revisions since the base version.</param>
    internal static Conflict Of(
        ArticleField field,
        Overlap overlap,
        string before,
        OwnSaves saves,
        string now,
        string by,
        ConcurrentRevisions meanwhile
    )
    {
        var range = saves.Before(overlap.Range);
        var (people, version) = meanwhile.WhoChanged(field, range);
        var others = people.Remove(by);
        var began = new ConflictSide(range, range.Of(before), [by], meanwhile.BasedOn);
        return Of(field, overlap, saves.Own.Apply(before), saves.Others, now, began, (others.IsEmpty ? people : others, version));
    }

    private static Conflict Of(
        ArticleField field,
        Overlap overlap,
        string before,
        ImmutableArray<TextEdit> theirs,
        string now,
        ConflictSide began,
        (ImmutableArray<string> People, long Version) changed
    )
    {
        var range = overlap.Range;
        var start =
            range.Start
            + theirs
                .Where(edit => edit.End < range.Start || (edit.End == range.Start && !overlap.Theirs.Contains(edit)))
                .Sum(edit => edit.Shift);
        var current = new TextRange(start, start + range.Length + overlap.Theirs.Sum(edit => edit.Shift));
        var mine = Within(overlap.Mine, range).Apply(range.Of(before));
        return new Conflict(
            field,
            began with
            {
                By = [],
            },
            began with
            {
                Words = mine,
            },
            new ConflictSide(current, current.Of(now), changed.People, changed.Version)
        );
    }

    private static ImmutableArray<TextEdit> Within(ImmutableArray<TextEdit> edits, TextRange range) =>
        [.. edits.Select(e => e with { At = e.At - range.Start })];
}

/// <summary>One side of a conflict.</summary>
/// <param name="Range">The range: of base and yours, in the base version; of theirs, in the current text.</param>
/// <param name="Words">The words.</param>
/// <param name="By">The people who changed the words; empty for the base.</param>
/// <param name="Version">The version of the words; of theirs, the latest that changed them.</param>
public sealed record ConflictSide(TextRange Range, string Words, ImmutableArray<string> By, long Version);
