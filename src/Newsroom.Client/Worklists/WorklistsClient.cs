using Newsroom.Client.Http;

namespace Newsroom.Client.Worklists;

/// <summary>Reads story lists, desk boards and the fact-check queue.</summary>
public sealed class WorklistsClient
{
    private readonly ApiConnection connection;

    internal WorklistsClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Reads one page of the stories that match a query, latest changed first.</summary>
    public Task<ApiResponse<IReadOnlyList<StoryCard>>> FindStoriesAsync(
        StoryQuery? query = null,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<IReadOnlyList<StoryCard>>(
            ApiRequest.Get("stories", [.. (query ?? new StoryQuery()).Parameters, .. (page ?? new PageRequest()).Parameters]),
            cancellationToken
        );

    /// <summary>Reads all stories that match a query, page by page.</summary>
    public IAsyncEnumerable<StoryCard> FindAllStoriesAsync(StoryQuery? query = null, CancellationToken cancellationToken = default) =>
        PageRequest.ReadAllAsync(page => FindStoriesAsync(query, page, cancellationToken), cancellationToken);

    /// <summary>Reads the unfinished stories of a desk by stage.</summary>
    public Task<ApiResponse<Board>> GetBoardAsync(string desk, CancellationToken cancellationToken = default) =>
        connection.SendAsync<Board>(ApiRequest.Get($"desks/{Uri.EscapeDataString(desk)}/board"), cancellationToken);

    /// <summary>Reads the passages that await a check: lapsed ones first, then by waiting time.</summary>
    /// <param name="desk">Only passages of this desk.</param>
    /// <param name="limit">The most passages.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<IReadOnlyList<QueuedPassage>>> GetFactCheckQueueAsync(
        string? desk = null,
        long? limit = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<IReadOnlyList<QueuedPassage>>(
            ApiRequest.Get("fact-checks/queue", ("desk", desk), ("limit", limit)),
            cancellationToken
        );
}
