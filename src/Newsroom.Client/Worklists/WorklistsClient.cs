using Newsroom.Client.Http;

namespace Newsroom.Client.Worklists;

/// <summary>Reads story lists, desk boards and the fact-check queue.</summary>
public sealed class WorklistsClient
{
    private readonly ApiConnection connection;

    internal WorklistsClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Reads one page of the stories that match a query: latest changed first, or by rank where it has words.</summary>
    /// <remarks>A page of a search may have fewer items than asked for, even none, although <c>Next</c> is given.</remarks>
    public Task<ApiResponse<Page<StoryCard>>> FindStoriesAsync(
        StoryQuery? query = null,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<StoryCard>>(
            ApiRequest.Get("stories", [.. (query ?? new StoryQuery()).Parameters, .. (page ?? new PageRequest()).Parameters]),
            cancellationToken
        );

    /// <summary>Reads all stories that match a query, page by page.</summary>
    public IAsyncEnumerable<StoryCard> FindAllStoriesAsync(StoryQuery? query = null, CancellationToken cancellationToken = default) =>
        PageRequest.ReadAllAsync(page => FindStoriesAsync(query, page, cancellationToken), cancellationToken);

    /// <summary>Reads one page of the stories that changed since a time, in the order of the record.</summary>
    /// <remarks>
    /// <c>Next</c> is always given. Continue with it as <see cref="PageRequest.After"/>, at once or later; an empty page without another
    /// position is the end. Every change is in a page; a story may be in several.
    /// </remarks>
    public Task<ApiResponse<Page<StoryCard>>> GetChangedStoriesAsync(
        DateTimeOffset since,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<StoryCard>>(
            ApiRequest.Get("stories", [("since", since), .. (page ?? new PageRequest()).Parameters]),
            cancellationToken
        );

    /// <summary>Reads who the caller is.</summary>
    public Task<ApiResponse<Me>> GetMeAsync(CancellationToken cancellationToken = default) =>
        connection.SendAsync<Me>(ApiRequest.Get("me"), cancellationToken);

    /// <summary>Reads one page of the work that waits for the caller, by priority, then oldest first.</summary>
    public Task<ApiResponse<Page<WorkItem>>> GetMyWorkAsync(
        WorkQuery? query = null,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<WorkItem>>(
            ApiRequest.Get("me/work", [.. (query ?? new WorkQuery()).Parameters, .. (page ?? new PageRequest()).Parameters]),
            cancellationToken
        );

    /// <summary>Reads all work that waits for the caller, page by page.</summary>
    public IAsyncEnumerable<WorkItem> GetAllMyWorkAsync(WorkQuery? query = null, CancellationToken cancellationToken = default) =>
        PageRequest.ReadAllAsync(page => GetMyWorkAsync(query, page, cancellationToken), cancellationToken);

    /// <summary>Reads all desks.</summary>
    public Task<ApiResponse<Page<BoardDesk>>> GetDesksAsync(CancellationToken cancellationToken = default) =>
        connection.SendAsync<Page<BoardDesk>>(ApiRequest.Get("desks"), cancellationToken);

    /// <summary>Reads the people who work here.</summary>
    public Task<ApiResponse<Page<Colleague>>> GetColleaguesAsync(CancellationToken cancellationToken = default) =>
        connection.SendAsync<Page<Colleague>>(ApiRequest.Get("people"), cancellationToken);

    /// <summary>Reads the unfinished stories of a desk by stage.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="order">Stage, priority or due; stage by default: longest in the stage first.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<Board>> GetBoardAsync(string desk, string? order = null, CancellationToken cancellationToken = default) =>
        connection.SendAsync<Board>(ApiRequest.Get($"desks/{Uri.EscapeDataString(desk)}/board", ("order", order)), cancellationToken);

    /// <summary>Reads one page of the passages that await a check: lapsed ones first, then by waiting time.</summary>
    /// <param name="desk">Only passages of this desk.</param>
    /// <param name="page">The page.</param>
    /// <param name="order">Lapsed, priority or due; lapsed by default. Due lists passages of stories with a due time only.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<Page<QueuedPassage>>> GetFactCheckQueueAsync(
        string? desk = null,
        PageRequest? page = null,
        string? order = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<QueuedPassage>>(
            ApiRequest.Get("fact-checks/queue", [("desk", desk), ("order", order), .. (page ?? new PageRequest()).Parameters]),
            cancellationToken
        );
}
