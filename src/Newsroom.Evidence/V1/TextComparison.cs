using System.Collections;
using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

// Frozen: part of the verifier of bundle format 1. Bundles that were handed out are verified with it, so it is never changed.

namespace Newsroom.Evidence.V1;

/// <summary>What has become of a stretch of words between two texts.</summary>
internal enum StretchChange
{
    Same,
    Removed,
    Added,
    MovedAway,
    MovedHere,
}

internal sealed record ComparedStretch(StretchChange Change, string Words);

/// <param name="Field">Which text.</param>
/// <param name="Stretches">In order; of what was replaced, first what went and then what came.</param>
internal sealed record TextComparison(ArticleField Field, ImmutableArray<ComparedStretch> Stretches)
{
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ImmutableArray<TextComparison> Compare(Article before, Article after, CancellationToken cancellationToken)
    {
        var edits = new ArticleEdits(
            TextDiff.Compare(before.Headline, after.Headline, cancellationToken),
            TextDiff.Compare(before.Standfirst, after.Standfirst, cancellationToken),
            TextDiff.Compare(before.Body, after.Body, cancellationToken)
        );
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
        var away = new Moved(moves.Where(m => m.From == field).Select(m => m.Range));
        var here = new Moved(moves.Where(m => m.To == field).Select(m => new TextRange(m.At, m.At + m.Range.Length)));
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
        foreach (var range in moved.In(edit))
        {
            Add(stretches, otherwise, text[at..range.Start]);
            Add(stretches, change, text[range.Start..range.End]);
            at = range.End;
        }

        Add(stretches, otherwise, text[at..edit.End]);
    }

    private static void Add(ImmutableArray<ComparedStretch>.Builder stretches, StretchChange change, string words)
    {
        if (words.Length > 0)
        {
            stretches.Add(new ComparedStretch(change, words));
        }
    }

    /// <summary>Moved words of one text in order, asked for from its beginning to its end.</summary>
    private sealed class Moved(IEnumerable<TextRange> words)
    {
        private readonly List<TextRange> sorted = [.. words.OrderBy(range => range.Start)];
        private int next;

        public IEnumerable<TextRange> In(TextRange edit)
        {
            for (; next < sorted.Count && sorted[next].Start < edit.End; next++)
            {
                if (sorted[next] is var range && range.Start >= edit.Start && range.End <= edit.End)
                {
                    yield return range;
                }
            }
        }
    }
}
