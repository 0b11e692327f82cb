using System.Net;
using System.Runtime.CompilerServices;
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
    public async Task<DateTimeOffset?> FindTimeAsync(string digest, CancellationToken cancellationToken)
    {
        try
        {
            return TimeOf((await client.GetObjectMetadataAsync(bucket, Prefix + digest, cancellationToken)).LastModified);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredContent> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = Prefix };
        do
        {
            var page = await client.ListObjectsV2Async(request, cancellationToken);
            foreach (var stored in page.S3Objects ?? [])
            {
                yield return new StoredContent(stored.Key[Prefix.Length..], TimeOf(stored.LastModified));
            }

            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        } while (request.ContinuationToken is not null);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string digest, CancellationToken cancellationToken) =>
        client.DeleteObjectAsync(bucket, Prefix + digest, cancellationToken);

    // Content of an unknown age is taken for new, so it is kept.
    private static DateTimeOffset TimeOf(DateTime? modified) =>
        modified is { } time ? new DateTimeOffset(time.ToUniversalTime()) : DateTimeOffset.MaxValue;
}
