using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>Classifies a stretch of two compared texts.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<StretchChange>))]
public enum StretchChange
{
    /// <summary>In both texts.</summary>
    Same,

    /// <summary>In the earlier text only.</summary>
    Removed,

    /// <summary>In the later text only.</summary>
    Added,

    /// <summary>In the earlier text, and elsewhere in the later.</summary>
    MovedAway,

    /// <summary>In the later text, and elsewhere in the earlier.</summary>
    MovedHere,
}

/// <summary>Represents a stretch of two compared texts.</summary>
/// <param name="Change">Which of the two texts has the words.</param>
/// <param name="Words">The words, verbatim.</param>
/// <param name="Move">The number that both places of moved words share, from 1; otherwise null.</param>
public sealed record ComparedStretch(StretchChange Change, string Words, int? Move = null);

/// <summary>Compares two versions of a text by stretches. Without additions it is the earlier text, without removals the later.</summary>
/// <param name="Field">The field that differs.</param>
/// <param name="Stretches">The stretches in order; of a replacement, the removal first.</param>
public sealed record TextComparison(ArticleField Field, ImmutableArray<ComparedStretch> Stretches)
{
    /// <summary>
    /// Compares two articles and returns the fields that differ. Moves within the article are recognised, across fields too.
    /// </summary>
    public static ImmutableArray<TextComparison> Between(Article before, Article after) => Compare(before, after, CancellationToken.None);

    /// <summary>Compares two articles, with cancellation.</summary>
    /// <exception cref="OperationCanceledException">The comparison was cancelled.</exception>
    public static ImmutableArray<TextComparison> Compare(Article before, Article after, CancellationToken cancellationToken)
    {
        var edits = ArticleEdits.Compare(before, after, cancellationToken);
        var moves = new List<MoveDetector>();
        var left = Enum.GetValues<ArticleField>().ToDictionary(field => field, field => new BitArray(before[field].Length));
        foreach (var move in MoveDetector.Find(edits, cancellationToken))
        {
            // Words inserted at two places moved to one of them; the other is a copy, and new.
            if (TryTake(left[move.From], move.Range))
            {
                moves.Add(move);
            }
        }

        return
        [
            .. Enum.GetValues<ArticleField>()
                .Where(field => !edits[field].IsEmpty)
                .Select(field => new TextComparison(field, Stretch(field, before[field], after[field], edits[field], moves))),
        ];
    }

    private static bool TryTake(BitArray taken, TextRange range)
    {
        for (var at = range.Start; at < range.End; at++)
        {
            if (taken[at])
            {
                return false;
            }
        }

        for (var at = range.Start; at < range.End; at++)
        {
            taken[at] = true;
        }

        return true;
    }

    private static ImmutableArray<ComparedStretch> Stretch(
        ArticleField field,
        string before,
        string after,
        ImmutableArray<TextEdit> edits,
        List<MoveDetector> moves
    )
    {
        var stretches = ImmutableArray.CreateBuilder<ComparedStretch>();
        var away = new Moved(moves.Index().Where(m => m.Item.From == field).Select(m => (m.Index + 1, m.Item.Range)));
        var here = new Moved(
            moves
                .Index()
                .Where(m => m.Item.To == field)
                .Select(m => (m.Index + 1, new TextRange(m.Item.At, m.Item.At + m.Item.Range.Length)))
        );
        var at = 0;
        foreach (var (gone, come) in Phrases(before, edits))
        {
            Add(stretches, StretchChange.Same, before[at..gone.Start]);
            Cut(stretches, before, gone, away, StretchChange.Removed, StretchChange.MovedAway);
            Cut(stretches, after, come, here, StretchChange.Added, StretchChange.MovedHere);
            at = gone.End;
        }

        Add(stretches, StretchChange.Same, before[at..]);
        return stretches.DrainToImmutable();
    }

    /// <summary>Joins edits separated only by spaces: people replace phrases, not single words.</summary>
    private static List<(TextRange Gone, TextRange Come)> Phrases(string before, ImmutableArray<TextEdit> edits)
    {
        var phrases = new List<(TextRange Gone, TextRange Come)>();
        var shift = 0;
        foreach (var edit in edits)
        {
            var (gone, come) = (new TextRange(edit.At, edit.End), new TextRange(edit.At + shift, edit.At + shift + edit.Insert.Length));
            if (phrases is [.., var last] && before.AsSpan(last.Gone.End, edit.At - last.Gone.End).Trim(' ').IsEmpty)
            {
                phrases[^1] = (last.Gone with { End = gone.End }, last.Come with { End = come.End });
            }
            else
            {
                phrases.Add((gone, come));
            }

            shift += edit.Shift;
        }

        return phrases;
    }

    /// <summary>Splits the words of an edit at the ends of moved words.</summary>
    private static void Cut(
        ImmutableArray<ComparedStretch>.Builder stretches,
        string text,
        TextRange edit,
        Moved moved,
        StretchChange otherwise,
        StretchChange change
    )
    {
        var at = edit.Start;
        foreach (var (number, range) in moved.In(edit))
        {
            Add(stretches, otherwise, text[at..range.Start]);
            Add(stretches, change, text[range.Start..range.End], number);
            at = range.End;
        }

        Add(stretches, otherwise, text[at..edit.End]);
    }

    private static void Add(ImmutableArray<ComparedStretch>.Builder stretches, StretchChange change, string words, int? move = null)
    {
        if (words.Length > 0)
        {
            stretches.Add(new ComparedStretch(change, words, move));
        }
    }

    /// <summary>The moved words of one text, queried in order.</summary>
    private sealed class Moved(IEnumerable<(int Number, TextRange Range)> words)
    {
        private readonly List<(int Number, TextRange Range)> sorted = [.. words.OrderBy(m => m.Range.Start)];
        private int next;

        public IEnumerable<(int Number, TextRange Range)> In(TextRange edit)
        {
            for (; next < sorted.Count && sorted[next].Range.Start < edit.End; next++)
            {
                if (sorted[next].Range is var range && range.Start >= edit.Start && range.End <= edit.End)
                {
                    yield return sorted[next];
                }
            }
        }
    }
}
