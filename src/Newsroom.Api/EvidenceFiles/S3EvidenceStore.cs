using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>Stores evidence files in a bucket of S3-compatible storage, under their digests.</summary>
/// <param name="client">The client.</param>
/// <param name="bucket">The bucket; it exists.</param>
public sealed class S3EvidenceStore(IAmazonS3 client, string bucket) : IEvidenceStore
{
    private const string Prefix = "evidence/";

    /// <inheritdoc/>
    public Task SaveAsync(string digest, string path, CancellationToken cancellationToken) =>
        client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = Prefix + digest,
                FilePath = path,
                // Signed as a whole: not every storage reads bodies that are signed in chunks.
                UseChunkEncoding = false,
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string digest, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.GetObjectAsync(bucket, Prefix + digest, cancellationToken)).ResponseStream;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string digest, CancellationToken cancellationToken) =>
        client.DeleteObjectAsync(bucket, Prefix + digest, cancellationToken);
}
