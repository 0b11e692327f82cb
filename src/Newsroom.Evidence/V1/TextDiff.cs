using System.Collections.Immutable;
using DiffPlex;
using Newsroom.Domain.Text;

// Frozen: part of the verifier of bundle format 1. Bundles that were handed out are verified with it, so it is never changed.

namespace Newsroom.Evidence.V1;

/// <summary>
/// The edits that lead from one text to another, small by words. Unchanged paragraphs are matched first, then words; where a changed
/// stretch is long, words that occur once on both sides anchor it, so that time and memory stay bounded whatever the texts.
/// </summary>
internal static class TextDiff
{
    // Myers' algorithm costs tokens times differences; below this many tokens its worst case is a few milliseconds.
    private const int SmallEnoughForMyers = 600;

    // What all stretches of two texts may cost together, in tokens of one side times tokens of the other; where it is used up, a stretch is
    // one difference.
    private const long MostForMyers = 60_000_000;

    // Anchors are looked for again between anchors, but not deeper than this.
    private const int DeepestAnchors = 24;

    /// <summary>The edits from <paramref name="before"/> to <paramref name="after"/>; empty when they are the same.</summary>
    public static ImmutableArray<TextEdit> Between(string before, string after) => Compare(before, after, CancellationToken.None);

    /// <summary>The same, until it is stopped.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ImmutableArray<TextEdit> Compare(string before, string after, CancellationToken cancellationToken)
    {
        if (before == after)
        {
            return [];
        }

        return EditsOf(before, after, new Comparison(before, after, cancellationToken).Run());
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
        private long left = MostForMyers;

        public List<Difference> Run()
        {
            var lines = new PieceNames();
            Compare(lines, lines.Lines(before), lines.Lines(after), ToKebabCase, depth: 0);
            return differences;
        }

        private void ToKebabCase(Pieces b, Pieces a)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Compare(words, words.Tokens(before, b), words.Tokens(after, a), InFewWords, depth: 0);
        }

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

        private void Compare(PieceNames names, Pieces b, Pieces a, Action<Pieces, Pieces> between, int depth)
        {
            var head = b.Names.CommonPrefixLength(a.Names);
            var tail = 0;
            while (tail < b.Count - head && tail < a.Count - head && b[b.Count - 1 - tail] == a[a.Count - 1 - tail])
            {
                tail++;
            }

            Between(names, b.Slice(head, b.Count - tail), a.Slice(head, a.Count - tail), between, depth);
        }

        private void Between(PieceNames names, Pieces b, Pieces a, Action<Pieces, Pieces> between, int depth)
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
            if (anchors.Count == 0)
            {
                between(b, a);
                return;
            }

            var (doneBefore, doneAfter) = (0, 0);
            foreach (var (anchorBefore, anchorAfter) in anchors)
            {
                Compare(names, b.Slice(doneBefore, anchorBefore), a.Slice(doneAfter, anchorAfter), between, depth + 1);
                (doneBefore, doneAfter) = (anchorBefore + 1, anchorAfter + 1);
            }

            Compare(names, b.Slice(doneBefore, b.Count), a.Slice(doneAfter, a.Count), between, depth + 1);
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
        public IReadOnlyList<string> Chunk(string text) => TextTokens.Of(text);
    }
}
