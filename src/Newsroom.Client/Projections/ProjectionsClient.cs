using Newsroom.Client.Http;

namespace Newsroom.Client.Projections;

/// <summary>Verifies and rebuilds projections.</summary>
public sealed class ProjectionsClient
{
    private readonly ApiConnection connection;

    internal ProjectionsClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Compares projections with the events; each result is further than the one before.</summary>
    /// <param name="views">The projections; all when empty.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public IAsyncEnumerable<ViewReport> VerifyAsync(IReadOnlyCollection<string> views, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(views);
        var names = views.Count == 0 ? null : string.Join(',', views);
        var request = ApiRequest.Get("views/verify-views", ("views", names));
        return connection.ReadLinesAsync<ViewReport>(request, cancellationToken);
    }

    /// <summary>Rebuilds projections from the events while they are served; each result is further than the one before.</summary>
    /// <param name="views">The projections; all when empty.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public IAsyncEnumerable<ViewReport> RebuildAsync(IReadOnlyCollection<string> views, CancellationToken cancellationToken = default) =>
        connection.ReadLinesAsync<ViewReport>(
            ApiRequest.Post("views/rebuild-views", new { views }, idempotencyKey: null),
            cancellationToken
        );
}
