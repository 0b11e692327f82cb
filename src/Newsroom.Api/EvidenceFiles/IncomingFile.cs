using System.Security.Cryptography;
using Newsroom.Domain.EvidenceFiles;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>An upload, in a local file with a random name. It is deleted unless a store took it.</summary>
public sealed class IncomingFile : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private IncomingFile(string path) => Path = path;

    /// <summary>Gets the local file.</summary>
    public string Path { get; }

    /// <summary>Gets the number of bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Gets the type of the content.</summary>
    public string MediaType { get; private set; } = "";

    private string Digest { get; set; } = "";

    /// <summary>Reads an upload while it arrives, and computes its digest. Stops after <see cref="EvidenceFile.MaxBytes"/>.</summary>
    public static async Task<IncomingFile> ReadAsync(Stream content, string directory, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        var file = new IncomingFile(System.IO.Path.Combine(directory, System.IO.Path.GetRandomFileName()));
        try
        {
            await file.CopyAsync(content, cancellationToken);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Refuses content that is empty, too large, or has another digest; null where it is the file.</summary>
    public Refusal? Refuse(string digest)
    {
        if (Bytes > EvidenceFile.MaxBytes)
        {
            return TooLarge;
        }

        if (Bytes == 0)
        {
            return Refusal.Rule("evidence-file-empty", "The body is empty. Send the content of the file.");
        }

        return Digest == digest
            ? null
            : Refusal.Rule("evidence-digest-mismatch", $"The content has the digest {Digest}, not {digest}. Nothing was stored.");
    }

    /// <summary>Gets the refusal of a file that is too large.</summary>
    public static Refusal TooLarge { get; } =
        Refusal.TooLarge("evidence-file-too-large", $"The file is too large. Accepted: at most {EvidenceFile.MaxBytes:N0} bytes.");

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);

    private async Task CopyAsync(Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(
            Path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.Asynchronous,
                BufferSize = 0,
            }
        );
        var (buffer, beginning) = (new byte[BufferSize], new List<byte>(MediaTypes.Length));
        while (Bytes <= EvidenceFile.MaxBytes && await content.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            var read = buffer.AsMemory(0, count);
            hash.AppendData(read.Span);
            beginning.AddRange(read.Span[..Math.Min(count, MediaTypes.Length - beginning.Count)]);
            await file.WriteAsync(read, cancellationToken);
            Bytes += count;
        }

        file.Flush(flushToDisk: true);
        Digest = Convert.ToHexStringLower(hash.GetHashAndReset());
        MediaType = MediaTypes.Of([.. beginning]);
    }
}
