using JasperFx.Events;
using Marten;
using Marten.Events;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Newsroom.Formats;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Publication;

/// <summary>Creates what readers receive of a published story.</summary>
public static class PublicEditions
{
    /// <summary>Creates the edition, without its quotes.</summary>
    public static PublishedEdition Of(PublishedStory story)
    {
        var (edition, article) = (story.Edition, story.Edition.Article);
        return new PublishedEdition(
            story.Id,
            story.Slug,
            article.Headline,
            article.Standfirst,
            VisibleText.WithoutComments(article.Body)
        )
        {
            Byline = article.Byline,
            Dateline = article.Dateline,
            Desk = story.Desk,
            Language = story.Language,
            Number = edition.Number,
            Kind = edition.Kind,
            FirstPublished = story.FirstPublished,
            Updated = story.Updated,
            Fingerprint = story.Takedown is null ? edition.Fingerprint.Hex : null,
            Status = story.Takedown?.Status ?? PublicationStatus.Live,
            Notice = story.Takedown?.Notice,
            History = [.. story.Editions.Select(line => new EditionEntry(line.Number, line.Kind, line.At, line.Note))],
        };
    }

    /// <summary>Creates the edition with the quotes in it whose words and speaker were verified.</summary>
    public static async Task<PublishedEdition> WithQuotesAsync(
        IQuerySession session,
        PublishedStory story,
        CancellationToken cancellationToken
    )
    {
        var edition = Of(story);
        if (story.Takedown is not null || story.Edition.Passages.IsEmpty)
        {
            return edition;
        }

        var (id, version) = (story.Id, story.Edition.Version);
        var events = await session
            .Events.QueryAllRawEvents()
            .Where(e => e.StreamId == id && e.Version <= version && e.EventTypesAre(typeof(QuoteAttributed), typeof(FactChecked)))
            .OrderBy(e => e.Version)
            .ToListAsync(cancellationToken);
        var verified = Verified(story.Edition, events).ToList();
        var ids = verified.Select(quote => quote.Speaker).Distinct().ToArray();
        var speakers = await session.LoadManyAsync<Speaker>(cancellationToken, ids);
        var named = speakers.ToDictionary(speaker => speaker.Id, StringComparer.Ordinal);
        var seen = $"{edition.Headline}\n{edition.Standfirst}\n{VisibleText.TryOfMarkdown(edition.Body)?.Text}";
        return edition with
        {
            Quotes =
            [
                .. from quote in verified
                where named.ContainsKey(quote.Speaker) && seen.Contains(quote.Words, StringComparison.Ordinal)
                let speaker = named[quote.Speaker]
                // The name is what readers may know; the office of a confidential source may identify them.
                select new VerifiedQuote(quote.Words, speaker.Name, speaker.Identity is null ? speaker.Description : ""),
            ],
        };
    }

    /// <summary>
    /// Lists the verified quotes of an edition: the latest verdict of each checker on their words, speaker and attribution is verified.
    /// </summary>
    private static IEnumerable<(string Words, string Speaker)> Verified(Edition edition, IReadOnlyList<IEvent> events)
    {
        foreach (var passage in edition.Passages)
        {
            var attributed = events.Select(e => e.Data).OfType<QuoteAttributed>().LastOrDefault(e => e.Quote == passage.Passage);
            var latest = events
                .Where(e => e.Data is FactChecked check && check.Passage == passage.Passage && check.Fingerprint == passage.Fingerprint)
                .GroupBy(e => e.Metadata().By, e => (FactChecked)e.Data)
                .Select(checks => checks.Last())
                .ToList();
            if (attributed is not null && latest.Count > 0 && latest.TrueForAll(check => check.Verdict == Verdict.Verified))
            {
                var words = latest[0].Read ?? VisibleText.TryOfMarkdown(latest[0].Words)?.Text ?? "";
                yield return (words.Trim(), attributed.Speaker);
            }
        }
    }
}
