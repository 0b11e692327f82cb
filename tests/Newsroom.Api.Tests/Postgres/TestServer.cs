using System.Runtime.InteropServices;
using Newsroom.Api.Tests.Postgres;

[assembly: AssemblyFixture(typeof(TestServer))]

namespace Newsroom.Api.Tests.Postgres;

/// <summary>
/// The PostgreSQL of a test run, started when the first test asks for a database and stopped after the last test. NEWSROOM_TEST_DB chooses
/// it: the connection string of a server to make databases on, or <c>testcontainers</c>. Without it an embedded server is used, or a
/// container where there is no PostgreSQL to embed.
/// </summary>
public sealed class TestServer : IAsyncDisposable
{
    private static readonly CancellationTokenSource Ending = new();
    private static readonly Lazy<Task<RunningServer>> Server = new(StartAsync);

    // A run that is told to end never gets as far as disposing of its fixtures, and .NET takes SIGTERM for a plain kill.
    private static readonly PosixSignalRegistration Termination = PosixSignalRegistration.Create(
        PosixSignal.SIGTERM,
        signal =>
        {
            signal.Cancel = true;
            Environment.Exit(128 + 15);
        }
    );

    static TestServer() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Termination.Dispose();
            StopAsync().GetAwaiter().GetResult();
        };

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync() => await (await Server.Value).CreateDatabaseAsync();

    /// <summary>Creates a copy of a database that is closed, and returns its connection string.</summary>
    public static async Task<string> CopyDatabaseAsync(string connectionString) =>
        await (await Server.Value).CopyDatabaseAsync(connectionString);

    /// <summary>Ends the connections to a database, and accepts no others: PostgreSQL copies only a database without connections.</summary>
    public static async Task CloseDatabaseAsync(string connectionString) => await (await Server.Value).CloseDatabaseAsync(connectionString);

    /// <summary>Drops a database made here, whatever connections it still has.</summary>
    public static async Task DropDatabaseAsync(string connectionString) => await (await Server.Value).DropDatabaseAsync(connectionString);

    /// <summary>For xunit to call after the last test, also when tests failed.</summary>
    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task StopAsync()
    {
        await Ending.CancelAsync();
        if (Server.IsValueCreated)
        {
            // It may have failed, or been cancelled just now.
            await ((Task)Server.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await (Server.Value.IsCompletedSuccessfully ? (await Server.Value).DisposeAsync() : ValueTask.CompletedTask);
        }
    }

    private static Task<RunningServer> StartAsync() =>
        Environment.GetEnvironmentVariable("NEWSROOM_TEST_DB") switch
        {
            null or "" => EmbeddedServer.StartOrContainerAsync(Ending.Token),
            "testcontainers" => ContainerServer.StartAsync(Ending.Token),
            var connectionString => Task.FromResult<RunningServer>(new GivenServer(connectionString)),
        };
}
