using Newsroom.Client.Http;
using Newsroom.Domain.Stories;

namespace Newsroom.Client.Stories;

/// <summary>Reads stories and sends story commands.</summary>
public sealed class StoriesClient
{
    private readonly ApiConnection connection;

    internal StoriesClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Begins a story.</summary>
    /// <param name="command">The command.</param>
    /// <param name="idempotencyKey">Repeating the command with the same key carries it out once.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<CommandResult>> DraftAsync(
        StoryCommand.DraftArticle command,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => SendAsync("stories", command, idempotencyKey, cancellationToken);

    /// <summary>Begins a story with a command that is named as the API names it: <c>draft-article</c>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="idempotencyKey">Repeating the command with the same key carries it out once.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<CommandResult>> DraftAsync(
        NamedCommand command,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => connection.SendAsync<CommandResult>(RequestOf("stories", command, idempotencyKey), cancellationToken);

    /// <summary>
    /// Sends a command to a story. <see cref="StoryCommand.BasedOn"/> is sent as <c>If-Match</c>; <see cref="StoryCommand.As"/> names the
    /// role.
    /// </summary>
    /// <param name="storyId">The story.</param>
    /// <param name="command">Any command but <see cref="StoryCommand.DraftArticle"/>.</param>
    /// <param name="idempotencyKey">Repeating the command with the same key carries it out once.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<CommandResult>> SendAsync(
        StoryKey storyId,
        StoryCommand command,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    )
    {
        if (command is StoryCommand.DraftArticle)
        {
            throw new ArgumentException($"{nameof(StoryCommand.DraftArticle)} begins a story: use {nameof(DraftAsync)}.", nameof(command));
        }

        return SendAsync(storyId.Path, command, idempotencyKey, cancellationToken);
    }

    /// <summary>Sends a command that is named as the API names it.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="command">Any command but <c>draft-article</c>.</param>
    /// <param name="idempotencyKey">Repeating the command with the same key carries it out once.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The name is not one of a command.</exception>
    public Task<ApiResponse<CommandResult>> SendAsync(
        StoryKey storyId,
        NamedCommand command,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => connection.SendAsync<CommandResult>(RequestOf(storyId.Path, command, idempotencyKey), cancellationToken);

    /// <summary>Returns what a command that is named as the API names it would do; nothing is stored.</summary>
    public Task<ApiResponse<CommandPreview>> PreviewAsync(
        StoryKey storyId,
        NamedCommand command,
        CancellationToken cancellationToken = default
    ) => connection.SendAsync<CommandPreview>(RequestOf(storyId.Path, command, null) with { Preview = true }, cancellationToken);

    /// <summary>Returns what a command to a story would do; nothing is stored.</summary>
    public Task<ApiResponse<CommandPreview>> PreviewAsync(
        StoryKey storyId,
        StoryCommand command,
        CancellationToken cancellationToken = default
    ) => connection.SendAsync<CommandPreview>(RequestOf(storyId.Path, command, null) with { Preview = true }, cancellationToken);

    /// <summary>Reads a story now or at a point in time.</summary>
    public Task<ApiResponse<StoryDetails>> GetAsync(
        StoryKey storyId,
        PointInTime? point = null,
        CancellationToken cancellationToken = default
    ) => connection.SendAsync<StoryDetails>(ApiRequest.Get(storyId.Path, PointInTime.Parameters(point)), cancellationToken);

    /// <summary>Reads one page of a story's history, oldest first.</summary>
    public Task<ApiResponse<Page<HistoryEntry>>> GetHistoryAsync(
        StoryKey storyId,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<HistoryEntry>>(
            ApiRequest.Get($"{storyId.Path}/history", (page ?? new PageRequest()).Parameters),
            cancellationToken
        );

    /// <summary>Reads a story's whole history, page by page.</summary>
    public IAsyncEnumerable<HistoryEntry> GetAllHistoryAsync(StoryKey storyId, CancellationToken cancellationToken = default) =>
        PageRequest.ReadAllAsync(page => GetHistoryAsync(storyId, page, cancellationToken), cancellationToken);

    /// <summary>Reads one page of a story's versions, oldest first, without their content.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="editions">Whether only versions that published an edition are read.</param>
    /// <param name="page">The page; its cursor is the version after which it begins.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<Page<TimelineStep>>> GetTimelineAsync(
        StoryKey storyId,
        bool editions = false,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<TimelineStep>>(
            ApiRequest.Get(
                $"{storyId.Path}/timeline",
                [("editions", editions ? "true" : null), .. (page ?? new PageRequest()).Parameters]
            ),
            cancellationToken
        );

    /// <summary>Compares a story at two points in time.</summary>
    public Task<ApiResponse<StoryDiff>> GetDiffAsync(StoryKey storyId, DiffRange range, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(range);
        return connection.SendAsync<StoryDiff>(ApiRequest.Get($"{storyId.Path}/diff", range.Parameters), cancellationToken);
    }

    /// <summary>Reads one page of who wrote which words, with the checks that cover them.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="point">The version or time; now where it is null.</param>
    /// <param name="page">The page; at most 1,000 spans.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<StoryBlame>> GetBlameAsync(
        StoryKey storyId,
        PointInTime? point = null,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<StoryBlame>(
            ApiRequest.Get($"{storyId.Path}/blame", [.. PointInTime.Parameters(point), .. (page ?? new PageRequest()).Parameters]),
            cancellationToken
        );

    /// <summary>Reads all pages of who wrote which words, of the version that the first page has.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="point">The version or time; now where it is null.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public IAsyncEnumerable<ApiResponse<StoryBlame>> GetBlamePagesAsync(
        StoryKey storyId,
        PointInTime? point = null,
        CancellationToken cancellationToken = default
    )
    {
        return PageRequest.ReadPagesAsync(ReadAsync, limit: null, cancellationToken);

        async Task<ApiResponse<StoryBlame>> ReadAsync(PageRequest page)
        {
            var read = await GetBlameAsync(storyId, point, page, cancellationToken);
            point ??= new PointInTime(read.Value.Version);
            return read;
        }
    }

    /// <summary>Reads the outcome of every publication gate.</summary>
    public Task<ApiResponse<GateReport>> GetGatesAsync(StoryKey storyId, CancellationToken cancellationToken = default) =>
        connection.SendAsync<GateReport>(ApiRequest.Get($"{storyId.Path}/gates"), cancellationToken);

    /// <summary>Reads one page of the text in quotation marks.</summary>
    public Task<ApiResponse<QuotedText>> GetQuotedAsync(
        StoryKey storyId,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<QuotedText>(
            ApiRequest.Get($"{storyId.Path}/quoted", (page ?? new PageRequest()).Parameters),
            cancellationToken
        );

    /// <summary>Reads the proposed speakers of unmarked quotations, and the sentences proposed to be checked.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="limit">The number of sentences; 50 by default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<StoryProposals>> GetProposalsAsync(
        StoryKey storyId,
        int? limit = null,
        CancellationToken cancellationToken = default
    ) => connection.SendAsync<StoryProposals>(ApiRequest.Get($"{storyId.Path}/proposals", [("limit", limit)]), cancellationToken);

    /// <summary>Reads a quote or claim with one page of what happened to it, oldest first.</summary>
    public Task<ApiResponse<PassageHistory>> GetPassageAsync(
        StoryKey storyId,
        string passage,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<PassageHistory>(
            ApiRequest.Get($"{storyId.Path}/passages/{Uri.EscapeDataString(passage)}", (page ?? new PageRequest()).Parameters),
            cancellationToken
        );

    /// <summary>Reads one page of the phrases that stories dismissed, latest first.</summary>
    public Task<ApiResponse<Page<DismissedPhrase>>> GetDismissedPhrasesAsync(
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<DismissedPhrase>>(
            ApiRequest.Get("dismissed-phrases", (page ?? new PageRequest()).Parameters),
            cancellationToken
        );

    /// <summary>Reads all phrases that stories dismissed, page by page.</summary>
    public IAsyncEnumerable<DismissedPhrase> GetAllDismissedPhrasesAsync(CancellationToken cancellationToken = default) =>
        PageRequest.ReadAllAsync(page => GetDismissedPhrasesAsync(page, cancellationToken), cancellationToken);

    private Task<ApiResponse<CommandResult>> SendAsync(
        string path,
        StoryCommand command,
        string? idempotencyKey,
        CancellationToken cancellationToken
    ) => connection.SendAsync<CommandResult>(RequestOf(path, command, idempotencyKey), cancellationToken);

    private static ApiRequest RequestOf(string path, StoryCommand command, string? idempotencyKey)
    {
        ArgumentNullException.ThrowIfNull(command);
        var request = ApiRequest.PostJson($"{path}/{CommandCatalog.Of(command).Name}", CommandJson.Write(command), idempotencyKey);
        return request with { IfMatch = command.BasedOn };
    }

    private static ApiRequest RequestOf(string path, NamedCommand command, string? idempotencyKey)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Name.Length == 0 || !command.Name.All(c => c is '-' or (>= 'a' and <= 'z')))
        {
            throw new ArgumentException("The name of a command has lower-case letters and hyphens.", nameof(command));
        }

        return ApiRequest.Post($"{path}/{command.Name}", command.Body, idempotencyKey) with
        {
            IfMatch = command.BasedOn,
        };
    }
}
