using System.Security.Cryptography;
using Amazon.S3;
using Microsoft.Extensions.Configuration;
using Newsroom.Api.EvidenceFiles;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Tests.EvidenceFiles;

/// <summary>Files in S3-compatible storage. The server is that of <c>NEWSROOM_TEST_S3</c>, with the key and secret <c>S3RVER</c>.</summary>
public sealed class S3EvidenceStoreTests
{
    private const string Account = "S3RVER";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_stored_opened_and_deleted()
    {
        var server = Environment.GetEnvironmentVariable("NEWSROOM_TEST_S3");
        Assert.SkipWhen(server is null, "NEWSROOM_TEST_S3 names no S3-compatible server.");
        var (bucket, folder) = ($"newsroom-{Guid.NewGuid():N}", Directory.CreateTempSubdirectory("newsroom-s3-").FullName);
        using var admin = new AmazonS3Client(
            new Amazon.Runtime.BasicAWSCredentials(Account, Account),
            new AmazonS3Config { ServiceURL = server, ForcePathStyle = true }
        );
        await admin.PutBucketAsync(bucket, Cancellation);
        var store = EvidenceStorage
            .Of(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        new Dictionary<string, string?>
                        {
                            [EvidenceStorage.DirectorySetting] = folder,
                            ["Evidence:S3:Bucket"] = bucket,
                            ["Evidence:S3:ServiceUrl"] = server,
                            ["Evidence:S3:AccessKey"] = Account,
                            ["Evidence:S3:SecretKey"] = Account,
                        }
                    )
                    .Build()
            )
            .Store.ShouldBeOfType<S3EvidenceStore>();
        var content = RandomNumberGenerator.GetBytes(20 * 1024 * 1024);
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        var path = Path.Combine(folder, "upload");
        await File.WriteAllBytesAsync(path, content, Cancellation);

        (await store.OpenAsync(digest, Cancellation)).ShouldBeNull();
        await store.SaveAsync(digest, path, Cancellation);
        await store.SaveAsync(digest, path, Cancellation);
        await using (var read = (await store.OpenAsync(digest, Cancellation))!)
        {
            Convert.ToHexStringLower(await SHA256.HashDataAsync(read, Cancellation)).ShouldBe(digest);
        }

        await store.DeleteAsync(digest, Cancellation);
        await store.DeleteAsync(digest, Cancellation);
        (await store.OpenAsync(digest, Cancellation)).ShouldBeNull();
        await admin.DeleteBucketAsync(bucket, Cancellation);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_bucket_without_its_credentials_stops_the_host()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Evidence:S3:Bucket", "evidence")]).Build();
        Should.Throw<SettingsException>(() => EvidenceStorage.Of(settings)).Message.ShouldContain("Evidence:S3:AccessKey");
    }
}
