using Newsroom.Client.Http;

namespace Newsroom.Client.Numbers;

/// <summary>Reads how the work of desks goes.</summary>
public sealed class NumbersClient
{
    private readonly ApiConnection connection;

    internal NumbersClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Reads time to verify, lapsed verdicts, corrections and refusals by week.</summary>
    /// <param name="desk">Only the numbers of this desk; null for all desks.</param>
    /// <param name="from">The first week, such as <c>2026-W37</c>; null for twelve weeks in all.</param>
    /// <param name="to">The last week, included; null for the present one.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<NumbersReport>> GetAsync(
        string? desk = null,
        string? from = null,
        string? to = null,
        CancellationToken cancellationToken = default
    ) => connection.SendAsync<NumbersReport>(ApiRequest.Get("numbers", ("desk", desk), ("from", from), ("to", to)), cancellationToken);
}
