using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

// Frozen: part of the verifier of bundle format 1. Bundles that were handed out are verified with it, so it is never changed.

namespace Newsroom.Evidence.V1;

/// <summary>Words that a revision takes out in one place and puts in at another.</summary>
/// <param name="From">The text they stood in.</param>
/// <param name="Range">Where they stood, in that text before the revision.</param>
/// <param name="To">The text they stand in now.</param>
/// <param name="At">Where they stand, in that text after the revision.</param>
internal readonly record struct MoveDetector(ArticleField From, TextRange Range, ArticleField To, int At)
{
    /// <summary>Fewer words in a row are no move: many sentences have them.</summary>
    private const int FewestWords = 3;

    // Words that were taken out in more places than this are moved from one of the first, so that the work is bounded.
    private const int MostPlaces = 16;

    // What comparing all places may cost, in characters; in texts that use it up nothing more is found.
    private const long MostCompared = 1L << 29;

    public static ImmutableArray<MoveDetector> Find(ArticleEdits edits, CancellationToken cancellationToken)
    {
        var places = PlacesOf(edits);
        var moves = ImmutableArray.CreateBuilder<MoveDetector>();
        var left = MostCompared;
        var known = places.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var inserted in places.Count == 0 ? [] : Stretches(edits, edit => edit.Insert, after: true))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var taken = 0;
            var borders = new WordBorders(inserted.Text);
            foreach (var words in Beginnings(inserted.Text))
            {
                if (
                    words.Start >= taken
                    && left > 0
                    && known.TryGetValue(inserted.Text.AsSpan(words.Start, words.Length), out var candidates)
                )
                {
                    var (removed, run) = Longest(candidates, inserted.Text, words, taken, borders, ref left);
                    var from = removed.At + run.From;
                    moves.Add(
                        new MoveDetector(removed.Field, new TextRange(from, from + run.Length), inserted.Field, inserted.At + run.To)
                    );
                    taken = run.To + run.Length;
                }
            }
        }

        return moves.DrainToImmutable();
    }

    private static (Stretch Removed, Run Run) Longest(
        List<(Stretch Stretch, int At)> candidates,
        string inserted,
        TextRange words,
        int taken,
        WordBorders borders,
        ref long left
    )
    {
        (Stretch, Run)? longest = null;
        foreach (var (stretch, at) in candidates)
        {
            var run = RunOf(stretch, at, inserted, words, taken, borders, ref left);
            if (longest is null || run.End > longest.Value.Item2.End)
            {
                longest = (stretch, run);
            }
        }

        return longest!.Value;
    }

    private static Dictionary<string, List<(Stretch Stretch, int At)>> PlacesOf(ArticleEdits edits)
    {
        var places = new Dictionary<string, List<(Stretch, int)>>(StringComparer.Ordinal);
        var lookup = places.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var removed in Stretches(edits, edit => edit.Remove, after: false))
        {
            foreach (var words in Beginnings(removed.Text))
            {
                var name = removed.Text.AsSpan(words.Start, words.Length);
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, name, out _);
                known ??= new List<(Stretch, int)>(1);
                if (known.Count < MostPlaces)
                {
                    known.Add((removed, words.Start));
                }
            }
        }

        return places;
    }

    private static IEnumerable<Stretch> Stretches(ArticleEdits edits, Func<TextEdit, string> words, bool after)
    {
        foreach (var field in Enum.GetValues<ArticleField>())
        {
            var moved = 0;
            foreach (var edit in edits[field].IsDefault ? [] : edits[field])
            {
                yield return new Stretch(field, words(edit), edit.At + (after ? moved : 0));
                moved += edit.Shift;
            }
        }
    }

    /// <summary>Every word with enough words behind it: from its beginning to their end.</summary>
    private static IEnumerable<TextRange> Beginnings(string text)
    {
        var starts = new Queue<int>();
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = TextTokens.End(text, at);
            if (!Rune.TryGetRuneAt(text, at, out var first) || !TextTokens.IsWord(first))
            {
                continue;
            }

            starts.Enqueue(at);
            if (starts.Count >= FewestWords)
            {
                yield return new TextRange(starts.Dequeue(), end);
            }
        }
    }

    /// <summary>The run of equal whole words around two places, with the marks and spaces at its ends.</summary>
    private static Run RunOf(Stretch stretch, int from, string inserted, TextRange words, int taken, WordBorders borders, ref long left)
    {
        var (removed, to) = (stretch.Text, words.Start);
        var length = removed.AsSpan(from).CommonPrefixLength(inserted.AsSpan(to));
        left -= length;
        if (borders.Splits(to + length) || WordBorders.Splits(removed, from + length))
        {
            // Before the end both read the same, so what splits a word in one does in the other.
            length = Math.Max(words.Length, borders.LastBefore(to + length) - to);
        }

        while (from > 0 && to > taken && removed[from - 1] == inserted[to - 1] && !WordBorders.IsOfWord(removed[from - 1]))
        {
            (from, to, length) = (from - 1, to - 1, length + 1);
        }

        return new Run(from, to, length);
    }

    private readonly record struct Run(int From, int To, int Length)
    {
        public int End => To + Length;
    }

    private sealed record Stretch(ArticleField Field, string Text, int At);
}
