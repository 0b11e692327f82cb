using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Newsroom.Formats;
using Npgsql;

namespace Newsroom.Api.Publication;

/// <summary>Creates what readers receive of a published story.</summary>
public static class PublicEditions
{
    // Evidence and words may be long, so only verdicts are read of all checks, and words of one check for each verified quote.
    private const string VerifiedQuotes = $"""
        with passage as (select * from unnest($3::text[], $4::text[]) with ordinality as p (id, fingerprint, place)),
        quote as (
            select distinct on (p.id) p.id, p.fingerprint, p.place, e.data ->> 'speaker' as speaker
            from {MartenNames.Events} e join passage p on p.id = e.data ->> 'quote'
            where e.stream_id = $1 and e.version <= $2 and e.type = 'quote_attributed'
            order by p.id, e.version desc),
        latest as (
            select distinct on (q.id, e.user_name) q.id, e.version, e.data ->> 'verdict' = 'verified' as is_verified
            from {MartenNames.Events} e join quote q on q.id = e.data ->> 'passage' and q.fingerprint = e.data ->> 'fingerprint'
            where e.stream_id = $1 and e.version <= $2 and e.type = 'fact_checked'
            order by q.id, e.user_name, e.version desc),
        verified as (select l.id, max(l.version) as version from latest l group by l.id having bool_and(l.is_verified))
        select q.speaker, e.data ->> 'words', e.data ->> 'read'
        from verified v join quote q using (id) join {MartenNames.Events} e on e.stream_id = $1 and e.version = v.version
        order by q.place
        """;

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
            Genre = story.Genre ?? Genre.Report,
            FactChecks = [.. (story.FactChecks ?? []).Select(shown => shown.FactCheck)],
            FactCheckChanges = story.FactCheckChanges?.Length ?? 0,
            ErasedEvidence = story.ErasedEvidence ?? 0,
            History = [.. story.Editions.Select(line => new EditionEntry(line.Number, line.Kind, line.At, line.Note))],
        };
    }

    /// <summary>Creates the edition with the quotes in it whose words and speaker were verified.</summary>
    public static async Task<PublishedEdition> WithQuotesAsync(
        IQuerySession session,
        NpgsqlDataSource database,
        PublishedStory story,
        CancellationToken cancellationToken
    )
    {
        var edition = Of(story);
        if (story.Takedown is not null || story.Edition.Passages.IsEmpty)
        {
            return edition;
        }

        var seen = $"{edition.Headline}\n{edition.Standfirst}\n{VisibleText.TryOfMarkdown(edition.Body)?.Text}";
        var verified = (await VerifiedAsync(database, story, cancellationToken)).FindAll(quote =>
            seen.Contains(quote.Words, StringComparison.Ordinal)
        );
        var ids = verified.Select(quote => quote.Speaker).Distinct().ToArray();
        var speakers = await session.LoadManyAsync<Speaker>(cancellationToken, ids);
        var named = speakers.ToDictionary(speaker => speaker.Id, speaker => speaker.Name, StringComparer.Ordinal);
        var printed = PrintedIn(seen, named.Values);
        return edition with { Quotes = [.. verified.Select(quote => new VerifiedQuote(quote.Words, NameOf(quote.Speaker)))] };

        string? NameOf(string speaker) => named.GetValueOrDefault(speaker) is { } name && printed.Contains(name) ? name : null;
    }

    /// <summary>
    /// Selects the names that a text has as whole words: one word with the same case, since “may” is not May; several without regard to
    /// case. Other names of speakers are not public.
    /// </summary>
    private static HashSet<string> PrintedIn(string seen, IEnumerable<string> names)
    {
        var exact = new Lazy<WordSearch>(() => new WordSearch(seen));
        var folded = new Lazy<WordSearch>(() => new WordSearch(seen.ToUpperInvariant()));
        return [.. names.Where(name => name.Any(char.IsLetterOrDigit) && Find(name.Trim()).Any())];

        IEnumerable<TextRange> Find(string name) =>
            name.Any(char.IsWhiteSpace) ? folded.Value.Find(name.ToUpperInvariant()) : exact.Value.Find(name);
    }

    /// <summary>
    /// Lists the verified quotes of an edition: the latest verdict of each checker on their words, speaker and attribution is verified.
    /// </summary>
    private static async Task<List<(string Words, string Speaker)>> VerifiedAsync(
        NpgsqlDataSource database,
        PublishedStory story,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(VerifiedQuotes);
        command.Parameters.Add(new() { Value = story.Id });
        command.Parameters.Add(new() { Value = story.Edition.Version });
        command.Parameters.Add(new() { Value = story.Edition.Passages.Select(passage => passage.Passage).ToArray() });
        command.Parameters.Add(new() { Value = story.Edition.Passages.Select(passage => passage.Fingerprint.Hex).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var quotes = new List<(string Words, string Speaker)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var visible = rows.GetValue(2) as string ?? VisibleText.TryOfMarkdown(rows.GetString(1))?.Text ?? "";
            quotes.Add((visible.Trim(), rows.GetString(0)));
        }

        return quotes;
    }
}
