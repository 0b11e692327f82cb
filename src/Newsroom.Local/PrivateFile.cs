namespace Newsroom.Local;

/// <summary>Creates files that only their owner may read.</summary>
public static class PrivateFile
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
}
