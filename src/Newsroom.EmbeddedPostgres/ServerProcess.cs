using System.Diagnostics;
using System.Globalization;

namespace Newsroom.EmbeddedPostgres;

/// <summary>Identifies the server process of a data directory, from postmaster.pid.</summary>
internal sealed record ServerProcess(int Id, string Directory)
{
    /// <summary>
    /// Returns null unless it runs. After a crash the process id in postmaster.pid may belong to another program, which pg_ctl would stop.
    /// </summary>
    public static ServerProcess? On(PostgresDataDirectory data) =>
        File.Exists(data.PidFile)
        && File.ReadAllLines(data.PidFile) is [var number, var directory, ..]
        && int.TryParse(number, CultureInfo.InvariantCulture, out var id)
        && new ServerProcess(id, directory) is { IsRunning: true } server
            ? server
            : null;

    private bool IsRunning
    {
        get
        {
            try
            {
                using var process = Process.GetProcessById(Id);
                return process.ProcessName == "postgres" && (!OperatingSystem.IsLinux() || NamesItsDirectory());
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException)
            {
                return false;
            }
        }
    }

    /// <summary>Waits a few seconds at most.</summary>
    public async Task HasEndedAsync()
    {
        for (var looks = 0; IsRunning && looks < 500; looks++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    // Empty after exit, even while the process is a zombie.
    private bool NamesItsDirectory() => File.ReadAllText($"/proc/{Id}/cmdline").Contains(Directory, StringComparison.Ordinal);
}
