using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>What has become of a stretch of words between two texts.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<StretchChange>))]
public enum StretchChange
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>Only in the earlier.</summary>
    Removed,

    /// <summary>Only in the later.</summary>
    Added,

    /// <summary>In the earlier, and elsewhere in the later.</summary>
    MovedAway,

    /// <summary>In the later, and elsewhere in the earlier.</summary>
    MovedHere,
}

/// <summary>A stretch of two texts compared.</summary>
/// <param name="Change">What has become of it.</param>
/// <param name="Words">The words, exactly.</param>
/// <param name="Move">Of moved words, a number that both their places have, from 1; null otherwise.</param>
public sealed record ComparedStretch(StretchChange Change, string Words, int? Move = null);

/// <summary>A text at two moments, stretch by stretch: without what was added it is the earlier, without what was removed the later.</summary>
/// <param name="Field">Which text.</param>
/// <param name="Stretches">In order; of what was replaced, first what went and then what came.</param>
public sealed record TextComparison(ArticleField Field, ImmutableArray<ComparedStretch> Stretches)
{
    /// <summary>The texts of two articles that differ. Words moved within an article, from one text to another too, are told as moved.</summary>
    public static ImmutableArray<TextComparison> Between(Article before, Article after) => Compare(before, after, CancellationToken.None);

    /// <summary>Compares the texts of two articles until it is stopped.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ImmutableArray<TextComparison> Compare(Article before, Article after, CancellationToken cancellationToken)
    {
        var edits = ArticleEdits.Compare(before, after, cancellationToken);
        var moves = new List<MoveDetector>();
        var left = Enum.GetValues<ArticleField>().ToDictionary(field => field, field => new BitArray(before[field].Length));
        foreach (var move in MoveDetector.Find(edits, cancellationToken))
        {
            // Words that were put in at two places moved to one of them; the other is a copy, and new.
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

    /// <summary>Edits with nothing but spaces between them are one: people replace phrases, not word by word.</summary>
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

    /// <summary>Cuts the words of an edit where moved ones begin and end.</summary>
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

    /// <summary>Moved words of one text in order, asked for from its beginning to its end.</summary>
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
