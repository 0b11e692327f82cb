using System.Globalization;

namespace Newsroom.EmbeddedPostgres;

/// <summary>Lists the directories where operating system packages install PostgreSQL's server programs.</summary>
internal static class PostgresInstallations
{
    public const string Variable = "NEWSROOM_POSTGRES_BIN";

    /// <summary>Gets the directory that the user configured, or null.</summary>
    public static string? Named => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;

    /// <summary>Returns the <see cref="Named"/> directory only, or else all that exist, the most likely first.</summary>
    public static IReadOnlyList<string> Directories() =>
        Named is { } named ? [named] : [.. OnPath().Concat(Patterns().SelectMany(Matches)).Where(Directory.Exists).Distinct()];

    private static string[] OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(string Parent, string Name, string Within)> Patterns()
    {
        if (OperatingSystem.IsWindows())
        {
            yield return (Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*", "bin");
        }
        else if (OperatingSystem.IsMacOS())
        {
            yield return ("/opt/homebrew/opt", "postgresql*", "bin");
            yield return ("/usr/local/opt", "postgresql*", "bin");
            yield return ("/Applications/Postgres.app/Contents/Versions", "*", "bin");
        }
        else
        {
            yield return ("/usr/lib/postgresql", "*", "bin");
            yield return ("/usr", "pgsql-*", "bin");
            yield return ("/usr/libexec", "postgresql*", "");
        }
    }

    private static IEnumerable<string> Matches((string Parent, string Name, string Within) pattern) =>
        Directory.Exists(pattern.Parent)
            ? Directory
                .EnumerateDirectories(pattern.Parent, pattern.Name)
                .OrderByDescending(Version)
                .Select(directory => Path.Combine(directory, pattern.Within))
            : [];

    private static int Version(string directory)
    {
        var digits = new string([.. Path.GetFileName(directory).SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }
}
