using System.Collections.Immutable;
using System.Text;

namespace Newsroom.Domain.Articles;

/// <summary>Words that a revision takes out in one place and puts in at another.</summary>
/// <param name="From">The text they stood in.</param>
/// <param name="Range">Where they stood, in that text before the revision.</param>
/// <param name="To">The text they stand in now.</param>
/// <param name="At">Where they stand, in that text after the revision.</param>
public readonly record struct MovedWords(ArticleField From, TextRange Range, ArticleField To, int At)
{
    /// <summary>Fewer words in a row are no move: many sentences have them.</summary>
    public const int FewestWords = 3;

    // Words that were taken out in more places than this are moved from one of the first, so that the work is bounded.
    private const int MostPlaces = 16;

    /// <summary>The moves of a revision, field by field and in order: from the left, the runs of whole words taken out anywhere that go on longest; of runs as long, the first.</summary>
    public static ImmutableArray<MovedWords> In(ArticleEdits edits)
    {
        var places = PlacesOf(edits);
        var moves = ImmutableArray.CreateBuilder<MovedWords>();
        foreach (var inserted in places.Count == 0 ? [] : Stretches(edits, edit => edit.Insert, after: true))
        {
            var taken = 0;
            foreach (var (at, words) in Beginnings(inserted.Text))
            {
                if (at >= taken && places.TryGetValue(words, out var candidates))
                {
                    var (removed, run) = candidates.Select(c => (c.Stretch, Run: Run(c.Stretch.Text, c.At, inserted.Text, at, taken, words.Length))).MaxBy(c => c.Run.To + c.Run.Length);
                    moves.Add(new MovedWords(removed.Field, new TextRange(removed.At + run.From, removed.At + run.From + run.Length), inserted.Field, inserted.At + run.To));
                    taken = run.To + run.Length;
                }
            }
        }

        return moves.DrainToImmutable();
    }

    private static Dictionary<string, List<(Stretch Stretch, int At)>> PlacesOf(ArticleEdits edits)
    {
        var places = new Dictionary<string, List<(Stretch, int)>>(StringComparer.Ordinal);
        foreach (var removed in Stretches(edits, edit => edit.Remove, after: false))
        {
            foreach (var (at, words) in Beginnings(removed.Text))
            {
                if (!places.TryGetValue(words, out var known))
                {
                    places[words] = known = [];
                }

                if (known.Count < MostPlaces)
                {
                    known.Add((removed, at));
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

    /// <summary>Every word with enough words behind it, and these words as they stand.</summary>
    private static IEnumerable<(int At, string Words)> Beginnings(string text)
    {
        var starts = new Queue<int>();
        var at = 0;
        foreach (var token in TextTokens.Of(text))
        {
            if (Rune.TryGetRuneAt(token, 0, out var first) && TextTokens.IsWord(first))
            {
                starts.Enqueue(at);
                if (starts.Count == FewestWords)
                {
                    var start = starts.Dequeue();
                    yield return (start, text[start..(at + token.Length)]);
                }
            }

            at += token.Length;
        }
    }

    /// <summary>The run of equal whole words around two places, with the marks and spaces at its ends.</summary>
    private static (int From, int To, int Length) Run(string removed, int from, string inserted, int to, int taken, int atLeast)
    {
        var length = atLeast;
        while (from + length < removed.Length && to + length < inserted.Length && removed[from + length] == inserted[to + length])
        {
            length++;
        }

        while (length > atLeast && (SplitsWord(removed, from + length) || SplitsWord(inserted, to + length)))
        {
            length--;
        }

        while (from > 0 && to > taken && removed[from - 1] == inserted[to - 1] && !IsOfWord(removed[from - 1]))
        {
            (from, to, length) = (from - 1, to - 1, length + 1);
        }

        return (from, to, length);
    }

    private static bool SplitsWord(string text, int at) => at > 0 && at < text.Length && IsOfWord(text[at - 1]) && IsOfWord(text[at]);

    private static bool IsOfWord(char c) => !char.IsWhiteSpace(c) && !char.IsPunctuation(c);

    private sealed record Stretch(ArticleField Field, string Text, int At);
}
