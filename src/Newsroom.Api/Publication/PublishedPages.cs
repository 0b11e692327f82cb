using System.Globalization;
using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Formats;
using Npgsql;

namespace Newsroom.Api.Publication;

/// <summary>Answers with a published story in one of its formats, now or at an instant.</summary>
public sealed class PublishedPages(
    IDocumentStore store,
    NpgsqlDataSource database,
    ResponseCache responses,
    DocumentCache documents,
    PublicSite publicSite
)
{
    private const string Row = $"""
        select id, {MartenNames.VersionColumn}, xmin::text, {PublishedStory.IsTakenDown}, {PublicLinks.IsLinked}
        from {PublishedStory.Table} d where {PublishedStory.SlugColumn} = $1
        """;

    private static readonly string Links = string.Join(
        ", ",
        [
            "<{page}>; rel=\"canonical\"",
            $"<{{page}}.json>; rel=\"alternate\"; type=\"{FormatNegotiation.Json}\"",
            .. from format in EditionFormat.All
            select $"<{{page}}.{format.Extension}>; rel=\"alternate\"; type=\"{format.MediaType}\"",
        ]
    );

    /// <summary>Answers with a story.</summary>
    /// <param name="http">The request.</param>
    /// <param name="slug">The slug of the story.</param>
    /// <param name="extension">The extension of a format.</param>
    /// <param name="at">The instant; null for now.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<IResult> AnswerAsync(
        HttpContext http,
        string slug,
        string extension,
        string? at,
        CancellationToken cancellationToken
    )
    {
        if (PointInTime.Read(version: null, at, asOf: null, out var moment) is { } malformed)
        {
            return malformed.ToProblem();
        }

        if (await StateAsync(slug, cancellationToken) is not { } row)
        {
            return PublishedStory.Unknown(slug).ToProblem();
        }

        var format = EditionFormat.Of(extension);
        if (moment is PointInTime.Recorded { At: var time } && !row.IsGuarded)
        {
            return await PastAsync(http, row, slug, time, format, cancellationToken);
        }

        return format is null
            ? await JsonAsync(http, row, slug, cancellationToken)
            : await DocumentAsync(http, row, slug, format, cancellationToken);
    }

    /// <summary>Reads the version of a row; of linked stories also those of the others, in a second round trip.</summary>
    private async Task<RowVersion?> StateAsync(string slug, CancellationToken cancellationToken)
    {
        var state = await responses.StateAsync(Row, slug, cancellationToken);
        return state is { IsLinked: true } row
            ? row with { Written = await responses.TextAsync(PublicLinks.VersionsDigest, row.Id, cancellationToken) ?? row.Written }
            : state;
    }

    // Caches may revalidate a page after years, so a repaired page has another entity tag.
    private static string TagOf(RowVersion row) => $"\"v{row.Version}-{row.Written}\"";

    // Fact checks and erasures change what was live at an instant, so its tag names the row too.
    private static string TagOf(RowVersion row, PublishedStory seen) =>
        string.Create(CultureInfo.InvariantCulture, $"\"v{row.Version}-{row.Written}-{seen.Edition.Number}\"");

    private static string LinksOf(string slug, Site site) => Links.Replace("{page}", site.PathOf(slug), StringComparison.Ordinal);

    private static void AddPolicy(HttpContext http, EditionFormat format)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (format == EditionFormat.Html)
        {
            http.Response.Headers.ContentSecurityPolicy = HtmlPage.ContentSecurityPolicy;
        }
    }

    private async Task<IResult> JsonAsync(HttpContext http, RowVersion row, string slug, CancellationToken cancellationToken)
    {
        // Of a story that is taken down, a conditional request is decided after the refusal: If-None-Match: * would confirm a killed page.
        Refusal? refusal = null;
        Func<PublishedView, string>? tagAfterwards = row.IsGuarded ? _ => TagOf(row) : null;
        if (await responses.AnswerAsync(http, TagOf(row), row, NowAsync, tagAfterwards) is not { } answer)
        {
            return (refusal ?? PublishedStory.Unknown(slug)).ToProblem();
        }

        http.Response.Headers.Link = LinksOf(slug, publicSite.For(http.Request));
        return answer;

        async Task<(long Version, PublishedView View)?> NowAsync()
        {
            await using var session = store.QuerySession();
            var story = await session.LoadAsync<PublishedStory>(row.Id, cancellationToken);
            refusal = story?.Refuse();
            if (story is null)
            {
                return null;
            }

            var links = await LinksAsync(row, story, cancellationToken);
            if (refusal is null)
            {
                return (story.StoryVersion, PublishedView.Of(story, links));
            }

            if (refusal.Kind == RefusalKind.Gone && links.ReplacedBy is { } substitute)
            {
                http.Response.Headers.Link = $"<{publicSite.For(http.Request).PathOf(substitute)}>; rel=\"successor-version\"";
            }

            return null;
        }
    }

    private async Task<IResult> DocumentAsync(
        HttpContext http,
        RowVersion row,
        string slug,
        EditionFormat format,
        CancellationToken cancellationToken
    )
    {
        // Those that are taken down are refused before the cache, whose turns are for pages that are shown.
        if (row.IsGuarded && await RefusedAsync() is { } refusal)
        {
            return refusal;
        }

        var site = publicSite.For(http.Request);
        var document = await documents.GetAsync(
            (format.Extension, site, row),
            async () =>
            {
                await using var session = store.QuerySession();
                return await session.LoadAsync<PublishedStory>(row.Id, cancellationToken) is { } story && story.Refuse() is null
                    ? await RenderAsync(session, story, await LinksAsync(row, story, cancellationToken), format, site, cancellationToken)
                    : null;
            },
            cancellationToken
        );
        if (document is null)
        {
            return await RefusedAsync() ?? PublishedStory.Unknown(slug).ToProblem();
        }

        AddPolicy(http, format);
        return DocumentCache.Answer(http, document);

        async Task<IResult?> RefusedAsync()
        {
            await using var session = store.QuerySession();
            return await session.LoadAsync<PublishedStory>(row.Id, cancellationToken) is { } story && story.Refuse() is not null
                ? Refuse(http, story, await LinksAsync(row, story, cancellationToken), format)
                : null;
        }
    }

    private async Task<PublicLinks> LinksAsync(RowVersion row, PublishedStory story, CancellationToken cancellationToken) =>
        row.IsLinked ? await PublicLinks.OfAsync(database, story, cancellationToken) : PublicLinks.None;

    /// <summary>Refuses a withheld story; answers with the notice of a killed one, without preconditions.</summary>
    private IResult Refuse(HttpContext http, PublishedStory story, PublicLinks links, EditionFormat? format)
    {
        if (format is null || story.Takedown is not { Status: PublicationStatus.Killed })
        {
            return story.Refuse()!.ToProblem();
        }

        http.Response.StatusCode = StatusCodes.Status410Gone;
        AddPolicy(http, format);
        return new BytesResult(format.Render(links.AddTo(PublicEditions.Of(story)), publicSite.For(http.Request)), format.ContentType);
    }

    private async Task<RenderedDocument> RenderAsync(
        IQuerySession session,
        PublishedStory story,
        PublicLinks links,
        EditionFormat format,
        Site site,
        CancellationToken cancellationToken
    )
    {
        var edition = links.AddTo(await PublicEditions.WithQuotesAsync(session, database, story, cancellationToken));
        // Names of speakers and linked stories change without the row, so the time of the row's change would confirm old copies.
        var modified = links == PublicLinks.None && edition.Quotes.IsEmpty ? story.Modified() : null;
        return new RenderedDocument(format.Render(edition, site), format.ContentType, modified) { Link = LinksOf(story.Slug, site) };
    }

    private async Task<IResult> PastAsync(
        HttpContext http,
        RowVersion row,
        string slug,
        DateTimeOffset at,
        EditionFormat? format,
        CancellationToken cancellationToken
    )
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<PublishedStory>(row.Id, cancellationToken) is not { } story)
        {
            return PublishedStory.Unknown(slug).ToProblem();
        }

        if (story.Refuse() is not null)
        {
            return Refuse(http, story, PublicLinks.None, format);
        }

        // The story may have been taken down since its row was read; the present status applies to every instant.
        if ((story.Takedown is null ? await ThenAsync(session, story, at, cancellationToken) : story) is not { } seen)
        {
            var detail = $"Nothing was published as \"{slug}\" at that time; edition 1 was published at {story.FirstPublished:O}.";
            return Refusal.NotFound("unknown-slug", detail).ToProblem();
        }

        if (format is not null)
        {
            var site = publicSite.For(http.Request);
            var document = await documents.GetAsync(
                (format.Extension, site, row, seen.Edition.Number, seen.Takedown, seen.FactCheckChanges?.Length),
                async () => await RenderAsync(session, seen, PublicLinks.None, format, site, cancellationToken),
                cancellationToken
            );
            AddPolicy(http, format);
            return DocumentCache.Answer(http, document!);
        }

        http.Response.Headers.Link = LinksOf(slug, publicSite.For(http.Request));
        return story.Takedown is null
            ? ConditionalResult.Answer(http, TagOf(row, seen), PublishedView.Of(seen, PublicLinks.None))
            : Results.Ok(PublishedView.Of(story, PublicLinks.None));
    }

    /// <summary>Returns the edition that was live at an instant; null where there was none.</summary>
    private static async Task<PublishedStory?> ThenAsync(
        IQuerySession session,
        PublishedStory story,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (story.Updated <= at || story.Editions.LastOrDefault(e => e.At <= at) is not { } line)
        {
            return story.Updated <= at ? story : null;
        }

        var published = (
            await session.Events.FetchStreamAsync(story.Id, line.StoryVersion, fromVersion: line.StoryVersion, token: cancellationToken)
        ).Single();
        var happened = (StoryEvent.EditionEvent)published.Data;
        var edition = PublishedStoryProjection.EditionOf(happened, published.Metadata() with { At = line.At });

        // What was withdrawn since is not shown at any instant, as words that were taken down.
        var shown = (story.FactChecks ?? []).RemoveAll(check => check.FactCheck.At > at);
        var changes = (story.FactCheckChanges ?? []).RemoveAll(change => change > at);
        return story.With(edition, happened) with
        {
            Updated = changes is [.., var last] && last > line.At ? last : line.At,
            FactChecks = shown.IsEmpty ? null : shown,
            FactCheckChanges = changes,
            Editions = [.. story.Editions.TakeWhile(e => e.Number <= line.Number)],
        };
    }
}
