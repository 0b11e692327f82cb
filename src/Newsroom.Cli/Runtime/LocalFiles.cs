using System.Text;

namespace Newsroom.Cli.Runtime;

/// <summary>Reads and writes files that a command line names.</summary>
internal static class LocalFiles
{
    private const long MaxTextBytes = 64 << 20;

    public static FileStream OpenRead(string path) => Access(path, () => File.OpenRead(path));

    public static string ReadText(string path) =>
        Access(
            path,
            () =>
            {
                if (new FileInfo(path).Length > MaxTextBytes)
                {
                    throw new IOException($"it is longer than {MaxTextBytes:N0} bytes");
                }

                return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            }
        );

    /// <summary>Writes a file; refuses to overwrite one.</summary>
    public static void WriteNew(string path, byte[] content) => Write(path, content, UnixFileMode.None);

    /// <summary>Writes a file that only its owner can read; refuses to overwrite one.</summary>
    public static void WriteSecret(string path, byte[] content) => Write(path, content, UnixFileMode.UserRead | UnixFileMode.UserWrite);

    private static void Write(string path, byte[] content, UnixFileMode mode) =>
        Access(
            path,
            () =>
            {
                var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
                if (mode != UnixFileMode.None && !OperatingSystem.IsWindows())
                {
                    options.UnixCreateMode = mode;
                }

                using var file = new FileStream(path, options);
                file.Write(content);
                return true;
            }
        );

    private static T Access<T>(string path, Func<T> access)
    {
        try
        {
            return access();
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{path} is not UTF-8 text.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{path}: {failure.Message}");
        }
    }
}
