using System.Collections.Immutable;
using DiffPlex;

namespace Newsroom.Domain.Text;

/// <summary>
/// Merges two versions of a text by lines, like <c>git merge-file</c>. Changes separated by an unchanged line are both made; identical
/// changes are made once.
/// </summary>
internal static class LineMerge
{
    // The maximum number of lines between common prefix and suffix, of both sides. Myers' algorithm is quadratic.
    private const int MaxLines = 4_000;

    /// <summary>
    /// Returns the edits of <paramref name="theirs"/> that apply the changes of <paramref name="mine"/>; null if both change the same or
    /// adjacent lines, or the texts are too long.
    /// </summary>
    /// <param name="text">The common ancestor.</param>
    /// <param name="mine">The text with the changes to apply.</param>
    /// <param name="theirs">The text to apply them to.</param>
    public static ImmutableArray<TextEdit>? TryMerge(string text, string mine, string theirs)
    {
        var lines = Chunker.Lines(text);
        if (Hunks(lines, mine) is not { } mineChanged || Hunks(lines, theirs) is not { } theirsChanged)
        {
            return null;
        }

        var merged = ImmutableArray.CreateBuilder<TextEdit>();
        var (m, t, copied, at) = (0, 0, 0, 0);
        while (m < mineChanged.Count || t < theirsChanged.Count)
        {
            var (mineFrom, theirsFrom) = (m, t);
            var start = Math.Min(StartOf(mineChanged, m), StartOf(theirsChanged, t));
            var end = start;
            while (StartOf(mineChanged, m) <= end || StartOf(theirsChanged, t) <= end)
            {
                end = Math.Max(end, StartOf(mineChanged, m) <= end ? mineChanged[m++].End : theirsChanged[t++].End);
            }

            var here = lines[start..end];
            var (yours, others) = (Applied(mineChanged[mineFrom..m], here, start), Applied(theirsChanged[theirsFrom..t], here, start));
            if (Settle(here, yours, others) is not { } settled)
            {
                return null;
            }

            at += lines[copied..start].Sum(line => line.Length);
            if (!settled.SequenceEqual(others))
            {
                merged.AddRange(new TextEdit(at, string.Concat(others), string.Concat(settled)).Finer());
            }

            at += others.Sum(line => line.Length);
            copied = end;
        }

        return merged.ToImmutable();
    }

    /// <summary>Merges lines that both sides changed; null if they conflict. Leading and trailing insertions of both may coexist.</summary>
    private static List<string>? Settle(List<string> here, List<string> yours, List<string> others)
    {
        if (yours.SequenceEqual(here) || others.SequenceEqual(here))
        {
            return yours.SequenceEqual(here) ? others : yours;
        }

        var max = Math.Min(yours.Count, others.Count);
        var head = yours.Zip(others).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = Enumerable.Range(1, max - head).TakeWhile(i => yours[^i] == others[^i]).Count();
        if (yours.SequenceEqual(others) || yours[head..^tail].SequenceEqual(here))
        {
            return others;
        }

        return others[head..^tail].SequenceEqual(here) ? yours : null;
    }

    private static int StartOf(List<Hunk> hunks, int index) => index < hunks.Count ? hunks[index].Start : int.MaxValue;

    private static List<string> Applied(List<Hunk> hunks, List<string> lines, int offset)
    {
        var (applied, copied) = (new List<string>(), 0);
        foreach (var hunk in hunks)
        {
            applied.AddRange(lines[copied..(hunk.Start - offset)]);
            applied.AddRange(hunk.Insert);
            copied = hunk.End - offset;
        }

        applied.AddRange(lines[copied..]);
        return applied;
    }

    /// <summary>Returns the changed lines of a version; null if the comparison is too expensive.</summary>
    private static List<Hunk>? Hunks(List<string> lines, string version)
    {
        var after = Chunker.Lines(version);
        var head = lines.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var max = Math.Min(lines.Count, after.Count) - head;
        var tail = Enumerable.Range(1, max).TakeWhile(i => lines[^i] == after[^i]).Count();
        var (removed, inserted) = (lines.Count - head - tail, after.Count - head - tail);
        if (removed == 0 || inserted == 0)
        {
            return removed + inserted == 0 ? [] : [Slide(new Hunk(head, head + removed, after[head..^tail]), lines, lines.Count)];
        }

        if (removed + inserted > MaxLines)
        {
            return null;
        }

        var (changed, changedAfter) = (string.Concat(lines[head..^tail]), string.Concat(after[head..^tail]));
        var result = Differ.Instance.CreateDiffs(changed, changedAfter, ignoreWhiteSpace: false, ignoreCase: false, new Chunker());
        var hunks = new List<Hunk>();
        foreach (var block in result.DiffBlocks.Reverse())
        {
            var (start, insert) = (head + block.DeleteStartA, head + block.InsertStartB);
            var hunk = new Hunk(start, start + block.DeleteCountA, after[insert..(insert + block.InsertCountB)]);
            foreach (var part in Parts(hunk, lines))
            {
                hunks.Add(Slide(part, lines, until: hunks.Count > 0 ? hunks[^1].Start : lines.Count));
            }
        }

        hunks.Reverse();
        return hunks;
    }

    /// <summary>Splits a change followed by an insertion that could also follow the next line; the last part first.</summary>
    private static IEnumerable<Hunk> Parts(Hunk hunk, List<string> lines)
    {
        var changed = hunk.End - hunk.Start;
        if (changed == 0 || changed >= hunk.Insert.Count || hunk.End == lines.Count || lines[hunk.End] != hunk.Insert[changed])
        {
            return [hunk];
        }

        return [new Hunk(hunk.End, hunk.End, hunk.Insert[changed..]), hunk with { Insert = hunk.Insert[..changed] }];
    }

    /// <summary>
    /// Moves pure insertions and deletions down as far as possible, as git does: the blank line after a paragraph moves with it.
    /// </summary>
    private static Hunk Slide(Hunk hunk, List<string> lines, int until)
    {
        var (start, end, insert) = hunk;
        if (start < end)
        {
            for (; insert.Count == 0 && end < until && lines[end] == lines[start]; start++)
            {
                end++;
            }

            return new Hunk(start, end, insert);
        }

        var turned = 0;
        for (; end < until && lines[end] == insert[turned % insert.Count]; turned++)
        {
            end++;
        }

        turned %= insert.Count;
        return new Hunk(end, end, [.. insert[turned..], .. insert[..turned]]);
    }

    private sealed record Hunk(int Start, int End, List<string> Insert);

    private sealed class Chunker : IChunker
    {
        public static List<string> Lines(string text)
        {
            var lines = new List<string>();
            for (var start = 0; start < text.Length;)
            {
                var end = text.IndexOf('\n', start) + 1;
                lines.Add(end > 0 ? text[start..end] : text[start..]);
                start = end > 0 ? end : text.Length;
            }

            return lines;
        }

        public IReadOnlyList<string> Chunk(string text) => Lines(text);
    }
}
