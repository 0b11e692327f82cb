using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Newsroom.Api.EvidenceFiles;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Tests.EvidenceFiles;

/// <summary>Files in S3-compatible storage. The server is that of <c>NEWSROOM_TEST_S3</c>, with the key and secret <c>S3RVER</c>.</summary>
public sealed class S3EvidenceStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_stored_opened_and_deleted()
    {
        await using var bucket = await TestBucket.CreateAsync(Cancellation);
        var store = bucket.Storage.Store.ShouldBeOfType<S3EvidenceStore>();
        var content = RandomNumberGenerator.GetBytes(20 * 1024 * 1024);
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        Directory.CreateDirectory(bucket.Storage.Incoming);
        var path = Path.Combine(bucket.Storage.Incoming, "upload");
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
    }

    [Fact]
    public void A_bucket_without_its_credentials_stops_the_host()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Evidence:S3:Bucket", "evidence")]).Build();
        Should.Throw<SettingsException>(() => EvidenceStorage.Of(settings)).Message.ShouldContain("Evidence:S3:AccessKey");
    }
}
