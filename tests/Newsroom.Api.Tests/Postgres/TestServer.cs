using System.Runtime.InteropServices;
using Newsroom.Api.Tests.Postgres;

[assembly: AssemblyFixture(typeof(TestServer))]

namespace Newsroom.Api.Tests.Postgres;

/// <summary>
/// The PostgreSQL of a test run, started for the first test that needs a database and stopped after the last test. NEWSROOM_TEST_DB selects
/// it: the connection string of a server on which to create databases, or <c>testcontainers</c>. By default it is an embedded server, or a
/// container if no PostgreSQL programs are found.
/// </summary>
public sealed class TestServer : IAsyncDisposable
{
    private static readonly CancellationTokenSource Ending = new();
    private static readonly Lazy<Task<RunningServer>> Server = new(StartAsync);

    // A run that is stopped by a signal does not dispose its fixtures.
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

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync() => await (await Server.Value).CreateDatabaseAsync();

    /// <summary>Creates a copy of a database that is closed, and returns its connection string.</summary>
    public static async Task<string> CopyDatabaseAsync(string connectionString) =>
        await (await Server.Value).CopyDatabaseAsync(connectionString);

    /// <summary>Ends the connections to a database, and accepts no others: PostgreSQL copies only a database without connections.</summary>
    public static async Task CloseDatabaseAsync(string connectionString) => await (await Server.Value).CloseDatabaseAsync(connectionString);

    /// <summary>Drops a database that was created here, with its connections.</summary>
    public static async Task DropDatabaseAsync(string connectionString) => await (await Server.Value).DropDatabaseAsync(connectionString);

    /// <summary>Called by xunit after the last test, also when tests failed.</summary>
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
