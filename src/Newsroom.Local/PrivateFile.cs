using System.Runtime.InteropServices;
using System.Text;

namespace Newsroom.Local;

/// <summary>Creates files that only their owner may read.</summary>
public static partial class PrivateFile
{
    /// <summary>Creates a file.</summary>
    /// <exception cref="IOException">The file exists, or cannot be created.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Writes a file, or replaces it: other processes read the earlier content or all of the new one.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = Create(draft))
            {
                file.Write(content);
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Reads a file; creates it where it is missing. Processes that create it at once all read the same content.</summary>
    /// <exception cref="IOException">The file cannot be created or read.</exception>
    public static string ReadOrCreate(string path, Func<string> generate)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Publish(path, generate());
        }

        return File.ReadAllText(path);
    }

    // Written apart and then linked: no process reads half of it.
    private static void Publish(string path, string content)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = Create(draft))
            {
                file.Write(Encoding.UTF8.GetBytes(content));
            }

            // File.Move looks for the file and then renames, so that two processes can both succeed. Where the file system has no links
            // it has to do.
            if (OperatingSystem.IsWindows() || (Link(draft, path) != 0 && !File.Exists(path)))
            {
                File.Move(draft, path, overwrite: false);
            }
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process has just created it.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string existing, string created);
}
