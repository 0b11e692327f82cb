namespace Newsroom.Client.Http;

/// <summary>Configures a client.</summary>
public sealed record NewsroomClientOptions
{
    /// <summary>Returns the bearer token of each request; null sends none.</summary>
    public Func<CancellationToken, ValueTask<string?>> TokenProvider { get; init; } = _ => ValueTask.FromResult<string?>(null);

    /// <summary>
    /// The number of times that a request is repeated when the server answers 429, or 503 to a safe request, with <c>Retry-After</c>.
    /// </summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>The longest <c>Retry-After</c> that the client waits; a longer one is thrown as an <see cref="ApiException"/>.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock that delays are measured by.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Whether commands are decided only, and nothing is stored: <see cref="ApiResponse{T}.Preview"/> has what they would do. Reads are not
    /// affected.
    /// </summary>
    public bool Preview { get; init; }

    /// <summary>
    /// The last event that the client recorded. Its reads have at least that event, also where the server reads a replica.
    /// </summary>
    public RecordedPosition Position { get; init; } = new();

    /// <summary>Creates options with a fixed token.</summary>
    public static NewsroomClientOptions WithToken(string? token) => new() { TokenProvider = _ => ValueTask.FromResult(token) };
}
