namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>
/// Where a newsroom on one machine keeps what it needs between runs: its database, the development issuer's key, the address it listens on.
/// <c>NEWSROOM_DATA</c>, else <c>.newsroom</c> beside the solution that the current directory lies in, else in the current directory.
/// </summary>
/// <param name="Path">The directory, absolute.</param>
internal sealed record DataDirectory(string Path)
{
    /// <summary>The setting, also an environment variable, that names the directory.</summary>
    public const string Setting = "NEWSROOM_DATA";

    private const string AddressFile = "address";

    /// <summary>Returns the directory that the environment names, or the default.</summary>
    public static DataDirectory Find() => Find(Environment.GetEnvironmentVariable(Setting));

    /// <summary>Returns the directory of this name, or the default where there is none.</summary>
    public static DataDirectory Find(string? named) =>
        new(System.IO.Path.GetFullPath(named is { Length: > 0 } ? named : System.IO.Path.Combine(Root(), ".newsroom")));

    private static string Root()
    {
        var directory = new DirectoryInfo(Environment.CurrentDirectory);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "Newsroom.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? Environment.CurrentDirectory;
    }

    /// <summary>The address a host of this directory listens on; null when none has said so.</summary>
    public string? Address => File.Exists(AddressPath) ? File.ReadAllText(AddressPath).Trim() : null;

    private string AddressPath => System.IO.Path.Combine(Path, AddressFile);

    /// <summary>Tells clients on this machine where the host listens.</summary>
    public void Announce(string address)
    {
        Directory.CreateDirectory(Path);
        File.WriteAllText(AddressPath, address);
    }
}
