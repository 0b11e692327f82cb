using System.Collections.Immutable;
using DiffPlex;

namespace Newsroom.Domain.Text;

/// <summary>
/// The edits that lead from one text to another, small by words. Unchanged paragraphs are matched first, then words; where a changed
/// stretch is long, words that occur once on both sides anchor it, so that time and memory stay bounded whatever the texts.
/// </summary>
public static class TextDiff
{
    // Myers' algorithm costs tokens times differences; below this many tokens its worst case is a few milliseconds.
    private const int SmallEnoughForMyers = 600;

    // What all stretches of two texts may cost together, in tokens of one side times tokens of the other; where it is used up, a stretch is
    // one difference.
    private const long MostForMyers = 60_000_000;

    // Anchors are looked for again between anchors, but not deeper than this.
    private const int DeepestAnchors = 24;

    // Of a word that nothing parts from the next, less than this left between two changes is no word that stayed.
    private const int IdeographsBetween = 2;
    private const int ClustersBetween = 4;

    // Thai is the first script in Unicode's order whose words nothing parts.
    private const char FirstUnspaced = '\u0E00';

    /// <summary>The edits from <paramref name="before"/> to <paramref name="after"/>; empty when they are the same.</summary>
    public static ImmutableArray<TextEdit> Between(string before, string after) => Compare(before, after, CancellationToken.None);

    /// <summary>The same, until it is stopped.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static ImmutableArray<TextEdit> Compare(string before, string after, CancellationToken cancellationToken)
    {
        if (before == after)
        {
            return [];
        }

        return EditsOf(before, after, WholeWords(before, new Comparison(before, after, cancellationToken).Run()));
    }

    /// <summary>Differences with nothing or only a few ideographs or clusters between them are one: what is left there is part of a word that changed.</summary>
    private static List<Difference> WholeWords(string before, List<Difference> differences)
    {
        var whole = new List<Difference>(differences.Count);
        foreach (var difference in differences)
        {
            if (
                whole.Count > 0
                && whole[^1] is var last
                && (Adjoins(last, difference) || IsWithinWord(before, last.At + last.Length, difference.At))
            )
            {
                var (length, lengthAfter) = (
                    difference.At + difference.Length - last.At,
                    difference.AtAfter + difference.LengthAfter - last.AtAfter
                );
                whole[^1] = new Difference(last.At, length, last.AtAfter, lengthAfter);
            }
            else
            {
                whole.Add(difference);
            }
        }

        return whole;
    }

    private static bool Adjoins(Difference one, Difference next) =>
        next.At == one.At + one.Length && next.AtAfter == one.AtAfter + one.LengthAfter;

    private static bool IsWithinWord(string text, int start, int end)
    {
        var (ideographs, clusters) = (0, 0);
        for (var at = start; at < end; at = TextTokens.End(text, at, WordCut.Segments))
        {
            switch (TextTokens.UnspacedAt(text, at))
            {
                case true when ++ideographs < IdeographsBetween:
                case false when ++clusters < ClustersBetween:
                    break;
                default:
                    return false;
            }
        }

        return start < end;
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

    private readonly record struct Difference(int At, int Length, int AtAfter, int LengthAfter);

    /// <summary>One comparison of two texts.</summary>
    private sealed class Comparison(string before, string after, CancellationToken cancellationToken)
    {
        private readonly List<Difference> differences = [];
        private readonly PieceNames words = new();
        private readonly bool isUnspaced = HasUnspaced(before) || HasUnspaced(after);
        private long left = MostForMyers;

        public List<Difference> Run()
        {
            var lines = new PieceNames();
            Compare(lines, lines.Lines(before), lines.Lines(after), ToKebabCase, InLineEnds, depth: 0);
            return differences;
        }

        /// <summary>Lines with the same words may end in other spaces and another line end.</summary>
        private void InLineEnds(Pieces linesBefore, Pieces linesAfter)
        {
            for (var i = 0; i < linesBefore.Count; i++)
            {
                var (b, a) = (linesBefore.Slice(i, i + 1), linesAfter.Slice(i, i + 1));
                var (white, whiteAfter) = (b.White(before), a.White(after));
                if (!before.AsSpan(white.Start, white.Length).SequenceEqual(after.AsSpan(whiteAfter.Start, whiteAfter.Length)))
                {
                    differences.Add(new Difference(white.Start, white.Length, whiteAfter.Start, whiteAfter.Length));
                }
            }
        }

        private void ToKebabCase(Pieces linesBefore, Pieces linesAfter)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (isUnspaced)
            {
                // Of runs that are not cut, most are unchanged, and characters occur too often to be matched over long stretches.
                Compare(
                    words,
                    words.Tokens(before, linesBefore, WordCut.Runs),
                    words.Tokens(after, linesAfter, WordCut.Runs),
                    InSegments,
                    null,
                    depth: 0
                );
            }
            else
            {
                InSegments(linesBefore, linesAfter);
            }
        }

        private void InSegments(Pieces b, Pieces a) =>
            Compare(words, words.Tokens(before, b, WordCut.Segments), words.Tokens(after, a, WordCut.Segments), InFewWords, null, depth: 0);

        private void InFewWords(Pieces b, Pieces a)
        {
            var cost = (long)b.Count * a.Count;
            if (b.Count + a.Count <= SmallEnoughForMyers && cost <= left)
            {
                left -= cost;
                Myers(b, a);
            }
            else
            {
                differences.Add(new Difference(b.Offset, b.Length, a.Offset, a.Length));
            }
        }

        /// <summary>Matches what is equal at both ends and what occurs once on both sides; hands what lies between to <paramref name="between"/>.</summary>
        private void Compare(
            PieceNames names,
            Pieces b,
            Pieces a,
            Action<Pieces, Pieces> between,
            Action<Pieces, Pieces>? matched,
            int depth
        )
        {
            var head = b.Names.CommonPrefixLength(a.Names);
            var tail = 0;
            while (tail < b.Count - head && tail < a.Count - head && b[b.Count - 1 - tail] == a[a.Count - 1 - tail])
            {
                tail++;
            }

            matched?.Invoke(b.Slice(0, head), a.Slice(0, head));
            Between(names, b.Slice(head, b.Count - tail), a.Slice(head, a.Count - tail), between, matched, depth);
            matched?.Invoke(b.Slice(b.Count - tail, b.Count), a.Slice(a.Count - tail, a.Count));
        }

        private void Between(
            PieceNames names,
            Pieces b,
            Pieces a,
            Action<Pieces, Pieces> between,
            Action<Pieces, Pieces>? matched,
            int depth
        )
        {
            if (b.Count == 0 || a.Count == 0)
            {
                if (b.Count + a.Count > 0)
                {
                    differences.Add(new Difference(b.Offset, b.Length, a.Offset, a.Length));
                }

                return;
            }

            var anchors = depth < DeepestAnchors ? names.Anchors(b, a) : [];
            if (anchors.Count == 0 && names != words)
            {
                // Lines that differ pair with those of the same paragraph.
                anchors = names.BlankPairs(b, a);
            }

            if (anchors.Count == 0)
            {
                between(b, a);
                return;
            }

            var (doneBefore, doneAfter) = (0, 0);
            foreach (var (anchorBefore, anchorAfter) in anchors)
            {
                Compare(names, b.Slice(doneBefore, anchorBefore), a.Slice(doneAfter, anchorAfter), between, matched, depth + 1);
                matched?.Invoke(b.Slice(anchorBefore, anchorBefore + 1), a.Slice(anchorAfter, anchorAfter + 1));
                (doneBefore, doneAfter) = (anchorBefore + 1, anchorAfter + 1);
            }

            Compare(names, b.Slice(doneBefore, b.Count), a.Slice(doneAfter, a.Count), between, matched, depth + 1);
        }

        private static bool HasUnspaced(string text)
        {
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] >= FirstUnspaced && TextTokens.IsUnspaced(text, at))
                {
                    return true;
                }
            }

            return false;
        }

        private void Myers(Pieces b, Pieces a)
        {
            var result = Differ.Instance.CreateDiffs(b.Of(before), a.Of(after), ignoreWhiteSpace: false, ignoreCase: false, new Chunker());
            foreach (var block in result.DiffBlocks)
            {
                var removed = b.Slice(block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
                var inserted = a.Slice(block.InsertStartB, block.InsertStartB + block.InsertCountB);
                differences.Add(new Difference(removed.Offset, removed.Length, inserted.Offset, inserted.Length));
            }
        }
    }

    private sealed class Chunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => TextTokens.Of(text, WordCut.Segments);
    }
}
