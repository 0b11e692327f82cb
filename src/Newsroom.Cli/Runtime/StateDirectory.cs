namespace Newsroom.Cli.Runtime;

/// <summary>Finds the directory in which the command line keeps its state (XDG Base Directory Specification).</summary>
internal static class StateDirectory
{
    /// <summary>Returns the directory; null if the user has none.</summary>
    public static string? Find(Func<string, string?> variable)
    {
        if (NotEmpty(variable("NEWSROOM_STATE")) is { } chosen)
        {
            return chosen;
        }

        if (OperatingSystem.IsWindows())
        {
            return NotEmpty(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)) is { } local
                ? Path.Combine(local, "newsroom")
                : null;
        }

        if (NotEmpty(variable("XDG_STATE_HOME")) is { } state)
        {
            return Path.Combine(state, "newsroom");
        }

        var home = NotEmpty(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        return home is null ? null : Path.Combine(home, ".local", "state", "newsroom");
    }

    private static string? NotEmpty(string? path) => string.IsNullOrWhiteSpace(path) ? null : path;
}
