using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Newsroom.Formats;
using Npgsql;

namespace Newsroom.Api.Publication;

/// <summary>Creates what readers receive of a published story.</summary>
public static class PublicEditions
{
    // Evidence may be long, so only some members are read: of a mark its speaker, of a check on the words published its verdict.
    private const string MarksAndChecks = $"""
        select coalesce(e.data ->> 'quote', e.data ->> 'passage'), e.data ->> 'speaker', e.user_name, e.data ->> 'verdict',
            case when e.type = 'fact_checked' then e.data ->> 'words' end, e.data ->> 'read'
        from {MartenNames.Events} e
        where e.stream_id = $1 and e.version <= $2 and (
            e.type = 'quote_attributed' and e.data ->> 'quote' = any($3)
            or e.type = 'fact_checked'
                and (e.data ->> 'passage', e.data ->> 'fingerprint') in (select * from unnest($3::text[], $4::text[])))
        order by e.version
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
        return edition with { Quotes = [.. verified.Select(quote => new VerifiedQuote(quote.Words, Printed(quote.Speaker)))] };

        // Readers may know a name that the article prints, and no other.
        string? Printed(string speaker)
        {
            var name = named.GetValueOrDefault(speaker);
            return !string.IsNullOrEmpty(name) && seen.Contains(name, StringComparison.OrdinalIgnoreCase) ? name : null;
        }
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
        await using var command = database.CreateCommand(MarksAndChecks);
        command.Parameters.Add(new() { Value = story.Id });
        command.Parameters.Add(new() { Value = story.Edition.Version });
        command.Parameters.Add(new() { Value = story.Edition.Passages.Select(passage => passage.Passage).ToArray() });
        command.Parameters.Add(new() { Value = story.Edition.Passages.Select(passage => passage.Fingerprint.Hex).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var speakers = new Dictionary<string, string>(StringComparer.Ordinal);
        var checks = new Dictionary<(string Passage, string By), Check>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var passage = rows.GetString(0);
            if (rows.GetValue(1) is string speaker)
            {
                speakers[passage] = speaker;
                continue;
            }

            var isVerified = rows.GetString(3) == Verdict.Verified.ToKebabCase();
            checks[(passage, rows.GetString(2))] = new Check(isVerified, rows.GetString(4), rows.GetValue(5) as string);
        }

        return
        [
            .. from passage in story.Edition.Passages.Select(passage => passage.Passage)
            let latest = checks.Where(check => check.Key.Passage == passage).Select(check => check.Value).ToList()
            where speakers.ContainsKey(passage) && latest.Count > 0 && latest.TrueForAll(check => check.IsVerified)
            select (latest[0].Visible.Trim(), speakers[passage]),
        ];
    }

    private sealed record Check(bool IsVerified, string Words, string? Read)
    {
        public string Visible => Read ?? VisibleText.TryOfMarkdown(Words)?.Text ?? "";
    }
}
