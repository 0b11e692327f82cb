using System.Collections.Immutable;
using System.IO.Compression;

namespace Newsroom.Evidence.Bundles;

/// <summary>
/// Reads and writes a bundle as a zip archive. Reading treats the archive as untrusted: it bounds names, counts and sizes by the actual
/// content.
/// </summary>
public static class BundleArchive
{
    /// <summary>The maximum size of an archive in bytes.</summary>
    public const long MaxArchiveBytes = 512L << 20;

    /// <summary>The maximum unpacked size of all files in bytes.</summary>
    public const long MaxContentBytes = 1L << 30;

    /// <summary>The maximum number of files.</summary>
    public const int MaxFiles = 200_000;

    private const int MaxNameLength = 100;

    /// <summary>Writes an archive. The output is deterministic for the same files and time.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, byte[]>> files, DateTimeOffset made)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = made;
                using var target = entry.Open();
                target.Write(content);
            }
        }

        return archive.ToArray();
    }

    /// <summary>Reads an archive into memory, without writing to disk.</summary>
    /// <exception cref="FormatException">The file is not a bundle archive, is damaged or truncated, or exceeds a limit.</exception>
    public static ImmutableSortedDictionary<string, byte[]> Read(Stream archive, long maxContentBytes = MaxContentBytes)
    {
        if (archive.Length > MaxArchiveBytes)
        {
            throw new FormatException($"The archive has {archive.Length:N0} bytes; at most {MaxArchiveBytes:N0} are accepted.");
        }

        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        try
        {
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MaxFiles)
            {
                throw new FormatException($"The archive contains {zip.Entries.Count:N0} files; at most {MaxFiles:N0} are accepted.");
            }

            foreach (var entry in zip.Entries)
            {
                if (entry.FullName.EndsWith('/') && IsHarmless(entry.FullName[..^1]))
                {
                    // A directory entry, which some tools write.
                    continue;
                }

                if (!IsHarmless(entry.FullName))
                {
                    var name = entry.FullName.Length > MaxNameLength ? entry.FullName[..MaxNameLength] : entry.FullName;
                    throw new FormatException($"The archive contains a file named “{name}”, which is not a file of a bundle.");
                }

                var content = Unpack(entry, maxContentBytes);
                maxContentBytes -= content.Length;
                if (!files.TryAdd(entry.FullName, content))
                {
                    throw new FormatException($"The archive contains two files named “{entry.FullName}”.");
                }
            }
        }
        catch (Exception problem)
            when (problem is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            throw new FormatException($"The archive is not a bundle, or is damaged or truncated: {problem.Message}", problem);
        }

        return files.ToImmutable();
    }

    private static byte[] Unpack(ZipArchiveEntry entry, long max)
    {
        using var source = entry.Open();
        using var content = new MemoryStream();
        var piece = new byte[81920];
        while (source.Read(piece) is > 0 and var read)
        {
            if (content.Length + read > max)
            {
                throw new FormatException("The archive unpacks to more than is accepted.");
            }

            content.Write(piece, 0, read);
        }

        return content.ToArray();
    }

    /// <summary>Allows lower-case words, digits, points and hyphens in at most two segments: no path traversal.</summary>
    private static bool IsHarmless(string name) =>
        name.Length <= MaxNameLength
        && name.Split('/') is { Length: 1 or 2 } steps
        && steps.All(step => step.Length > 0 && step[0] != '.' && step.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'));
}
