using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Attributes the words that a merge inserts into and removes from one text.</summary>
internal sealed class MergedChange
{
    private readonly ArticleField field;
    private readonly ImmutableArray<string> texts;
    private readonly ImmutableArray<FileVersion> versions;
    private readonly MergedLineage lineage;
    private readonly List<(int Base, EditIndex Edits)> bases = [];
    private readonly List<AuthoredRange> inserted = [];
    private readonly List<AuthoredRange> removed = [];
    private readonly KnownAuthors removals = new();

    public MergedChange(
        ArticleField field,
        string? before,
        ImmutableArray<string> texts,
        ImmutableArray<FileVersion> versions,
        string merger
    )
    {
        (this.field, this.texts, this.versions, lineage) = (field, texts, versions, new MergedLineage(texts, versions));
        if (before is not null)
        {
            bases.AddRange(
                versions
                    .Index()
                    .Where(v => v.Item.Authors.IsEmpty)
                    .Select(v => (v.Index, new EditIndex(TextDiff.Between(texts[v.Index], before))))
            );
        }

        Carry(lineage.Cuts);
        Carry(lineage.MergeCuts);
        var edits = before is null ? [new TextEdit(0, "", texts[^1])] : TextDiff.Between(before, texts[^1]);
        var shift = 0;
        foreach (var edit in edits)
        {
            Account(edit, shift, merger);
            shift += edit.Shift;
        }

        Settle(inserted, merger);
        Settle(removed, merger);
        (Inserted, Removed) = (Joined(inserted), Joined(removed));
    }

    /// <summary>Gets the authors of ranges of the text after the merge.</summary>
    public ImmutableArray<AuthoredRange> Inserted { get; }

    /// <summary>Gets who removed ranges of the text before the merge.</summary>
    public ImmutableArray<AuthoredRange> Removed { get; }

    /// <summary>Gets whether the merge took the merged side's file unchanged, so that no word belongs to the merger.</summary>
    private bool IsTaken => versions[^1].Parents.Length <= 1;

    /// <summary>Attributes one edit. Words that the difference aligns differently belong to the nearest author in it.</summary>
    private void Account(TextEdit edit, int shift, string merger)
    {
        var (firstInserted, firstRemoved) = (inserted.Count, removed.Count);
        foreach (var (place, run) in lineage.Runs[^1].Over(edit.At + shift, edit.At + shift + edit.Insert.Length))
        {
            inserted.Add(new AuthoredRange(field, place, AuthorsOf(run, merger)));
        }

        RemovedBy(new TextRange(edit.At, edit.End));
        var known = inserted[firstInserted..].Concat(removed[firstRemoved..]).FirstOrDefault(r => !r.By.IsEmpty)?.By;
        Fill(inserted, firstInserted, known);
        Fill(removed, firstRemoved, known);
    }

    private ImmutableArray<string> AuthorsOf(MergedRun run, string merger)
    {
        if (!versions[run.Version].Authors.IsEmpty)
        {
            return versions[run.Version].Authors;
        }

        return Stands(run) ? [] : [merger];
    }

    /// <summary>Returns whether words of an old version are in the text before the merge.</summary>
    private bool Stands(MergedRun run)
    {
        var edits = bases.FirstOrDefault(b => b.Base == run.Version).Edits;
        return edits is not null && !edits.Touches(new TextRange(run.At, run.At + run.Length));
    }

    private void RemovedBy(TextRange range)
    {
        var at = range.Start;
        foreach (var known in removals.In(range))
        {
            if (known.Range.Start > at)
            {
                removed.Add(new AuthoredRange(field, new TextRange(at, known.Range.Start), []));
            }

            removed.Add(new AuthoredRange(field, known.Range, known.By));
            at = known.Range.End;
        }

        if (at < range.End)
        {
            removed.Add(new AuthoredRange(field, new TextRange(at, range.End), []));
        }
    }

    /// <summary>Maps removals from old versions to the text before the merge.</summary>
    private void Carry(IEnumerable<MergedCut> cuts)
    {
        foreach (var cut in cuts)
        {
            foreach (var edits in bases.Where(b => b.Base == cut.Base).Select(b => b.Edits))
            {
                foreach (var place in Standing(edits, cut.Range, texts[cut.Base].Length))
                {
                    removals.Add(place, versions[cut.By].Authors);
                }
            }
        }
    }

    /// <summary>Returns the remaining parts of a range after edits.</summary>
    private static IEnumerable<TextRange> Standing(EditIndex edits, TextRange range, int length)
    {
        var index = edits.FirstEndingBehind(range.Start);
        for (var kept = index == 0 ? 0 : edits[index - 1].End; kept < range.End; index++)
        {
            var (at, end) = index < edits.Count ? (edits[index].At, edits[index].End) : (length, int.MaxValue);
            var (from, until) = (Math.Max(range.Start, kept), Math.Min(range.End, at));
            if (from < until)
            {
                yield return new TextRange(from + edits.ShiftBefore(index), until + edits.ShiftBefore(index));
            }

            kept = end;
        }
    }

    private static void Fill(List<AuthoredRange> ranges, int from, ImmutableArray<string>? otherwise)
    {
        var last = otherwise;
        for (var i = from; i < ranges.Count; i++)
        {
            last = ranges[i].By.IsEmpty ? last : ranges[i].By;
            ranges[i] = ranges[i] with { By = last ?? [] };
        }
    }

    private void Settle(List<AuthoredRange> ranges, string merger)
    {
        if (IsTaken)
        {
            Fill(ranges, 0, inserted.Concat(removed).FirstOrDefault(r => !r.By.IsEmpty)?.By);
        }

        for (var i = 0; i < ranges.Count; i++)
        {
            ranges[i] = ranges[i].By.IsEmpty ? ranges[i] with { By = [merger] } : ranges[i];
        }
    }

    private static ImmutableArray<AuthoredRange> Joined(List<AuthoredRange> ranges)
    {
        var joined = ImmutableArray.CreateBuilder<AuthoredRange>();
        foreach (var range in ranges)
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Range.End == range.Range.Start && last.By.SequenceEqual(range.By))
            {
                joined[^1] = last with { Range = last.Range with { End = range.Range.End } };
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined.DrainToImmutable();
    }
}
