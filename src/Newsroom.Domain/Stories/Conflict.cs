using System.Collections.Immutable;
using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Stories;

/// <summary>A stretch of a text that two sides changed, each its way: what both began with, and what each made of it.</summary>
/// <param name="Field">The text.</param>
/// <param name="Base">The words as both saw them, in the version the refused command was based on.</param>
/// <param name="Yours">What the refused command makes of them.</param>
/// <param name="Theirs">What they are now, and who changed them since.</param>
public sealed record Conflict(ArticleField Field, ConflictSide Base, ConflictSide Yours, ConflictSide Theirs)
{
    /// <summary>An overlap, told with its words and people.</summary>
    /// <param name="field">The text.</param>
    /// <param name="overlap">Where both sides changed it.</param>
    /// <param name="before">The text both began with.</param>
    /// <param name="theirs">All that was changed since.</param>
    /// <param name="now">The text as it is.</param>
    /// <param name="by">Who gave the refused command.</param>
    /// <param name="meanwhile">What happened since the version they saw.</param>
    internal static Conflict Of(ArticleField field, Overlap overlap, string before, ImmutableArray<TextEdit> theirs, string now, string by, Meanwhile meanwhile)
    {
        var range = overlap.Range;
        var start = range.Start + theirs.Where(edit => edit.End < range.Start || (edit.End == range.Start && !overlap.Theirs.Contains(edit))).Sum(edit => edit.Shift);
        var current = new TextRange(start, start + range.Length + overlap.Theirs.Sum(edit => edit.Shift));
        var (people, version) = meanwhile.WhoChanged(field, range);
        var mine = Within(overlap.Mine, range).Apply(range.Of(before));
        return new Conflict(
            field,
            new ConflictSide(range, range.Of(before), [], meanwhile.BasedOn),
            new ConflictSide(range, mine, [by], meanwhile.BasedOn),
            new ConflictSide(current, current.Of(now), people, version));
    }

    private static ImmutableArray<TextEdit> Within(ImmutableArray<TextEdit> edits, TextRange range) => [.. edits.Select(e => e with { At = e.At - range.Start })];
}

/// <summary>One side of a conflict.</summary>
/// <param name="Range">Where the words lie: of base and yours, in the version they were based on; of theirs, in the text as it is.</param>
/// <param name="Words">The words.</param>
/// <param name="By">Who changed them; of base, nobody.</param>
/// <param name="Version">The version they are of; of theirs, the latest that changed them.</param>
public sealed record ConflictSide(TextRange Range, string Words, ImmutableArray<string> By, long Version);
