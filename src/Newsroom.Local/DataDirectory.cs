namespace Newsroom.Local;

/// <summary>
/// The directory of a newsroom on one machine: its database, the development issuer's key, the address it listens on. It is
/// <c>NEWSROOM_DATA</c>, else <c>.newsroom</c> beside the solution that contains the current directory, else in the current directory.
/// </summary>
/// <param name="Path">The directory, absolute.</param>
public sealed record DataDirectory(string Path)
{
    /// <summary>The setting, also an environment variable, for the directory.</summary>
    public const string Setting = "NEWSROOM_DATA";

    private const string AddressFile = "address";

    private const string Titles = "titles";

    /// <summary>Gets the title whose directory this is; null for the directory of an installation.</summary>
    public string? Title =>
        System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path)) == Titles ? System.IO.Path.GetFileName(Path) : null;

    /// <summary>Returns the directory of a title of this installation.</summary>
    public DataDirectory OfTitle(string title) => new(System.IO.Path.Combine(Path, Titles, title));

    /// <summary>Returns the directory of the environment variable, or the default.</summary>
    public static DataDirectory Find() => Find(Environment.GetEnvironmentVariable(Setting));

    /// <summary>Returns a directory, or the default where none is given.</summary>
    public static DataDirectory Find(string? named) => Find(named, Environment.CurrentDirectory);

    internal static DataDirectory Find(string? named, string current) =>
        new(System.IO.Path.GetFullPath(named is { Length: > 0 } ? named : System.IO.Path.Combine(RootOf(current), ".newsroom"), current));

    private static string RootOf(string current)
    {
        var directory = new DirectoryInfo(current);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "Newsroom.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? current;
    }

    /// <summary>The address that a host of this directory listens on; null if none has stored it.</summary>
    public string? Address => File.Exists(AddressPath) ? File.ReadAllText(AddressPath).Trim() : null;

    private string AddressPath => System.IO.Path.Combine(Path, AddressFile);

    /// <summary>Stores the address that the host listens on, for clients on this machine.</summary>
    public void Announce(string address)
    {
        Directory.CreateDirectory(Path);
        File.WriteAllText(AddressPath, address);
    }
}
