using System.Collections.Immutable;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Lists the quoted words of an article and their states.</summary>
public static class QuotedList
{
    /// <summary>Lists them by headline, standfirst and body, in text order.</summary>
    /// <param name="story">The story.</param>
    /// <param name="text">Its words.</param>
    /// <param name="fewestWords">The fewest words of a quotation.</param>
    public static ImmutableArray<QuotedWords> Of(Story story, StoryText text, int fewestWords) =>
        [.. Enum.GetValues<ArticleField>().SelectMany(field => In(field, story, text, fewestWords))];

    /// <summary>Numbers quoted words from 1, as commands name them.</summary>
    public static ImmutableArray<QuotedWords> Numbered(ImmutableArray<QuotedWords> quoted) =>
        [.. quoted.Select((words, index) => words with { Number = index + 1 })];

    /// <summary>Lists the quotations of an article in the same order, without their states.</summary>
    internal static IEnumerable<FoundQuotation> Found(Article article, string language)
    {
        foreach (var field in Enum.GetValues<ArticleField>())
        {
            var read = VisibleText.Of(field, article[field]);
            foreach (var found in QuotationFinder.Find(read.Text, language))
            {
                yield return new FoundQuotation(field, read.Source(found.Range.Start, found.Range.Length), found.IsClosed);
            }
        }
    }

    private static IEnumerable<QuotedWords> In(ArticleField field, Story story, StoryText text, int fewestWords)
    {
        var source = text.Article[field];
        var read = VisibleText.Of(field, source);
        var quotes = QuotesIn(field, story, read);
        var dismissals = story.Dismissals.GroupBy(d => d.Fingerprint).ToDictionary(same => same.Key, same => same.First());
        var first = 0;
        foreach (var found in QuotationFinder.Find(read.Text, story.Language))
        {
            while (first < quotes.Count && quotes[first].Range.End <= found.Range.Start)
            {
                first++;
            }

            var words = found.Range.Of(read.Text);
            var fingerprint = Fingerprint.Of("quotation", words);
            var (quote, isExact) = Quote(quotes, first, found.Range);
            var dismissal = dismissals.GetValueOrDefault(fingerprint);
            var state = State(found, isExact, dismissal is not null, fewestWords);
            var range = read.Source(found.Range.Start, found.Range.Length);
            yield return new QuotedWords(field, range, range.Of(source), state, fingerprint, quote?.Id, quote?.State(), dismissal)
            {
                Proposal = state == QuotedState.Unattributed ? found.Proposal : null,
                Phrase = state == QuotedState.Unattributed ? DismissedPhrase.KeyOf(words, story.Language) : null,
                Read = words,
            };
        }
    }

    private static QuotedState State(Quotation found, bool isQuote, bool isDismissed, int fewestWords)
    {
        if (isQuote)
        {
            return QuotedState.Attributed;
        }

        if (isDismissed)
        {
            return QuotedState.Dismissed;
        }

        if (!found.IsClosed)
        {
            return QuotedState.Unclosed;
        }

        return found.IsTerm(fewestWords) ? QuotedState.Term : QuotedState.Unattributed;
    }

    /// <summary>Returns the quotes of a field in text order, each with its index among the story's passages.</summary>
    private static List<(TextRange Range, Passage Passage, int Index)> QuotesIn(ArticleField field, Story story, VisibleText read)
    {
        var quotes = new List<(TextRange Range, Passage Passage, int Index)>();
        foreach (var passage in story.Passages)
        {
            if (passage.Kind == PassageKind.Quote && passage.Field == field && !passage.IsOrphaned)
            {
                quotes.Add((read.Read(passage.Range), passage, quotes.Count));
            }
        }

        return [.. quotes.OrderBy(q => q.Range.Start).ThenBy(q => q.Index)];
    }

    /// <summary>Returns the quote of exactly these words, or the earliest quote that overlaps them.</summary>
    private static (Passage? Quote, bool IsExact) Quote(
        List<(TextRange Range, Passage Passage, int Index)> quotes,
        int first,
        TextRange range
    )
    {
        (Passage Passage, int Index)? some = null;
        for (var i = first; i < quotes.Count && quotes[i].Range.Start < range.End; i++)
        {
            if (quotes[i].Range == range)
            {
                return (quotes[i].Passage, true);
            }

            if (quotes[i].Range.Overlaps(range) && (some is null || quotes[i].Index < some.Value.Index))
            {
                some = (quotes[i].Passage, quotes[i].Index);
            }
        }

        return (some?.Passage, false);
    }
}

/// <summary>A quotation of an article.</summary>
/// <param name="Field">The field.</param>
/// <param name="Range">The range, marks included.</param>
/// <param name="IsClosed">Whether it has a closing mark.</param>
internal readonly record struct FoundQuotation(ArticleField Field, TextRange Range, bool IsClosed);
