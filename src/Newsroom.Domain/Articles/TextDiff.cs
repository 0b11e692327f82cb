using System.Collections.Immutable;
using DiffPlex;

namespace Newsroom.Domain.Articles;

/// <summary>
/// The edits that lead from one text to another, small by words. Unchanged paragraphs are matched first, then words; where a changed
/// stretch is long, words that occur once on both sides anchor it, so that time and memory stay bounded whatever the texts.
/// </summary>
public static class TextDiff
{
    // Myers' algorithm costs tokens times differences; below this many tokens its worst case is a few milliseconds.
    private const int SmallEnoughForMyers = 600;

    /// <summary>The edits from <paramref name="before"/> to <paramref name="after"/>; empty when they are the same.</summary>
    public static ImmutableArray<TextEdit> Between(string before, string after)
    {
        if (before == after)
        {
            return [];
        }

        var differences = new List<Difference>();
        Compare(new Side(Lines(before)), new Side(Lines(after)), differences, InWords);
        return EditsOf(before, after, differences);
    }

    private static void InWords(Side before, Side after, List<Difference> differences)
    {
        var wordsBefore = new Side(TextTokens.Of(before.Text()), before.Offset);
        var wordsAfter = new Side(TextTokens.Of(after.Text()), after.Offset);
        Compare(wordsBefore, wordsAfter, differences, (b, a, found) =>
        {
            if (b.Count + a.Count <= SmallEnoughForMyers)
            {
                Myers(b, a, found);
            }
            else
            {
                found.Add(new Difference(b.Offset, b.Length, a.Offset, a.Length));
            }
        });
    }

    /// <summary>Matches what is equal at both ends and what occurs once on both sides; hands what lies between to <paramref name="between"/>.</summary>
    private static void Compare(Side before, Side after, List<Difference> differences, Action<Side, Side, List<Difference>> between)
    {
        var head = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && before[before.Count - 1 - tail] == after[after.Count - 1 - tail])
        {
            tail++;
        }

        before = before.Slice(head, before.Count - tail);
        after = after.Slice(head, after.Count - tail);
        if (before.Count == 0 || after.Count == 0)
        {
            if (before.Count + after.Count > 0)
            {
                differences.Add(new Difference(before.Offset, before.Length, after.Offset, after.Length));
            }

            return;
        }

        var anchors = Anchors(before, after);
        if (anchors.Count == 0)
        {
            between(before, after, differences);
            return;
        }

        var (b, a) = (0, 0);
        foreach (var (anchorBefore, anchorAfter) in anchors)
        {
            Compare(before.Slice(b, anchorBefore), after.Slice(a, anchorAfter), differences, between);
            (b, a) = (anchorBefore + 1, anchorAfter + 1);
        }

        Compare(before.Slice(b, before.Count), after.Slice(a, after.Count), differences, between);
    }

    /// <summary>The longest run, in order on both sides, of pieces that occur once on each (patience diff).</summary>
    private static List<(int Before, int After)> Anchors(Side before, Side after)
    {
        var uniqueAfter = Unique(after);
        var piles = new List<(int Before, int After)>();
        var previous = new Dictionary<(int, int), (int, int)?>();
        foreach (var (piece, at) in Unique(before).OrderBy(p => p.Value))
        {
            if (!uniqueAfter.TryGetValue(piece, out var atAfter))
            {
                continue;
            }

            var pile = FirstPileNotBefore(piles, atAfter);
            previous[(at, atAfter)] = pile > 0 ? piles[pile - 1] : null;
            if (pile == piles.Count)
            {
                piles.Add((at, atAfter));
            }
            else
            {
                piles[pile] = (at, atAfter);
            }
        }

        var anchors = new List<(int, int)>();
        for ((int, int)? next = piles.Count > 0 ? piles[^1] : null; next is { } anchor; next = previous[anchor])
        {
            anchors.Add(anchor);
        }

        anchors.Reverse();
        return anchors;
    }

    private static int FirstPileNotBefore(List<(int Before, int After)> piles, int after)
    {
        var (low, high) = (0, piles.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = piles[middle].After < after ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static Dictionary<string, int> Unique(Side side)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < side.Count; i++)
        {
            var piece = side[i];
            if (!string.IsNullOrWhiteSpace(piece))
            {
                first[piece] = first.ContainsKey(piece) ? -1 : i;
            }
        }

        foreach (var (piece, at) in first)
        {
            if (at < 0)
            {
                first.Remove(piece);
            }
        }

        return first;
    }

    private static void Myers(Side before, Side after, List<Difference> differences)
    {
        var result = Differ.Instance.CreateDiffs(before.Text(), after.Text(), ignoreWhiteSpace: false, ignoreCase: false, Chunker.Instance);
        foreach (var block in result.DiffBlocks)
        {
            var removed = before.Slice(block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            var inserted = after.Slice(block.InsertStartB, block.InsertStartB + block.InsertCountB);
            differences.Add(new Difference(removed.Offset, removed.Length, inserted.Offset, inserted.Length));
        }
    }

    private static ImmutableArray<TextEdit> EditsOf(string before, string after, List<Difference> differences)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>(differences.Count);
        foreach (var d in differences)
        {
            edits.Add(new TextEdit(d.At, before.Substring(d.At, d.Length), after.Substring(d.AtAfter, d.LengthAfter)));
        }

        return edits.DrainToImmutable();
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    private readonly record struct Difference(int At, int Length, int AtAfter, int LengthAfter);

    private sealed class Chunker : IChunker
    {
        public static readonly Chunker Instance = new();

        public IReadOnlyList<string> Chunk(string text) => TextTokens.Of(text);
    }

    /// <summary>A run of pieces of one text, and where it begins in that text.</summary>
    private readonly struct Side
    {
        private readonly List<string> pieces;
        private readonly int[] offsets;
        private readonly int from;

        public Side(List<string> pieces, int offset = 0)
        {
            this.pieces = pieces;
            offsets = new int[pieces.Count + 1];
            offsets[0] = offset;
            for (var i = 0; i < pieces.Count; i++)
            {
                offsets[i + 1] = offsets[i] + pieces[i].Length;
            }

            Count = pieces.Count;
        }

        private Side(List<string> pieces, int[] offsets, int from, int count)
        {
            this.pieces = pieces;
            this.offsets = offsets;
            this.from = from;
            Count = count;
        }

        public int Count { get; }

        public int Offset => offsets[from];

        public int Length => offsets[from + Count] - offsets[from];

        public string this[int index] => pieces[from + index];

        public Side Slice(int start, int end) => new(pieces, offsets, from + start, end - start);

        public string Text() => string.Concat(pieces.Skip(from).Take(Count));
    }
}
