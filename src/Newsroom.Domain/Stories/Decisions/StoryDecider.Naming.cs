using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Resolves the ways in which commands name a passage: words, a range, or a quotation.</summary>
public static partial class StoryDecider
{
    /// <summary>Finds the named words in the version that the caller saw, and their range in the current text.</summary>
    private static Refusal? Follow(Story story, StoryText text, NamedPlace named, DecisionContext context, out MarkedPlace place)
    {
        place = default;
        if (!named.IsOne)
        {
            return Refusal.Rule(
                "one-place-required",
                "Name the passage in exactly one way: by \"words\" (with \"start\" where they occur more than once), by \"range\", or by "
                    + "\"quotation\" with either \"nth\" or \"offset\"."
            );
        }

        var seen = context.Concurrent.Before(text.Article);
        if (Locate(seen, named, story.Language, out var field, out var marked) is { } notThere)
        {
            return notThere;
        }

        var changed = context.Concurrent.Follow(text, field, marked, context.Actor.Person, out var range);
        place = new MarkedPlace(field, seen[field], marked, range);
        return changed;
    }

    private static Refusal? Locate(Article seen, NamedPlace named, string language, out ArticleField field, out TextRange range)
    {
        if (named.Quotation is { } quotation)
        {
            return LocateQuotation(seen, quotation, language, out field, out range);
        }

        if (named.Range is { } given)
        {
            (field, range) = (given.Field, new TextRange(given.Start, given.End));
            return RefuseRange(seen[field], range, field);
        }

        field = named.Field;
        return Place(seen[field], named.Words!, named.Start, field, out range);
    }

    private static Refusal? LocateQuotation(
        Article seen,
        QuotationPlace place,
        string language,
        out ArticleField field,
        out TextRange range
    )
    {
        var all = QuotedList.Found(seen, language);
        var wanted = place.Nth is { } nth
            ? all.Skip(Math.Max(0, nth - 1)).Take(nth < 1 ? 0 : 1)
            : all.Where(q => q.Field == place.Field && q.Range.Start <= place.Offset && place.Offset < q.Range.End);
        if (wanted.ToList() is not [var found, ..])
        {
            (field, range) = (place.Field, default);
            return Refusal.Rule("no-quotation", NoQuotation(place, all.Count()));
        }

        (field, range) = (found.Field, found.Range);
        return found.IsClosed
            ? null
            : Refusal.Rule(
                "quotation-unclosed",
                $"The quotation at {range} of the {field.ToKebabCase()} has a mark without a partner, so its beginning or end is unknown. "
                    + "Add the missing mark, or name the words by \"range\"."
            );
    }

    private static string NoQuotation(QuotationPlace place, int count) =>
        place.Nth is { } nth
            ? $"The article has {count} quotations, so it has none with number {nth}. quoted lists them."
            : $"The {place.Field.ToKebabCase()} has no quotation at offset {place.Offset}. quoted lists the quotations.";

    private static Refusal? RefuseRange(string text, TextRange range, ArticleField field)
    {
        if (range.Start < 0 || range.End > text.Length || range.IsEmpty)
        {
            return Refusal.Rule(
                "range-outside",
                $"The {field.ToKebabCase()} has {text.Length} characters. A range begins at 0 or later, ends after its start, and at most "
                    + $"there; {range} does not."
            );
        }

        return range.FitsIn(text)
            ? null
            : Refusal.Rule("range-splits-character", $"Offset {range.Start} or {range.End} is inside a surrogate pair.");
    }

    /// <summary>Refuses words that cut a quotation of the version that the caller saw.</summary>
    private static Refusal? RefusePart(Story story, MarkedPlace place)
    {
        var read = VisibleText.Of(place.Field, place.Seen);
        var marked = read.Read(place.Marked);
        foreach (var found in QuotationFinder.Find(read.Text, story.Language))
        {
            if (found.IsClosed && found.Range.Overlaps(marked) && (found.Range.Start < marked.Start || found.Range.End > marked.End))
            {
                var whole = read.Source(found.Range.Start, found.Range.Length);
                var where = $"at {whole} of the {place.Field.ToKebabCase()}. Name all of it.";
                return Refusal.Rule(
                    "part-of-quotation",
                    $"These words are only part of the quotation {GateSentences.Cut(whole.Of(place.Seen))} {where}",
                    $"These words are only part of the quotation {where}"
                );
            }
        }

        return null;
    }
}
