using Newsroom.Client.Http;

namespace Newsroom.Client.Erasures;

/// <summary>Reads, requests and decides erasures.</summary>
public sealed class ErasuresClient
{
    private readonly ApiConnection connection;

    internal ErasuresClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Reads all requests for erasure.</summary>
    public Task<ApiResponse<Page<ErasureDetails>>> ListAsync(CancellationToken cancellationToken = default) =>
        connection.SendAsync<Page<ErasureDetails>>(ApiRequest.Get("erasures"), cancellationToken);

    /// <summary>Requests an erasure.</summary>
    public Task<ApiResponse<ErasureDetails>> RequestAsync(
        ErasureRequest request,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => connection.SendAsync<ErasureDetails>(ApiRequest.Post("erasures/request-erasure", request, idempotencyKey), cancellationToken);

    /// <summary>Approves an erasure; it is carried out at once and cannot be undone.</summary>
    public Task<ApiResponse<ErasureDetails>> ApproveAsync(
        Guid erasure,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<ErasureDetails>(
            ApiRequest.Post($"erasures/{erasure}/approve-erasure", new { }, idempotencyKey),
            cancellationToken
        );

    /// <summary>Rejects an erasure.</summary>
    public Task<ApiResponse<ErasureDetails>> RejectAsync(
        Guid erasure,
        string reason,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<ErasureDetails>(
            ApiRequest.Post($"erasures/{erasure}/reject-erasure", new { reason }, idempotencyKey),
            cancellationToken
        );
}
