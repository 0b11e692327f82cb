using System.Security.Cryptography;
using System.Text;
using Newsroom.Api.EvidenceFiles;

namespace Newsroom.Api.Tests.EvidenceFiles;

/// <summary>A file of a test, named by its digest.</summary>
internal sealed record TestFile(byte[] Content)
{
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));

    public static TestFile Of(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Stores the content without an event, as a host does that is killed before it appends one.</summary>
    public async Task SaveAsync(EvidenceStorage storage, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(storage.Incoming);
        var path = Path.Combine(storage.Incoming, $"{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(path, Content, cancellationToken);
        await storage.Store.SaveAsync(Digest, path, cancellationToken);
    }

    /// <summary>Returns whether the store has exactly this content.</summary>
    public async Task<bool> IsStoredAsync(IEvidenceStore store, CancellationToken cancellationToken)
    {
        await using var read = await store.OpenAsync(Digest, cancellationToken);
        return read is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(read, cancellationToken)) == Digest;
    }
}
