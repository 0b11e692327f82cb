namespace Newsroom.Api.EvidenceFiles;

/// <summary>Stores the content of evidence files by its digest. Digests are verified before.</summary>
public interface IEvidenceStore
{
    /// <summary>Stores a file. A file that is stored already is not changed.</summary>
    /// <param name="digest">The digest of the content.</param>
    /// <param name="path">A local file with the content, which may be moved.</param>
    /// <param name="cancellationToken">Cancels the transfer.</param>
    Task SaveAsync(string digest, string path, CancellationToken cancellationToken);

    /// <summary>Opens a file; null where it is not stored.</summary>
    Task<Stream?> OpenAsync(string digest, CancellationToken cancellationToken);

    /// <summary>Returns when a file was stored; null where it is not stored.</summary>
    Task<DateTimeOffset?> FindTimeAsync(string digest, CancellationToken cancellationToken);

    /// <summary>Lists all files, in any order. Files that are stored or deleted meanwhile may be in the list or not.</summary>
    IAsyncEnumerable<StoredContent> ListAsync(CancellationToken cancellationToken);

    /// <summary>Deletes a file, if it is stored.</summary>
    Task DeleteAsync(string digest, CancellationToken cancellationToken);
}

/// <summary>The content of a file.</summary>
/// <param name="Digest">The digest that it is stored under.</param>
/// <param name="Stored">When it was stored last.</param>
public readonly record struct StoredContent(string Digest, DateTimeOffset Stored);
