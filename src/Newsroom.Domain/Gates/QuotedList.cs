using System.Collections.Immutable;
using Newsroom.Domain.Articles;
using Newsroom.Domain.Stories;

namespace Newsroom.Domain.Gates;

/// <summary>Everything that stands in quotation marks in an article, and what has become of it.</summary>
public static class QuotedList
{
    /// <summary>In the order of headline, standfirst, body, and of their words.</summary>
    /// <param name="story">The story.</param>
    /// <param name="text">Its words.</param>
    /// <param name="fewestWords">From how many words on they are a quotation.</param>
    public static ImmutableArray<QuotedWords> Of(Story story, StoryText text, int fewestWords) =>
        [.. Enum.GetValues<ArticleField>().SelectMany(field => In(field, story, text, fewestWords))];

    private static IEnumerable<QuotedWords> In(ArticleField field, Story story, StoryText text, int fewestWords)
    {
        var read = ReadersText.Of(field, text.Article[field]);
        var quotes = story.Passages.Where(p => p.Kind == PassageKind.Quote && p.Field == field && !p.IsOrphaned).Select(p => (Passage: p, Range: read.Read(p.Range))).ToList();
        foreach (var found in QuotationFinder.Find(read.Text, story.Language))
        {
            var fingerprint = Fingerprint.Of("quotation", found.Range.Of(read.Text));
            var exact = quotes.Find(q => q.Range == found.Range).Passage;
            var dismissal = story.Dismissals.FirstOrDefault(d => d.Fingerprint == fingerprint);
            var quote = exact ?? quotes.Find(q => q.Range.Overlaps(found.Range)).Passage;
            var state = exact is not null ? QuotedState.Attributed
                : dismissal is not null ? QuotedState.Dismissed
                : !found.IsClosed ? (found.Words < fewestWords ? QuotedState.Term : QuotedState.Unclosed)
                : found.IsTerm(fewestWords) ? QuotedState.Term
                : QuotedState.Unattributed;
            var range = read.Source(found.Range.Start, found.Range.Length);
            yield return new QuotedWords(field, range, range.Of(text.Article[field]), state, fingerprint, quote?.Id, quote?.State(), dismissal);
        }
    }
}
