using Newsroom.Client.Http;

namespace Newsroom.Client.Published;

/// <summary>Reads published stories; needs no token.</summary>
public sealed class PublishedClient
{
    private readonly ApiConnection connection;

    internal PublishedClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Reads one page of the published stories, latest first.</summary>
    /// <param name="desk">Only stories of this desk.</param>
    /// <param name="language">Only stories in this language (BCP 47).</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<Page<PublishedSummary>>> ListAsync(
        string? desk = null,
        string? language = null,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<PublishedSummary>>(
            ApiRequest.Get("published", [("desk", desk), ("language", language), .. (page ?? new PageRequest()).Parameters]),
            cancellationToken
        );

    /// <summary>Reads all published stories, page by page.</summary>
    /// <param name="desk">Only stories of this desk.</param>
    /// <param name="language">Only stories in this language (BCP 47).</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public IAsyncEnumerable<PublishedSummary> ListAllAsync(
        string? desk = null,
        string? language = null,
        CancellationToken cancellationToken = default
    ) => PageRequest.ReadAllAsync(page => ListAsync(desk, language, page, cancellationToken), cancellationToken);

    /// <summary>Reads a published story.</summary>
    /// <param name="slug">The slug.</param>
    /// <param name="at">The time at which readers read it; the current edition when not given.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<PublishedStory>> GetAsync(
        string slug,
        DateTimeOffset? at = null,
        CancellationToken cancellationToken = default
    ) => connection.SendAsync<PublishedStory>(ApiRequest.Get($"published/{Uri.EscapeDataString(slug)}", ("at", at)), cancellationToken);

    /// <summary>Reads one page of the notices to readers, latest first.</summary>
    /// <param name="slug">Only notices of the story with this slug.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<Page<PublicCorrection>>> ListCorrectionsAsync(
        string? slug = null,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<PublicCorrection>>(
            ApiRequest.Get("corrections", [("slug", slug), .. (page ?? new PageRequest()).Parameters]),
            cancellationToken
        );
}
