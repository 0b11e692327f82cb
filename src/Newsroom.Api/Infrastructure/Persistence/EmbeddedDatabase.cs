#if EMBEDDED_POSTGRES
using System.Security.Cryptography;
using System.Text;
using Newsroom.EmbeddedPostgres;
#endif
using Newsroom.Local;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>The PostgreSQL that the host starts where no connection string is given. The production image has none.</summary>
internal static class EmbeddedDatabase
{
#if EMBEDDED_POSTGRES
    /// <summary>Starts a server under the data directory.</summary>
    /// <returns>The owner's connection string, and the server.</returns>
    /// <exception cref="SettingsException">No server can be started; the message says what to do.</exception>
    public static async Task<(string ConnectionString, IAsyncDisposable Server)> StartAsync(DataDirectory data)
    {
        try
        {
            var options = new EmbeddedPostgresOptions { DataDirectory = PathFor(data) };
            var server = await EmbeddedPostgresServer.StartAsync(options, System.Console.WriteLine);
            return (server.ConnectionString, server);
        }
        catch (EmbeddedPostgresException failure)
        {
            throw new SettingsException(failure.Message, failure);
        }
    }

    /// <summary>Returns the owner's connection string to another database of a server; creates it if it is missing.</summary>
    public static Task<string> DatabaseAsync(IAsyncDisposable server, string name, CancellationToken cancellationToken) =>
        ((EmbeddedPostgresServer)server).DatabaseAsync(name, cancellationToken);

    /// <summary>Starts to restart a server when it has died; <see cref="IHostedService.StopAsync"/> ends that.</summary>
    public static async Task<IHostedService> SuperviseAsync(IAsyncDisposable server, TimeProvider clock, ILoggerFactory logs)
    {
        var log = logs.CreateLogger<EmbeddedPostgresSupervisor>();
        var supervisor = new EmbeddedPostgresSupervisor((EmbeddedPostgresServer)server, clock, log);
        await supervisor.StartAsync(CancellationToken.None);
        return supervisor;
    }

    /// <summary>Restarts the server when it has died, where this host started it.</summary>
    public static void Supervise(IServiceCollection services, Database database)
    {
        if (database.Own is EmbeddedPostgresServer server)
        {
            services
                .AddSingleton(server)
                .AddSingleton<EmbeddedPostgresSupervisor>()
                .AddHostedService(provider => provider.GetRequiredService<EmbeddedPostgresSupervisor>());
        }
    }

    /// <summary>Returns why the server is down; null while it runs, or where there is none.</summary>
    public static string? ProblemOf(IServiceProvider services) => services.GetService<EmbeddedPostgresSupervisor>()?.Problem;

    /// <summary>
    /// Returns a path under the data directory. PostgreSQL does not run as root: for a root whose data directory no other account can
    /// enter, the path is under /var/lib, with a name derived from the data directory's.
    /// </summary>
    private static string PathFor(DataDirectory data) =>
        OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess || IsOpenToOthers(data.Path)
            ? Path.Combine(data.Path, "postgres")
            : $"/var/lib/newsroom/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data.Path)))[..12]}/postgres";

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static bool IsOpenToOthers(string path)
    {
        for (var directory = new DirectoryInfo(path); directory is not null; directory = directory.Parent)
        {
            if (directory.Exists && !directory.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }
#else
    /// <summary>Throws: this build contains no PostgreSQL.</summary>
    public static Task<(string ConnectionString, IAsyncDisposable Server)> StartAsync(DataDirectory data) =>
        throw new SettingsException(
            $"This build contains no PostgreSQL to start under {data.Path}: set ConnectionStrings:Newsroom to a PostgreSQL "
                + "connection string."
        );

    /// <summary>Throws: this build contains no PostgreSQL.</summary>
    public static Task<string> DatabaseAsync(IAsyncDisposable server, string name, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Throws: this build contains no PostgreSQL.</summary>
    public static Task<IHostedService> SuperviseAsync(IAsyncDisposable server, TimeProvider clock, ILoggerFactory logs) =>
        throw new NotSupportedException();

    /// <summary>Does nothing.</summary>
    public static void Supervise(IServiceCollection services, Database database) { }

    /// <summary>Returns null.</summary>
    public static string? ProblemOf(IServiceProvider services) => null;
#endif
}
