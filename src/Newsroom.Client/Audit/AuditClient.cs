using Newsroom.Client.Http;

namespace Newsroom.Client.Audit;

/// <summary>Reads and exports the audit trail.</summary>
public sealed class AuditClient
{
    private readonly ApiConnection connection;

    internal AuditClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Reads one page of the audit trail, newest first.</summary>
    public Task<ApiResponse<Page<AuditLine>>> ListAsync(
        AuditQuery? query = null,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<AuditLine>>(
            ApiRequest.Get("audit", [.. (query ?? new AuditQuery()).Parameters, .. (page ?? new PageRequest()).Parameters]),
            cancellationToken
        );

    /// <summary>Reads one page of the entries recorded since a time, oldest first.</summary>
    /// <remarks><c>Next</c> is always given. Continue with it as <see cref="PageRequest.After"/>; an empty page is the end.</remarks>
    public Task<ApiResponse<Page<AuditLine>>> ListSinceAsync(
        DateTimeOffset since,
        AuditQuery? query = null,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<AuditLine>>(
            ApiRequest.Get(
                "audit",
                [("since", since), .. (query ?? new AuditQuery()).Parameters, .. (page ?? new PageRequest()).Parameters]
            ),
            cancellationToken
        );

    /// <summary>Reads all entries that match a query, page by page.</summary>
    public IAsyncEnumerable<AuditLine> ListAllAsync(AuditQuery? query = null, CancellationToken cancellationToken = default) =>
        PageRequest.ReadAllAsync(page => ListAsync(query, page, cancellationToken), cancellationToken);

    /// <summary>Writes all entries that match a query to <paramref name="destination"/>.</summary>
    public Task ExportAsync(
        AuditQuery query,
        AuditExportFormat format,
        TextWriter destination,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var extension = format == AuditExportFormat.Csv ? "csv" : "jsonl";
        return connection.CopyTextAsync(ApiRequest.Get($"audit.{extension}", query.Parameters), destination, cancellationToken);
    }
}
