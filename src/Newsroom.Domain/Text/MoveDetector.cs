using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>Describes words that a revision removes in one place and inserts in another.</summary>
/// <param name="From">The field of origin.</param>
/// <param name="Range">The range in the text before the revision.</param>
/// <param name="To">The target field.</param>
/// <param name="At">The offset in the text after the revision.</param>
public readonly record struct MoveDetector(ArticleField From, TextRange Range, ArticleField To, int At)
{
    /// <summary>The minimum length of a move in words; shorter runs occur in many sentences.</summary>
    public const int MinWords = 3;

    // The maximum number of candidate places per run, which bounds the work.
    private const int MaxPlaces = 16;

    // The maximum cost of comparing all places, in characters. Only highly repetitive texts reach it; the search then stops.
    private const long MaxComparedCharacters = 1L << 29;

    // A word weighs as much as two ideographs, or three clusters of a South-East Asian script.
    private const int Word = 6;
    private const int Ideograph = 3;
    private const int Cluster = 2;

    /// <summary>
    /// Finds the moves of a revision, in order: from the left, the longest run of whole removed words; of equal runs, the first.
    /// </summary>
    public static ImmutableArray<MoveDetector> In(ArticleEdits edits) => Find(edits, CancellationToken.None);

    internal static ImmutableArray<MoveDetector> Find(ArticleEdits edits, CancellationToken cancellationToken)
    {
        var places = PlacesOf(edits);
        var moves = ImmutableArray.CreateBuilder<MoveDetector>();
        var left = MaxComparedCharacters;
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
                    moves.Add(
                        new MoveDetector(
                            removed.Field,
                            new TextRange(removed.At + run.From, removed.At + run.From + run.Length),
                            inserted.Field,
                            inserted.At + run.To
                        )
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
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    lookup,
                    removed.Text.AsSpan(words.Start, words.Length),
                    out _
                );
                known ??= new List<(Stretch, int)>(1);
                if (known.Count < MaxPlaces)
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

    /// <summary>Returns every word that is followed by enough words, with their range.</summary>
    private static IEnumerable<TextRange> Beginnings(string text)
    {
        var starts = new Queue<(int At, int Weight)>();
        var weight = 0;
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = TextTokens.End(text, at, WordCut.Segments);
            if (!Rune.TryGetRuneAt(text, at, out var first) || !TextTokens.IsWord(first))
            {
                continue;
            }

            var own = WeightAt(text, at);
            starts.Enqueue((at, own));
            for (weight += own; weight >= MinWords * Word;)
            {
                var (start, gone) = starts.Dequeue();
                weight -= gone;
                yield return new TextRange(start, end);
            }
        }
    }

    private static int WeightAt(string text, int at) =>
        TextTokens.UnspacedAt(text, at) switch
        {
            true => Ideograph,
            false => Cluster,
            null => Word,
        };

    /// <summary>Returns the run of equal whole words around two places, including marks and spaces at its ends.</summary>
    private static Run RunOf(Stretch stretch, int from, string inserted, TextRange words, int taken, WordBorders borders, ref long left)
    {
        var (removed, to) = (stretch.Text, words.Start);
        var length = removed.AsSpan(from).CommonPrefixLength(inserted.AsSpan(to));
        left -= length;
        if (borders.Splits(to + length) || WordBorders.Splits(removed, from + length))
        {
            // Up to the end both texts are equal, so word boundaries are too.
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
