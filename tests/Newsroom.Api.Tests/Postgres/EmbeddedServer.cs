using System.Diagnostics;
using System.Globalization;
using DotNet.Testcontainers.Builders;
using Newsroom.EmbeddedPostgres;

namespace Newsroom.Api.Tests.Postgres;

/// <summary>An embedded server in a temporary directory whose name has the id of its process.</summary>
internal sealed class EmbeddedServer : RunningServer
{
    private const string Name = "newsroom-test-server";

    private readonly EmbeddedPostgresServer server;
    private readonly TemporaryDirectory directory;

    private EmbeddedServer(EmbeddedPostgresServer server, TemporaryDirectory directory)
        : base(server.ConnectionString) => (this.server, this.directory) = (server, directory);

    public static async Task<RunningServer> StartOrContainerAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await StartAsync(cancellationToken);
        }
        catch (PostgresNotFoundException notFound)
        {
            try
            {
                return await ContainerServer.StartAsync(cancellationToken);
            }
            catch (DockerUnavailableException noDocker)
            {
                throw new InvalidOperationException(
                    $"The tests need a PostgreSQL. {notFound.Message}\nNor is there a Docker to run it in: {noDocker.Message}\n"
                        + "NEWSROOM_TEST_DB may also hold the connection string of a server to make databases on.",
                    notFound
                );
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        directory.Dispose();
    }

    private static async Task<EmbeddedServer> StartAsync(CancellationToken cancellationToken)
    {
        await RemoveOrphansAsync(cancellationToken);
        var directory = new TemporaryDirectory($"{Name}-{Environment.ProcessId}");
        try
        {
            return new EmbeddedServer(
                await EmbeddedPostgresServer.StartAsync(Options(directory["data"]), cancellationToken: cancellationToken),
                directory
            );
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    private static EmbeddedPostgresOptions Options(string data) => new() { DataDirectory = data, Settings = Hasty };

    /// <summary>Stops the servers of killed runs, by taking them over.</summary>
    private static async Task RemoveOrphansAsync(CancellationToken cancellationToken)
    {
        foreach (var directory in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Name}-*"))
        {
            var owner = int.Parse(Path.GetFileName(directory).Split('-')[^2], CultureInfo.InvariantCulture);
            if (IsRunning(owner))
            {
                continue;
            }

            try
            {
                await (
                    await EmbeddedPostgresServer.StartAsync(Options(Path.Combine(directory, "data")), cancellationToken: cancellationToken)
                ).DisposeAsync();
                Directory.Delete(directory, recursive: true);
            }
            catch (Exception e) when (e is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
            {
                // It belongs to another user, or another run stops it.
            }
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            // A process that has ended is listed until its parent waits for it, but has no memory.
            using var found = Process.GetProcessById(process);
            return found.WorkingSet64 > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
