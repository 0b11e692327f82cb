using System.Diagnostics;
using System.Globalization;

namespace Newsroom.EmbeddedPostgres;

/// <summary>The server that runs on a data directory, as its postmaster.pid names it.</summary>
internal sealed record ServerProcess(int Id, string Directory)
{
    /// <summary>
    /// Null unless it really runs. A crash leaves postmaster.pid behind, and by now its number may be that of any other program,
    /// which pg_ctl would take for the server and stop.
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

    /// <summary>Waits some seconds at most.</summary>
    public async Task HasEndedAsync()
    {
        for (var looks = 0; IsRunning && looks < 500; looks++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    // Empty once it has ended, even while the system still lists it because its parent took no notice.
    private bool NamesItsDirectory() => File.ReadAllText($"/proc/{Id}/cmdline").Contains(Directory, StringComparison.Ordinal);
}
