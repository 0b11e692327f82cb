using System.Collections.Immutable;
using System.Security.Cryptography;
using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Formats;
using Npgsql;

namespace Newsroom.Api.Publication;

/// <summary>A format of feeds.</summary>
/// <param name="Path">The path of the feed. Requests may spell it in another case; feeds and caches have this spelling.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Render">Renders a feed.</param>
public sealed record FeedFormat(string Path, string MediaType, Func<Feed, Site, byte[]> Render)
{
    /// <summary>Atom (RFC 4287).</summary>
    public static readonly FeedFormat Atom = new("/published/feed.atom", "application/atom+xml", SyndicationFeeds.RenderAtom);

    /// <summary>RSS 2.0.</summary>
    public static readonly FeedFormat Rss = new("/published/feed.rss", "application/rss+xml", SyndicationFeeds.RenderRss);

    /// <summary>JSON Feed 1.1.</summary>
    public static readonly FeedFormat Json = new("/published/feed.json", "application/feed+json", JsonFeed.Render);
}

/// <summary>
/// Answers with the latest stories. Each request reads which rows a feed has in which version; it is rendered only where these changed.
/// </summary>
public sealed class FeedReader(
    IDocumentStore store,
    NpgsqlDataSource database,
    DocumentCache documents,
    PublicSite publicSite,
    TimeProvider clock
)
{
    private const string Version = $"d.id, d.{MartenNames.VersionColumn}, d.xmin";

    private const string KnownDesk = $"select from {MartenNames.Documents}desk where id = $1";

    // Of a long story the feed has claims and ratings, but no text.
    private const string Stories = $$"""
        select case
            when not s.is_long then d.data
            when jsonb_typeof(d.data -> 'factChecks') = 'array' then jsonb_set(s.shortened, '{factChecks}', (
                select jsonb_agg(
                    jsonb_set(jsonb_set(f.item, '{factCheck,evidence}', '[]'), '{factCheck,explanation}', '""') order by f.place)
                from jsonb_array_elements(d.data -> 'factChecks') with ordinality as f (item, place)))
            else s.shortened end, s.is_long
        from {{PublishedStory.Table}} d
        cross join lateral (select
            length(d.data #>> '{edition,article,body}') + coalesce(length(d.data ->> 'factChecks'), 0) > $2 as is_long,
            jsonb_set(d.data, '{edition,article,body}', '""') as shortened) s
        where d.id = any($1)
        """;

    private const string Kills = $"""
        select n.{PublicNotice.StoryColumn}, n.{PublicNotice.AtColumn}
        from {PublicNotice.Table} n
        where n.{PublicNotice.AtColumn} > $1 and n.data ->> 'kind' = 'kill'
        order by n.{PublicNotice.AtColumn} desc, n.id desc limit $2
        """;

    // Readers' copies are refreshed within weeks, so older kills need no deleted entry.
    private static readonly TimeSpan KillsFor = TimeSpan.FromDays(30);

    /// <summary>Answers with the feed of a desk and a language; null selects all.</summary>
    public async Task<IResult> AnswerAsync(
        HttpContext http,
        string? desk,
        string? language,
        FeedFormat format,
        CancellationToken cancellationToken
    )
    {
        if (PublishedList.RefuseLanguage(language) is { } malformed)
        {
            return malformed.ToProblem();
        }

        language = language is null ? null : LanguageTag.Canonical(language);
        if (await RowsAsync(desk, language, cancellationToken) is not { } rows)
        {
            return Refusal.NotFound("unknown-desk", $"There is no desk \"{desk}\".").ToProblem();
        }

        var site = publicSite.For(http.Request);
        var document = await documents.GetAsync(
            (format.Path, desk, language, site, rows.Digest),
            async () =>
            {
                var stories = await StoriesAsync(rows.Items, cancellationToken);
                var feed = FeedOf(site, format.Path, desk, language, stories, rows.Killed);
                // A story that is withheld leaves the feed, whose latest change is then an earlier one: no date identifies the content.
                return new RenderedDocument(format.Render(feed, site), $"{format.MediaType}; charset=utf-8", Modified: null);
            },
            cancellationToken
        );
        return DocumentCache.Answer(http, document!);
    }

    private static Feed FeedOf(
        Site site,
        string path,
        string? desk,
        string? language,
        IEnumerable<(PublishedStory Story, bool IsShortened)> stories,
        ImmutableArray<KilledItem> killed
    )
    {
        // A story that was taken down since its row was read has no words any more, or must not be shown.
        ImmutableArray<PublishedEdition> items =
        [
            .. stories
                .Where(row => row.Story.Takedown is null or { Status: PublicationStatus.Retracted })
                .OrderByDescending(row => row.Story.Updated)
                .ThenByDescending(row => row.Story.Id)
                .Select(row => PublicEditions.Of(row.Story) with { IsShortened = row.IsShortened }),
        ];
        var query = new (string Name, string? Value)[] { ("desk", desk), ("language", language) }
            .Where(given => given.Value is not null)
            .Select(given => $"{given.Name}={Uri.EscapeDataString(given.Value!)}")
            .ToList();
        var address = $"{site.Url}{path}{(query.Count > 0 ? "?" : "")}{string.Join('&', query)}";
        var title = string.Join(", ", new[] { site.Name, desk, language }.Where(part => part is not null));
        var changes = items.Select(item => item.Updated).Concat(killed.Select(item => item.At));
        var updated = changes.DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        return new Feed(title, address, updated, items) { Language = language, Killed = killed };
    }

    private async Task<List<(PublishedStory Story, bool IsShortened)>> StoriesAsync(
        ImmutableArray<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(Stories);
        command.Parameters.Add(new() { Value = ids.ToArray() });
        command.Parameters.Add(new() { Value = Feed.MaxBody });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (stories, json) = (new List<(PublishedStory Story, bool IsShortened)>(), store.Options.Serializer());
        while (await reader.ReadAsync(cancellationToken))
        {
            stories.Add((json.FromJson<PublishedStory>(reader, 0), reader.GetBoolean(1)));
        }

        return stories;
    }

    /// <summary>Reads which rows a feed has, in one round trip; null if there is no such desk.</summary>
    private async Task<Rows?> RowsAsync(string? desk, string? language, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(PublishedList.Select(Version, desk, language, after: null, Feed.MaxItems));
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(Kills)
            {
                Parameters = { new() { Value = (clock.GetUtcNow() - KillsFor).UtcDateTime }, new() { Value = Feed.MaxItems } },
            }
        );
        if (desk is not null)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(KnownDesk) { Parameters = { new() { Value = desk } } });
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = await ReadAsync(reader, cancellationToken);
        return desk is null || (await reader.NextResultAsync(cancellationToken) && await reader.ReadAsync(cancellationToken)) ? rows : null;
    }

    private static async Task<Rows> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var (items, killed) = (ImmutableArray.CreateBuilder<Guid>(), ImmutableArray.CreateBuilder<KilledItem>());
        using var state = new MemoryStream();
        await using var written = new BinaryWriter(state);
        while (await reader.ReadAsync(cancellationToken))
        {
            items.Add(reader.GetGuid(0));
            written.Write(items[^1].ToByteArray());
            written.Write(reader.GetInt64(1));
            written.Write(reader.GetFieldValue<uint>(2));
        }

        written.Write(items.Count);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var story = reader.GetGuid(0);
            killed.Add(new KilledItem(PublishedEdition.IdOf(story), reader.GetFieldValue<DateTimeOffset>(1)));
            written.Write(story.ToByteArray());
        }

        written.Flush();
        var digest = Convert.ToHexString(SHA256.HashData(state.GetBuffer().AsSpan(0, (int)state.Length)));
        return new Rows(items.ToImmutable(), killed.ToImmutable(), digest);
    }

    private sealed record Rows(ImmutableArray<Guid> Items, ImmutableArray<KilledItem> Killed, string Digest);
}
