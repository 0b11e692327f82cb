using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;

namespace Newsroom.Api.Publication;

/// <summary>Handles GET /published/feed.atom, feed.rss and feed.json.</summary>
public static class GetFeedEndpoint
{
    /// <summary>Returns the feed as Atom.</summary>
    [EndpointSummary(
        "Get the 50 latest published stories as Atom (RFC 4287). Stories killed in the last 30 days are deleted entries (RFC 6721)."
    )]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "application/atom+xml")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public static Task<IResult> AtomAsync(
        string? desk,
        string? language,
        HttpContext http,
        FeedReader feeds,
        CancellationToken cancellationToken
    ) => feeds.AnswerAsync(http, desk, language, FeedFormat.Atom, cancellationToken);

    /// <summary>Returns the feed as RSS.</summary>
    [EndpointSummary("Get the 50 latest published stories as RSS 2.0.")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "application/rss+xml")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public static Task<IResult> RssAsync(
        string? desk,
        string? language,
        HttpContext http,
        FeedReader feeds,
        CancellationToken cancellationToken
    ) => feeds.AnswerAsync(http, desk, language, FeedFormat.Rss, cancellationToken);

    /// <summary>Returns the feed as JSON Feed.</summary>
    [EndpointSummary("Get the 50 latest published stories as JSON Feed 1.1.")]
    [ProducesResponseType<StandardDocument>(StatusCodes.Status200OK, "application/feed+json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public static Task<IResult> JsonAsync(
        string? desk,
        string? language,
        HttpContext http,
        FeedReader feeds,
        CancellationToken cancellationToken
    ) => feeds.AnswerAsync(http, desk, language, FeedFormat.Json, cancellationToken);
}
