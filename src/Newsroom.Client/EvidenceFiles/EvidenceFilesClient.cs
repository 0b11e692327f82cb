using Newsroom.Client.Http;

namespace Newsroom.Client.EvidenceFiles;

/// <summary>Stores and reads files of evidence.</summary>
public sealed class EvidenceFilesClient
{
    private readonly ApiConnection connection;

    internal EvidenceFilesClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Stores a file under its digest; storing it again changes nothing.</summary>
    /// <param name="sha256">The SHA-256 digest of the content: 64 lower-case hexadecimal digits.</param>
    /// <param name="open">Opens the content, once for each attempt.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="confidential">Whether each read is recorded; null leaves a stored file as it is.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ApiResponse<EvidenceFileDetails>> PutAsync(
        string sha256,
        Func<Stream> open,
        string? name = null,
        bool? confidential = null,
        CancellationToken cancellationToken = default
    )
    {
        var path = QueryString.Append(PathOf(sha256), [("name", name), ("confidential", confidential is true ? "true" : null)]);
        return connection.SendAsync<EvidenceFileDetails>(new ApiRequest(HttpMethod.Put, path) { Content = open }, cancellationToken);
    }

    /// <summary>Copies the content of a file to a stream. The server records a read of a confidential file.</summary>
    public Task CopyToAsync(string sha256, Stream destination, CancellationToken cancellationToken = default) =>
        connection.CopyAsync(ApiRequest.Get(PathOf(sha256)), destination, cancellationToken);

    private static string PathOf(string sha256) => $"evidence/{Uri.EscapeDataString(sha256)}";
}

/// <summary>A file of evidence.</summary>
/// <param name="Id">The SHA-256 digest of its content.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="MediaType">The type of its content.</param>
/// <param name="Confidential">Whether each read of it is recorded.</param>
/// <param name="Name">The file's name.</param>
public sealed record EvidenceFileDetails(string Id, long Bytes, string MediaType, bool Confidential, string Name = "");
