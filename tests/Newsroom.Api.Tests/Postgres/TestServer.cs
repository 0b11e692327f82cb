using Newsroom.Api.Tests.Postgres;

[assembly: AssemblyFixture(typeof(TestServer))]

namespace Newsroom.Api.Tests.Postgres;

/// <summary>
/// The PostgreSQL of a test run, started when the first test asks for a database and stopped after the last test.
/// NEWSROOM_TEST_DB chooses it: the connection string of a server to make databases on, or <c>testcontainers</c>.
/// Without it an embedded server is used, or a container where there is no PostgreSQL to embed.
/// </summary>
public sealed class TestServer : IAsyncDisposable
{
    private static readonly Lazy<Task<RunningServer>> Server = new(StartAsync);

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync() => await (await Server.Value).CreateDatabaseAsync();

    /// <summary>Drops a database made here, whatever connections it still has.</summary>
    public static async Task DropDatabaseAsync(string connectionString) =>
        await (await Server.Value).DropDatabaseAsync(connectionString);

    /// <summary>For xunit to call after the last test, also when tests failed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated && Server.Value.IsCompletedSuccessfully)
        {
            await (await Server.Value).DisposeAsync();
        }
    }

    private static Task<RunningServer> StartAsync() => Environment.GetEnvironmentVariable("NEWSROOM_TEST_DB") switch
    {
        null or "" => EmbeddedServer.StartOrContainerAsync(),
        "testcontainers" => ContainerServer.StartAsync(),
        var connectionString => Task.FromResult<RunningServer>(new GivenServer(connectionString)),
    };
}
