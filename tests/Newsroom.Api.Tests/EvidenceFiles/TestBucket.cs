using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Configuration;
using Newsroom.Api.EvidenceFiles;

namespace Newsroom.Api.Tests.EvidenceFiles;

/// <summary>A bucket of the server that <c>NEWSROOM_TEST_S3</c> names, with the key and secret <c>S3RVER</c>.</summary>
internal sealed class TestBucket : IAsyncDisposable
{
    private const string Account = "S3RVER";

    private readonly AmazonS3Client admin;
    private readonly string name = $"newsroom-{Guid.NewGuid():N}";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsroom-s3-");

    private TestBucket(string server)
    {
        admin = new AmazonS3Client(
            new BasicAWSCredentials(Account, Account),
            new AmazonS3Config { ServiceURL = server, ForcePathStyle = true }
        );
        Storage = EvidenceStorage.Of(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        [EvidenceStorage.DirectorySetting] = folder.FullName,
                        ["Evidence:S3:Bucket"] = name,
                        ["Evidence:S3:ServiceUrl"] = server,
                        ["Evidence:S3:AccessKey"] = Account,
                        ["Evidence:S3:SecretKey"] = Account,
                    }
                )
                .Build()
        );
    }

    /// <summary>Gets the storage as a host configures it.</summary>
    public EvidenceStorage Storage { get; }

    /// <summary>Creates a bucket; skips the test if there is no server.</summary>
    public static async Task<TestBucket> CreateAsync(CancellationToken cancellationToken)
    {
        var server = Environment.GetEnvironmentVariable("NEWSROOM_TEST_S3");
        Assert.SkipWhen(server is null, "NEWSROOM_TEST_S3 names no S3-compatible server.");
        var bucket = new TestBucket(server);
        await bucket.admin.PutBucketAsync(bucket.name, cancellationToken);
        return bucket;
    }

    public async ValueTask DisposeAsync()
    {
        await foreach (var stored in Storage.Store.ListAsync(CancellationToken.None))
        {
            await Storage.Store.DeleteAsync(stored.Digest, CancellationToken.None);
        }

        await admin.DeleteBucketAsync(name);
        admin.Dispose();
        folder.Delete(recursive: true);
    }
}
