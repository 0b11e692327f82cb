using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Articles;

/// <summary>What has become of a stretch of words between two texts.</summary>
[JsonConverter(typeof(KebabCase<StretchChange>))]
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
public sealed record ComparedText(ArticleField Field, ImmutableArray<ComparedStretch> Stretches)
{
    /// <summary>The texts of two articles that differ. Words moved within an article, from one text to another too, are told as moved.</summary>
    public static ImmutableArray<ComparedText> Between(Article before, Article after)
    {
        var edits = ArticleEdits.Between(before, after);
        var moves = new List<MovedWords>();
        foreach (var move in MovedWords.In(edits))
        {
            // Words that were put in at two places moved to one of them; the other is a copy, and new.
            if (!moves.Any(m => m.From == move.From && m.Range.Overlaps(move.Range)))
            {
                moves.Add(move);
            }
        }

        return [.. Enum.GetValues<ArticleField>().Where(field => !edits[field].IsEmpty).Select(field => new ComparedText(field, Stretch(field, before[field], edits[field], moves)))];
    }

    private static ImmutableArray<ComparedStretch> Stretch(ArticleField field, string before, ImmutableArray<TextEdit> edits, List<MovedWords> moves)
    {
        var stretches = ImmutableArray.CreateBuilder<ComparedStretch>();
        var away = moves.Index().Where(m => m.Item.From == field).Select(m => (m.Index + 1, m.Item.Range)).ToList();
        var here = moves.Index().Where(m => m.Item.To == field).Select(m => (m.Index + 1, new TextRange(m.Item.At, m.Item.At + m.Item.Range.Length))).ToList();
        var (at, shift) = (0, 0);
        foreach (var edit in Phrases(before, edits))
        {
            Add(stretches, StretchChange.Same, before[at..edit.At]);
            Cut(stretches, edit.Remove, edit.At, away, StretchChange.Removed, StretchChange.MovedAway);
            Cut(stretches, edit.Insert, edit.At + shift, here, StretchChange.Added, StretchChange.MovedHere);
            (at, shift) = (edit.End, shift + edit.Shift);
        }

        Add(stretches, StretchChange.Same, before[at..]);
        return stretches.DrainToImmutable();
    }

    /// <summary>Edits with nothing but spaces between them are one: people replace phrases, not word by word.</summary>
    private static List<TextEdit> Phrases(string before, ImmutableArray<TextEdit> edits)
    {
        var phrases = new List<TextEdit>();
        foreach (var edit in edits)
        {
            if (phrases is [.., var last] && before.AsSpan(last.End, edit.At - last.End).Trim(' ').IsEmpty)
            {
                var between = before[last.End..edit.At];
                phrases[^1] = new TextEdit(last.At, last.Remove + between + edit.Remove, last.Insert + between + edit.Insert);
            }
            else
            {
                phrases.Add(edit);
            }
        }

        return phrases;
    }

    /// <summary>Cuts the words of an edit where moved ones begin and end.</summary>
    private static void Cut(ImmutableArray<ComparedStretch>.Builder stretches, string words, int from, List<(int Number, TextRange Range)> moved, StretchChange otherwise, StretchChange change)
    {
        var at = 0;
        foreach (var (number, range) in moved.Where(m => m.Range.Start >= from && m.Range.End <= from + words.Length).OrderBy(m => m.Range.Start))
        {
            Add(stretches, otherwise, words[at..(range.Start - from)]);
            Add(stretches, change, words[(range.Start - from)..(range.End - from)], number);
            at = range.End - from;
        }

        Add(stretches, otherwise, words[at..]);
    }

    private static void Add(ImmutableArray<ComparedStretch>.Builder stretches, StretchChange change, string words, int? move = null)
    {
        if (words.Length > 0)
        {
            stretches.Add(new ComparedStretch(change, words, move));
        }
    }
}
