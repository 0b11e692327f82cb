using System.Runtime.InteropServices;

namespace Newsroom.Domain.Text;

/// <summary>Interns equal pieces of texts as numbers, so that comparison takes constant time.</summary>
internal sealed class PieceNames
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<bool> blank = [];

    // For each number in the compared stretches: its occurrences on either side, and its last position on the later.
    private int[] countBefore = [];
    private int[] countAfter = [];
    private int[] placeAfter = [];

    public PieceNames() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Splits a text into lines with their line ends; trailing white space is not compared.</summary>
    public Pieces Lines(string text)
    {
        var (names, offsets) = (new List<int>(), new List<int> { 0 });
        for (var start = 0; start < text.Length; start = offsets[^1])
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            var line = text.AsSpan(start, end - start);
            Add(names, offsets, line.TrimEnd(), end);
        }

        return new Pieces([.. names], [.. offsets]);
    }

    /// <summary>Splits lines of a text into tokens.</summary>
    public Pieces Tokens(string text, Pieces lines, WordCut cut)
    {
        var (names, offsets) = (new List<int>(lines.Length / 4), new List<int>(lines.Length / 4) { lines.Offset });
        var end = lines.Offset + lines.Length;
        for (var start = lines.Offset; start < end; start = offsets[^1])
        {
            // A token never spans lines, though a combining mark at the start of a line could attach to the previous one.
            var tokenEnd = Math.Min(TextTokens.End(text, start, cut), end);
            Add(names, offsets, text.AsSpan(start, tokenEnd - start), tokenEnd);
        }

        return new Pieces([.. names], [.. offsets]);
    }

    /// <summary>Returns the longest increasing run of pieces that are unique on both sides (patience diff).</summary>
    public List<(int Before, int After)> Anchors(Pieces before, Pieces after)
    {
        Grow();
        Count(before, countBefore, 1);
        Count(after, countAfter, 1);
        for (var i = 0; i < after.Count; i++)
        {
            placeAfter[after[i]] = i;
        }

        var piles = new List<int>();
        var candidates = new List<(int Before, int After, int Previous)>();
        for (var i = 0; i < before.Count; i++)
        {
            var name = before[i];
            if (countBefore[name] != 1 || countAfter[name] != 1 || blank[name])
            {
                continue;
            }

            var pile = FirstPileNotBefore(piles, candidates, placeAfter[name]);
            candidates.Add((i, placeAfter[name], pile > 0 ? piles[pile - 1] : -1));
            if (pile == piles.Count)
            {
                piles.Add(candidates.Count - 1);
            }
            else
            {
                piles[pile] = candidates.Count - 1;
            }
        }

        Count(before, countBefore, -1);
        Count(after, countAfter, -1);
        var anchors = new List<(int, int)>(piles.Count);
        for (var next = piles.Count > 0 ? piles[^1] : -1; next >= 0; next = candidates[next].Previous)
        {
            anchors.Add((candidates[next].Before, candidates[next].After));
        }

        anchors.Reverse();
        return anchors;
    }

    /// <summary>
    /// Pairs the blank pieces of both sides in order if there are equally many: texts with the same number of paragraphs.
    /// </summary>
    public List<(int Before, int After)> BlankPairs(Pieces before, Pieces after)
    {
        var (blankBefore, blankAfter) = (Blank(before), Blank(after));
        return blankBefore.Count == blankAfter.Count ? [.. blankBefore.Zip(blankAfter)] : [];
    }

    private List<int> Blank(Pieces pieces) => [.. Enumerable.Range(0, pieces.Count).Where(i => blank[pieces[i]])];

    private static int FirstPileNotBefore(List<int> piles, List<(int Before, int After, int Previous)> candidates, int after)
    {
        var (low, high) = (0, piles.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = candidates[piles[middle]].After < after ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static void Count(Pieces pieces, int[] counts, int step)
    {
        foreach (var name in pieces.Names)
        {
            counts[name] += step;
        }
    }

    private void Grow()
    {
        if (countBefore.Length < blank.Count)
        {
            var size = Math.Max(blank.Count, 2 * countBefore.Length);
            Array.Resize(ref countBefore, size);
            Array.Resize(ref countAfter, size);
            Array.Resize(ref placeAfter, size);
        }
    }

    private void Add(List<int> names, List<int> offsets, ReadOnlySpan<char> piece, int end)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, piece, out var known);
        if (!known)
        {
            number = blank.Count;
            blank.Add(piece.IsWhiteSpace());
        }

        names.Add(number);
        offsets.Add(end);
    }
}
