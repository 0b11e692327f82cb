using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Finds the places in the texts that commands name by their words.</summary>
public static partial class StoryDecider
{
    private const int MaxPlaces = 10;

    /// <summary>Returns the place nearest to <paramref name="quote"/> and outside it; of two equally near, the later one.</summary>
    internal static TextRange? Nearest(IEnumerable<TextRange> places, TextRange quote)
    {
        TextRange? nearest = null;
        var distance = int.MaxValue;
        foreach (var range in places)
        {
            var away = range.Start >= quote.End ? range.Start - quote.End : quote.Start - range.End;
            if (!range.Overlaps(quote) && away <= distance && away >= 0)
            {
                (nearest, distance) = (range, away);
            }
        }

        return nearest;
    }

    /// <summary>Finds words: exactly these, else words that differ from them in typography only.</summary>
    private static Refusal? Place(string text, string words, int? start, ArticleField field, out TextRange range)
    {
        range = default;
        if (string.IsNullOrWhiteSpace(words))
        {
            return Refusal.Rule("words-required", "The words of the passage are required.");
        }

        if (start is { } at)
        {
            range = new TextRange(at, at + words.Length);
            return RefusePlace(text, words, range, field) is { } refused && !IsAlike(text, words, at, field, out range) ? refused : null;
        }

        var places = Exactly(text, words).Take(MaxPlaces + 1).ToList();
        if (places.Count == 0)
        {
            places = Alike(text, words, field).Take(MaxPlaces + 1).ToList();
        }

        if (places is not [var first, ..])
        {
            return Refusal.Rule(
                "words-not-there",
                $"The {field.ToKebabCase()} does not have these words: \"{words}\". Quotation marks, dashes and white space may differ, "
                    + "other characters may not.",
                $"The {field.ToKebabCase()} does not have these words."
            );
        }

        range = first;
        if (!range.FitsIn(text))
        {
            return Refusal.Rule("range-splits-character", "These words begin or end inside a surrogate pair.");
        }

        return places.Count == 1 ? null : Ambiguous(places, field);
    }

    private static Refusal Ambiguous(List<TextRange> places, ArticleField field) =>
        Refusal.Rule(
            "words-ambiguous",
            $"These words occur more than once in the {field.ToKebabCase()}. Select an occurrence with \"start\": "
                + $"{string.Join(", ", places.Take(MaxPlaces).Select(p => p.Start))}{(places.Count > MaxPlaces ? " ..." : "")}."
        );

    /// <summary>Returns whether an offset begins words that differ from others in typography only.</summary>
    private static bool IsAlike(string text, string words, int start, ArticleField field, out TextRange range)
    {
        range = start < 0 || start >= text.Length ? default : Alike(text, words, field).FirstOrDefault(r => r.Start == start);
        return !range.IsEmpty;
    }

    /// <summary>Finds words by their normal form in the visible text; returns source ranges.</summary>
    private static IEnumerable<TextRange> Alike(string text, string words, ArticleField field) => VisibleText.Of(field, text).Find(words);

    private static Refusal? RefusePlace(string text, string words, TextRange range, ArticleField field)
    {
        if (range.Start < 0 || range.Start > text.Length - words.Length)
        {
            return Refusal.Rule(
                "range-outside",
                $"The {field.ToKebabCase()} has {text.Length} characters, so it has no {words.Length} characters at offset {range.Start}."
            );
        }

        if (!range.FitsIn(text))
        {
            return Refusal.Rule("range-splits-character", $"Offset {range.Start} or {range.End} is inside a surrogate pair.");
        }

        return range.Of(text) == words
            ? null
            : Refusal.Rule(
                "words-not-there",
                $"At offset {range.Start} the {field.ToKebabCase()} has \"{range.Of(text)}\".",
                $"At offset {range.Start} the {field.ToKebabCase()} has other words."
            );
    }

    private static Refusal? NotRead(VisibleText reader, TextRange range, ArticleField field) =>
        reader.HasWords(range)
            ? null
            : Refusal.Rule(
                "words-not-there",
                $"These characters of the {field.ToKebabCase()} have no visible words: they are only marks, or markup such as a "
                    + "link's target."
            );

    private static Passage? Overlapping(Story story, PassageKind kind, ArticleField field, TextRange range, Passage? except) =>
        story.Passages.FirstOrDefault(p => p.Kind == kind && p.Field == field && !p.IsOrphaned && p != except && p.Range.Overlaps(range));

    private static IEnumerable<TextRange> Exactly(string text, string words) =>
        TextSearch.All(text, words).Select(at => new TextRange(at, at + words.Length));
}
