using System.Globalization;
using System.Text.RegularExpressions;

namespace Newsroom.EmbeddedPostgres;

internal sealed partial record PostgresBinaries(string Directory, int Major)
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public string Initdb => Program(Directory, "initdb");

    public string PgCtl => Program(Directory, "pg_ctl");

    /// <summary>Returns the programs in a directory; null unless all exist and the account can run them.</summary>
    public static async Task<PostgresBinaries?> InAsync(string directory, PostgresAccount account, CancellationToken cancellationToken)
    {
        if (!Needed.All(name => File.Exists(Program(directory, name))))
        {
            return null;
        }

        var version = await account.RunAsync(Program(directory, "postgres"), ["--version"], cancellationToken);
        return version.Succeeded && MajorVersion().Match(version.Output) is { Success: true } match
            ? new PostgresBinaries(directory, int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    private static string Program(string directory, string name) =>
        Path.Combine(directory, OperatingSystem.IsWindows() ? $"{name}.exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex MajorVersion();
}
