using System.Collections.Immutable;
using System.IO.Compression;

namespace Newsroom.Evidence.Bundles;

/// <summary>A bundle as one file, a zip. What is read is not trusted: names, numbers and sizes are bounded by what is really there, not by what the file says.</summary>
public static class BundleArchive
{
    /// <summary>The largest archive that is opened, in bytes.</summary>
    public const long LargestArchive = 512L << 20;

    /// <summary>The most bytes that all files together may unpack to.</summary>
    public const long LargestContent = 1L << 30;

    /// <summary>The most files.</summary>
    public const int MostFiles = 200_000;

    private const int LongestName = 100;

    /// <summary>Writes files as an archive; the same files at the same time give the same bytes.</summary>
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

    /// <summary>Reads an archive's files into memory; nothing is ever written to a disk.</summary>
    /// <exception cref="FormatException">It is no archive, is damaged or cut off, or would do harm.</exception>
    public static ImmutableSortedDictionary<string, byte[]> Read(Stream archive, long largestContent = LargestContent)
    {
        if (archive.Length > LargestArchive)
        {
            throw new FormatException($"The file has {archive.Length:N0} bytes; a bundle has at most {LargestArchive:N0}.");
        }

        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        try
        {
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostFiles)
            {
                throw new FormatException($"The file holds {zip.Entries.Count:N0} files; a bundle has at most {MostFiles:N0}.");
            }

            foreach (var entry in zip.Entries)
            {
                if (entry.FullName.EndsWith('/') && IsHarmless(entry.FullName[..^1]))
                {
                    // A folder by itself, as some tools write it.
                    continue;
                }

                if (!IsHarmless(entry.FullName))
                {
                    throw new FormatException(
                        $"The file holds one named “{(entry.FullName.Length > LongestName ? entry.FullName[..LongestName] : entry.FullName)}”, which no bundle has."
                    );
                }

                var content = Unpack(entry, largestContent);
                largestContent -= content.Length;
                if (!files.TryAdd(entry.FullName, content))
                {
                    throw new FormatException($"The file holds two named “{entry.FullName}”.");
                }
            }
        }
        catch (Exception problem)
            when (problem is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            throw new FormatException($"The file is no bundle, or it is damaged or cut off: {problem.Message}", problem);
        }

        return files.ToImmutable();
    }

    private static byte[] Unpack(ZipArchiveEntry entry, long most)
    {
        using var source = entry.Open();
        using var content = new MemoryStream();
        var piece = new byte[81920];
        while (source.Read(piece) is > 0 and var read)
        {
            if (content.Length + read > most)
            {
                throw new FormatException("The file unpacks to more than any bundle has.");
            }

            content.Write(piece, 0, read);
        }

        return content.ToArray();
    }

    /// <summary>Lower-case words, digits, points and hyphens in at most two steps: nothing that could lead out of a folder, or be hidden in one.</summary>
    private static bool IsHarmless(string name) =>
        name.Length <= LongestName
        && name.Split('/') is { Length: 1 or 2 } steps
        && steps.All(step => step.Length > 0 && step[0] != '.' && step.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'));
}
