using System.Runtime.CompilerServices;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>Stores evidence files in a directory, in folders named after the first two digits of their digests.</summary>
/// <param name="directory">The directory.</param>
public sealed class DirectoryEvidenceStore(string directory) : IEvidenceStore
{
    private const int FolderDigits = 2;

    /// <inheritdoc/>
    public Task SaveAsync(string digest, string path, CancellationToken cancellationToken)
    {
        // A rename in one file system: the file is there whole or not at all.
        var stored = PathOf(digest);
        Directory.CreateDirectory(Path.GetDirectoryName(stored)!);
        File.Move(path, stored, overwrite: true);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string digest, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(
                    PathOf(digest),
                    new FileStreamOptions
                    {
                        Mode = FileMode.Open,
                        Access = FileAccess.Read,
                        Share = FileShare.Read | FileShare.Delete,
                        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                    }
                )
            );
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> FindTimeAsync(string digest, CancellationToken cancellationToken) =>
        Task.FromResult(new FileInfo(PathOf(digest)) is { Exists: true } file ? TimeOf(file) : (DateTimeOffset?)null);

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredContent> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var folders = Directory.Exists(directory) ? new DirectoryInfo(directory).EnumerateDirectories() : [];
        foreach (var file in folders.Where(folder => folder.Name.Length == FolderDigits).SelectMany(folder => folder.EnumerateFiles()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.Exists)
            {
                yield return new StoredContent(file.Name, TimeOf(file));
            }
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string digest, CancellationToken cancellationToken)
    {
        if (File.Exists(PathOf(digest)))
        {
            File.Delete(PathOf(digest));
        }

        return Task.CompletedTask;
    }

    private static DateTimeOffset TimeOf(FileInfo file) => new(file.LastWriteTimeUtc, TimeSpan.Zero);

    private string PathOf(string digest) => Path.Combine(directory, digest[..FolderDigits], digest);
}
