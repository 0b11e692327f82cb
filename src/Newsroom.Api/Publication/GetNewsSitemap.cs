using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Formats;
using Npgsql;

namespace Newsroom.Api.Publication;

/// <summary>Handles GET /published/sitemap-news.xml.</summary>
public static class GetNewsSitemapEndpoint
{
    // A story is changed when or after it is first published, so the index of changes bounds the rows.
    private const string Select = $"""
        select d.{PublishedStory.SlugColumn}, d.data -> 'edition' -> 'article' ->> 'headline', d.{PublishedStory.LanguageColumn},
            (d.data ->> 'firstPublished')::timestamptz
        from {PublishedStory.Table} d
        where d.{PublishedStory.UpdatedColumn} >= $1 and (d.data ->> 'firstPublished')::timestamptz >= $1
            and not {PublishedStory.IsTakenDown}
        order by d.{PublishedStory.UpdatedColumn} desc
        limit $2
        """;

    /// <summary>Returns the stories of the last two days.</summary>
    [EndpointSummary("Get the stories published in the last two days, at most 1000, as a sitemap for news.")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "application/xml")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public static async Task<IResult> GetAsync(
        HttpContext http,
        NpgsqlDataSource database,
        PublicSite site,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(new() { Value = (clock.GetUtcNow() - NewsSitemap.Age).UtcDateTime });
        command.Parameters.Add(new() { Value = NewsSitemap.MaxEntries });
        var entries = ImmutableArray.CreateBuilder<SitemapEntry>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var first = reader.GetFieldValue<DateTimeOffset>(3);
            entries.Add(new SitemapEntry(reader.GetString(0), reader.GetString(1), reader.GetString(2), first));
        }

        var body = NewsSitemap.Render(entries.ToImmutable(), site.For(http.Request));
        return DocumentCache.Answer(http, new RenderedDocument(body, "application/xml; charset=utf-8", Modified: null));
    }
}
