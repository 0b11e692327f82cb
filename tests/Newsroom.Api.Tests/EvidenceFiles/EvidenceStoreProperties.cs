using CsCheck;
using Newsroom.Api.EvidenceFiles;

namespace Newsroom.Api.Tests.EvidenceFiles;

/// <summary>A store of files behaves as a set of contents, in any order of operations, in a directory and in a bucket.</summary>
public sealed class EvidenceStoreProperties
{
    private const int InDirectory = 200;

    private const int InBucket = 20;

    private static readonly TestFile[] Files = [TestFile.Of("one"), TestFile.Of("two"), TestFile.Of(new string('3', 200_000))];

    private static readonly Gen<(Operation Operation, int File)[]> Operations = Gen.Select(
        Gen.Enum<Operation>(),
        Gen.Int[0, Files.Length - 1]
    ).Array[1, 20];

    private enum Operation
    {
        Save,
        Open,
        FindTime,
        List,
        Delete,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_directory_behaves_as_a_set() =>
        Operations.Sample(
            operations =>
            {
                var folder = Directory.CreateTempSubdirectory("newsroom-store-");
                try
                {
                    var storage = new EvidenceStorage(
                        new DirectoryEvidenceStore(folder.FullName),
                        Path.Combine(folder.FullName, "incoming")
                    );
                    RunAsync(storage, operations).GetAwaiter().GetResult();
                }
                finally
                {
                    folder.Delete(recursive: true);
                }
            },
            iter: InDirectory
        );

    [Fact]
    public async Task A_bucket_behaves_as_a_set()
    {
        await using var bucket = await TestBucket.CreateAsync(Cancellation);
        Operations.Sample(
            operations =>
            {
                RunAsync(bucket.Storage, operations).GetAwaiter().GetResult();
                foreach (var file in Files)
                {
                    bucket.Storage.Store.DeleteAsync(file.Digest, Cancellation).GetAwaiter().GetResult();
                }
            },
            iter: InBucket,
            threads: 1
        );
    }

    private static async Task RunAsync(EvidenceStorage storage, (Operation Operation, int File)[] operations)
    {
        var (store, expected) = (storage.Store, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var (operation, number) in operations)
        {
            var file = Files[number];
            switch (operation)
            {
                case Operation.Save:
                    await file.SaveAsync(storage, Cancellation);
                    expected.Add(file.Digest);
                    break;
                case Operation.Delete:
                    await store.DeleteAsync(file.Digest, Cancellation);
                    expected.Remove(file.Digest);
                    break;
                case Operation.Open:
                    (await file.IsStoredAsync(store, Cancellation)).ShouldBe(expected.Contains(file.Digest));
                    break;
                case Operation.FindTime:
                    (await store.FindTimeAsync(file.Digest, Cancellation) is not null).ShouldBe(expected.Contains(file.Digest));
                    break;
                default:
                    (await store.ListAsync(Cancellation).Select(stored => stored.Digest).Order().ToListAsync(Cancellation)).ShouldBe(
                        expected
                    );
                    break;
            }
        }
    }
}
