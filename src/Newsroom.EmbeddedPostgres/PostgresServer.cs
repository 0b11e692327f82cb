using System.Net;
using System.Net.Sockets;

namespace Newsroom.EmbeddedPostgres;

/// <summary>Starts and stops the server of a data directory with pg_ctl.</summary>
internal sealed class PostgresServer(PostgresBinaries binaries, PostgresDataDirectory data, PostgresAccount account)
{
    private const int Attempts = 10;

    /// <summary>Starts the server on a port of 127.0.0.1 (a free one by default) and returns the port.</summary>
    public async Task<int> StartAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken, int? on = null)
    {
        data.StartLog();
        await account.TakeOverAsync(data.LogFile, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var port = on ?? FreePort();
            var logged = data.LogLength;
            var outcome = await StartOnAsync(port, settings, cancellationToken);
            if (outcome.Succeeded)
            {
                return port;
            }

            var log = data.LogFrom(logged);
            var passes =
                log.Contains("could not bind", StringComparison.Ordinal) // another program has taken the port
                || log.Contains("is still in use", StringComparison.Ordinal); // by children of a killed server
            if (!passes || attempt == Attempts)
            {
                throw new EmbeddedPostgresException($"PostgreSQL does not start on {data.Path}:\n{outcome.Output}\n{LastLines(log)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }

    /// <summary>Stops the server if it runs, whichever process started it, and waits for it to exit.</summary>
    public async Task StopAsync()
    {
        if (ServerProcess.On(data) is not { } running)
        {
            return;
        }

        var fast = await StopAsync("fast");
        if (!fast.Succeeded && ServerProcess.On(data) is not null)
        {
            (await StopAsync("immediate")).OutputOrThrow();
        }

        // pg_ctl returns when postmaster.pid is gone, shortly before the process exits.
        await running.HasEndedAsync();
    }

    private async Task<ProgramOutcome> StartOnAsync(
        int port,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken cancellationToken
    )
    {
        var all = new Dictionary<string, string>(settings)
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = $"{port}",
            ["unix_socket_directories"] = "",
        };
        var options = string.Join(' ', all.Select(setting => $"-c {Quoted($"{setting.Key}={setting.Value}")}"));

        // One hour: crash recovery may be long, and a timeout would restart it.
        var starting = PgCtlAsync("start", "-t", "3600", "-l", data.LogFile, "-o", options);
        try
        {
            return await starting.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Killing pg_ctl would leave the server it is starting.
            await StopAsync();
            await starting;
            throw;
        }
    }

    private Task<ProgramOutcome> StopAsync(string mode) => PgCtlAsync("stop", "-t", "60", "-m", mode);

    private Task<ProgramOutcome> PgCtlAsync(string action, params string[] arguments) =>
        account.RunAsync(binaries.PgCtl, [action, "-w", "-D", data.Path, .. arguments], CancellationToken.None);

    // pg_ctl passes its -o to the shell.
    private static string Quoted(string text) =>
        OperatingSystem.IsWindows() ? $"\"{text}\"" : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string LastLines(string log) => string.Join('\n', log.TrimEnd().Split('\n').TakeLast(20));
}
