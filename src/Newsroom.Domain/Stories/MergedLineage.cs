using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Words of a version that stand in a later one.</summary>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Version">The version that brought them.</param>
/// <param name="At">Where they stood in it.</param>
internal readonly record struct MergedRun(int Length, int Version, int At);

/// <summary>Words of an old version that a merged version does not have any more.</summary>
/// <param name="Base">The old version.</param>
/// <param name="Range">Where they stood in it.</param>
/// <param name="By">The version that removed them.</param>
internal sealed record MergedCut(int Base, TextRange Range, int By);

/// <summary>Follows words through versions of a text that branch and merge, and records who removed words of the old versions.</summary>
internal sealed class MergedLineage
{
    private readonly ImmutableArray<string> texts;
    private readonly ImmutableArray<FileVersion> versions;

    public MergedLineage(ImmutableArray<string> texts, ImmutableArray<FileVersion> versions)
    {
        (this.texts, this.versions, Runs) = (texts, versions, new MergedRuns[versions.Length]);
        for (var index = 0; index < versions.Length; index++)
        {
            Runs[index] = Follow(index);
        }
    }

    /// <summary>Which version brought the words of each version, from its beginning to its end.</summary>
    public MergedRuns[] Runs { get; }

    /// <summary>What commits removed.</summary>
    public List<MergedCut> Cuts { get; } = [];

    /// <summary>What merges do not have that one of their parents has; where another parent lacks it, a commit removed it.</summary>
    public List<MergedCut> MergeCuts { get; } = [];

    private MergedRuns Follow(int index)
    {
        var gaps = new List<TextRange> { new(0, texts[index].Length) };
        var found = new List<(int At, MergedRun Run)>();
        foreach (var parent in versions[index].Authors.IsEmpty ? [] : versions[index].Parents)
        {
            var edits = TextDiff.Between(texts[parent], texts[index]);
            var after = new EditIndex(edits.Invert());
            gaps = [.. gaps.SelectMany(gap => Keep(gap, after, Runs[parent], texts[index].Length, found))];
            foreach (var edit in edits)
            {
                var removed = Runs[parent].Over(edit.At, edit.End).Where(r => versions[r.Run.Version].Authors.IsEmpty);
                (versions[index].Parents.Length > 1 ? MergeCuts : Cuts).AddRange(
                    removed.Select(r => new MergedCut(r.Run.Version, new TextRange(r.Run.At, r.Run.At + r.Run.Length), index))
                );
            }
        }

        found.AddRange(gaps.Where(gap => !gap.IsEmpty).Select(gap => (gap.Start, new MergedRun(gap.Length, index, gap.Start))));
        return new MergedRuns([.. found.OrderBy(f => f.At).Select(f => f.Run)]);
    }

    /// <summary>Adds what a parent has of a range to <paramref name="found"/>, and returns what it has not.</summary>
    /// <param name="gap">The range.</param>
    /// <param name="edits">What leads back to the parent.</param>
    /// <param name="parent">The parent's runs.</param>
    /// <param name="length">The length of the text that the range is of.</param>
    /// <param name="found">What parents have.</param>
    private static List<TextRange> Keep(TextRange gap, EditIndex edits, MergedRuns parent, int length, List<(int, MergedRun)> found)
    {
        var (missing, index) = (new List<TextRange>(), edits.FirstEndingBehind(gap.Start));
        var kept = index == 0 ? 0 : edits[index - 1].End;
        for (; kept < gap.End && index < edits.Count; index++)
        {
            var edit = edits[index];
            Copy(kept, edit.At, edits.ShiftBefore(index));
            var lost = new TextRange(Math.Max(gap.Start, edit.At), Math.Min(gap.End, edit.End));
            if (!lost.IsEmpty)
            {
                missing.Add(lost);
            }

            kept = edit.End;
        }

        Copy(kept, length, edits.ShiftBefore(index));
        return missing;

        void Copy(int from, int until, int shift)
        {
            var (start, end) = (Math.Max(gap.Start, from), Math.Min(gap.End, until));
            if (start < end)
            {
                found.AddRange(parent.Over(start + shift, end + shift).Select(r => (r.Place.Start - shift, r.Run)));
            }
        }
    }
}
