using System.Text.Json.Nodes;
using Newsroom.Client.Http;

namespace Newsroom.Client.Imports;

/// <summary>Imports histories from other systems.</summary>
public sealed class ImportsClient
{
    private readonly ApiConnection connection;

    internal ImportsClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Imports changes of files; changes that were imported before are passed over.</summary>
    /// <param name="request">
    /// The files and their changes, as the API documents them. Without files, only the desk and the role are checked.
    /// </param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<ImportResult>> ImportHistoryAsync(JsonObject request, CancellationToken cancellationToken = default) =>
        connection.SendAsync<ImportResult>(ApiRequest.Post("stories/import-history", request, idempotencyKey: null), cancellationToken);
}
