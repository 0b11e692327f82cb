using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>A run of words of one version in a later one.</summary>
/// <param name="Length">The length in UTF-16 code units.</param>
/// <param name="Version">The version that inserted it.</param>
/// <param name="At">Its offset in that version.</param>
internal readonly record struct MergedRun(int Length, int Version, int At);

/// <summary>Words of an old version that a merged version no longer has.</summary>
/// <param name="Base">The old version.</param>
/// <param name="Range">Their range in it.</param>
/// <param name="By">The version that removed them.</param>
internal sealed record MergedCut(int Base, TextRange Range, int By);

/// <summary>Follows words through branching and merging versions of a text, and records who removed words of the old versions.</summary>
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

    /// <summary>Gets the origin of the words of each version, in order.</summary>
    public MergedRuns[] Runs { get; }

    /// <summary>Gets the removals by commits.</summary>
    public List<MergedCut> Cuts { get; } = [];

    /// <summary>
    /// Gets the words that a merge lacks and one of its parents has. Where another parent lacks them, a commit removed them.
    /// </summary>
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

    /// <summary>Adds the parts of a range that a parent has to <paramref name="found"/>, and returns the other parts.</summary>
    /// <param name="gap">The range.</param>
    /// <param name="edits">The edits from the text to the parent.</param>
    /// <param name="parent">The parent's runs.</param>
    /// <param name="length">The length of the text.</param>
    /// <param name="found">The parts found.</param>
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
