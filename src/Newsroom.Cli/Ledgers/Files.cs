using System.Text;

namespace Newsroom.Cli.Ledgers;

/// <summary>Files that a line names.</summary>
internal static class Files
{
    private const long LargestText = 64 << 20;

    /// <summary>Opens one.</summary>
    public static FileStream Open(string path) => Reach(path, () => File.OpenRead(path));

    /// <summary>Reads one of text.</summary>
    public static string Text(string path) => Reach(path, () =>
        new FileInfo(path).Length > LargestText ? throw new IOException($"it has more than {LargestText:N0} bytes") : File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)));

    /// <summary>Writes one that is not there yet.</summary>
    public static void WriteNew(string path, byte[] content) => Reach(path, () =>
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(content);
        return true;
    });

    /// <summary>Writes one that is not there yet, and that only its owner can read.</summary>
    public static void WriteSecret(string path, byte[] content) => Reach(path, () =>
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(content);
        return true;
    });

    private static T Reach<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (DecoderFallbackException)
        {
            throw new LocalProblem($"{path} is not text in UTF-8.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new LocalProblem($"{path}: {failure.Message}");
        }
    }
}
