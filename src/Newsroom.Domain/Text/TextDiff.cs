using System.Collections.Immutable;
using DiffPlex;

namespace Newsroom.Domain.Text;

/// <summary>
/// Computes word-level edits between two texts. Unchanged paragraphs are matched first, then words. Long changed stretches are anchored at
/// words unique on both sides, which bounds time and memory for all input.
/// </summary>
public static class TextDiff
{
    // Myers' algorithm costs tokens times differences; below this many tokens its worst case is a few milliseconds.
    private const int SmallEnoughForMyers = 600;

    // The maximum total cost of all stretches, in tokens of one side times tokens of the other; beyond it a stretch is one difference.
    private const long MaxMyersCost = 60_000_000;

    // The maximum recursion depth of anchoring.
    private const int DeepestAnchors = 24;

    // In unspaced scripts, fewer unchanged characters than this between two changes are not a word.
    private const int IdeographsBetween = 2;
    private const int ClustersBetween = 4;

    // Thai is the first unspaced script in code point order.
    private const char FirstUnspaced = '\u0E00';

    /// <summary>Computes the edits from <paramref name="before"/> to <paramref name="after"/>; empty if they are equal.</summary>
    public static ImmutableArray<TextEdit> Between(string before, string after) => Compare(before, after, CancellationToken.None);

    /// <exception cref="OperationCanceledException">The comparison was cancelled.</exception>
    internal static ImmutableArray<TextEdit> Compare(string before, string after, CancellationToken cancellationToken)
    {
        if (before == after)
        {
            return [];
        }

        return EditsOf(before, after, WholeWords(before, new Comparison(before, after, cancellationToken).Run()));
    }

    /// <summary>Joins differences separated by nothing or a few ideographs or clusters, which are part of a changed word.</summary>
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

    private sealed class Comparison(string before, string after, CancellationToken cancellationToken)
    {
        private readonly List<Difference> differences = [];
        private readonly PieceNames words = new();
        private readonly bool isUnspaced = HasUnspaced(before) || HasUnspaced(after);
        private long left = MaxMyersCost;

        public List<Difference> Run()
        {
            var lines = new PieceNames();
            Compare(lines, lines.Lines(before), lines.Lines(after), ToKebabCase, InLineEnds, depth: 0);
            return differences;
        }

        /// <summary>Matches lines with the same words but different trailing spaces and line ends.</summary>
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
                // Most runs are unchanged, and characters are too frequent to be matched over long stretches.
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

        /// <summary>Matches common prefix, suffix and unique pieces; passes what is between them to <paramref name="between"/>.</summary>
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
                // Changed lines are paired with those of the same paragraph.
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
