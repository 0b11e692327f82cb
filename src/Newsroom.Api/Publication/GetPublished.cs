using System.Collections.Immutable;
using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Publication;

/// <summary>Handles GET /published and GET /published/{slug}.</summary>
public static class GetPublishedEndpoint
{
    private const string Row = $"""
        select id, {MartenNames.VersionColumn}, xmin::text, {PublishedStory.IsTakenDown}
        from {PublishedStory.Table} d where {PublishedStory.SlugColumn} = $1
        """;

    /// <summary>Lists the published stories, latest first.</summary>
    [EndpointSummary(
        "List the published stories, latest first. A retracted story is listed with its notice, a withheld or killed one not."
    )]
    [ProducesResponseType<Page<PublishedLine>>(StatusCodes.Status200OK)]
    public static async Task<IResult> ListAsync(
        string? desk,
        string? language,
        string? after,
        int? limit,
        HttpContext http,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        if (Keyset.Read(after, out var seen, CursorList.Published) is { } malformed)
        {
            return malformed.ToProblem();
        }

        var stories = session.Query<PublishedStory>().Where(s => s.MatchesSql(PublishedStory.IsListed));
        stories = desk is null ? stories : stories.Where(s => s.Desk == desk);
        stories = language is null ? stories : stories.Where(s => s.Language == language);
        stories = seen is null ? stories : stories.Where(s => s.Updated < seen.At || (s.Updated == seen.At && s.Id.CompareTo(seen.Id) < 0));
        var lines = Paging.Lines(limit);
        var page = await stories
            .OrderByDescending(s => s.Updated)
            .ThenByDescending(s => s.Id)
            .Take(lines + 1)
            .ToListAsync(cancellationToken);
        return Paging.Page(http, page, lines, s => new Keyset(s.Updated, s.Id) { List = CursorList.Published }, PublishedLine.Of);
    }

    /// <summary>Returns a published story, now or at an instant.</summary>
    [EndpointSummary(
        "Get a published story, now or at an instant (at). A retracted story has its notice and no words, also at earlier instants. A "
            + "killed one is 410 with its notice, a withheld one is not found."
    )]
    [ProducesResponseType<PublishedView>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public static async Task<IResult> GetAsync(
        string slug,
        string? at,
        HttpContext http,
        IDocumentStore store,
        ResponseCache rendered,
        CancellationToken cancellationToken
    )
    {
        if (PointInTime.Read(version: null, at, asOf: null, out var moment) is { } malformed)
        {
            return malformed.ToProblem();
        }

        if (await rendered.StateAsync(Row, slug, cancellationToken) is not { } row)
        {
            return PublishedStory.Unknown(slug).ToProblem();
        }

        if (moment is PointInTime.Recorded { At: var time } && !row.IsGuarded)
        {
            return await PastAsync(http, store, row.Id, slug, time, cancellationToken);
        }

        // Of a story that is taken down, a conditional request is decided after the refusal: If-None-Match: * would confirm a killed page.
        Refusal? refusal = null;
        Func<PublishedView, string>? tagAfterwards = row.IsGuarded ? _ => TagOf(row) : null;
        return await rendered.AnswerAsync(http, TagOf(row), row, NowAsync, tagAfterwards)
            ?? (refusal ?? PublishedStory.Unknown(slug)).ToProblem();

        async Task<(long Version, PublishedView View)?> NowAsync()
        {
            await using var session = store.QuerySession();
            var story = await session.LoadAsync<PublishedStory>(row.Id, cancellationToken);
            refusal = story?.Refuse();
            return story is null || refusal is not null ? null : (story.StoryVersion, PublishedView.Of(story));
        }
    }

    // Caches may revalidate a page after years, so a repaired page has another entity tag.
    private static string TagOf(RowVersion row) => $"\"v{row.Version}-{row.Written}\"";

    private static async Task<IResult> PastAsync(
        HttpContext http,
        IDocumentStore store,
        Guid id,
        string slug,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<PublishedStory>(id, cancellationToken) is not { } story)
        {
            return PublishedStory.Unknown(slug).ToProblem();
        }

        // The story may have been taken down since its row was read; the present status applies to every instant.
        if (story.Takedown is not null)
        {
            return story.Refuse()?.ToProblem() ?? Results.Ok(PublishedView.Of(story));
        }

        if (await ThenAsync(session, story, at, cancellationToken) is { } seen)
        {
            return ConditionalResult.Answer(http, IfMatch.ETag(seen.Edition.Version), PublishedView.Of(seen));
        }

        var detail = $"Nothing was published as \"{slug}\" at that time; edition 1 was published at {story.FirstPublished:O}.";
        return Refusal.NotFound("unknown-slug", detail).ToProblem();
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
        return story with
        {
            Updated = line.At,
            Edition = PublishedStoryProjection.EditionOf((StoryEvent.EditionEvent)published.Data, published.Metadata()),
            Editions = [.. story.Editions.TakeWhile(e => e.Number <= line.Number)],
        };
    }
}

/// <summary>A published story in a list.</summary>
/// <param name="Slug">The slug.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The standfirst.</param>
/// <param name="Byline">The byline.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Edition">The edition.</param>
/// <param name="FirstPublished">When edition 1 was published.</param>
/// <param name="Updated">When this edition was published, or the story retracted.</param>
public sealed record PublishedLine(
    string Slug,
    string Headline,
    string Standfirst,
    string Byline,
    string Desk,
    string Language,
    int Edition,
    DateTimeOffset FirstPublished,
    DateTimeOffset Updated
)
{
    /// <summary>Gets whether the story is live or retracted.</summary>
    public PublicationStatus Status { get; init; }

    /// <summary>Gets the notice of a retracted story; null otherwise.</summary>
    public string? Notice { get; init; }

    /// <summary>Creates the line of a published story.</summary>
    public static PublishedLine Of(PublishedStory story) =>
        new(
            story.Slug,
            story.Edition.Article.Headline,
            story.Edition.Article.Standfirst,
            story.Edition.Article.Byline,
            story.Desk,
            story.Language,
            story.Edition.Number,
            story.FirstPublished,
            story.Updated
        )
        {
            Status = story.Takedown?.Status ?? PublicationStatus.Live,
            Notice = story.Takedown?.Notice,
        };
}

/// <summary>A published story.</summary>
/// <param name="Slug">The slug.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The standfirst.</param>
/// <param name="Body">Markdown; HTML comments are emptied.</param>
/// <param name="Byline">The byline.</param>
/// <param name="Dateline">The dateline.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Edition">The edition.</param>
/// <param name="Kind">The kind of the edition.</param>
/// <param name="FirstPublished">When edition 1 was published.</param>
/// <param name="Updated">When this edition was published, or the story retracted.</param>
/// <param name="Editions">All editions.</param>
public sealed record PublishedView(
    string Slug,
    string Headline,
    string Standfirst,
    string Body,
    string Byline,
    string Dateline,
    string Desk,
    string Language,
    int Edition,
    EditionKind Kind,
    DateTimeOffset FirstPublished,
    DateTimeOffset Updated,
    ImmutableArray<EditionLine> Editions
)
{
    /// <summary>Gets whether the story is live or retracted. A retracted one has no standfirst and no body.</summary>
    public PublicationStatus Status { get; init; }

    /// <summary>Gets the notice of a retracted story; null otherwise.</summary>
    public string? Notice { get; init; }

    /// <summary>Creates the view.</summary>
    public static PublishedView Of(PublishedStory story)
    {
        var article = story.Edition.Article;
        return new PublishedView(
            story.Slug,
            article.Headline,
            article.Standfirst,
            VisibleText.WithoutComments(article.Body),
            article.Byline,
            article.Dateline,
            story.Desk,
            story.Language,
            story.Edition.Number,
            story.Edition.Kind,
            story.FirstPublished,
            story.Updated,
            story.Editions
        )
        {
            Status = story.Takedown?.Status ?? PublicationStatus.Live,
            Notice = story.Takedown?.Notice,
        };
    }
}
