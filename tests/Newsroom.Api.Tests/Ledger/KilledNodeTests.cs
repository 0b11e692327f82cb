using System.Globalization;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Store;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Tests.Ledger;

/// <summary>
/// The node that builds the ledger is killed several times during commands (<c>NEWSROOM_KILLS</c>; 2 by default). The ledger equals one
/// that is built without interruption.
/// </summary>
public sealed class KilledNodeTests : IAsyncLifetime
{
    private const int ConcurrentClients = 8;
    private const int CommandsPerKill = 40;

    private readonly string data = Directory.CreateTempSubdirectory("newsroom-tests-").FullName;
    private string database = "";

    public async ValueTask InitializeAsync() => database = await TemplateDatabase.CopyAsync(data);

    public async ValueTask DisposeAsync()
    {
        await TestServer.DropDatabaseAsync(database);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_ledger_built_by_killed_nodes_equals_one_built_without_interruption()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var kills = int.Parse(Environment.GetEnvironmentVariable("NEWSROOM_KILLS") ?? "2", CultureInfo.InvariantCulture);
        for (var kill = 0; kill < kills; kill++)
        {
            using var node = await StartAsync();
            var defined = await node.As("jonas", Role.Admin).PutAsync("/desks/town", new { name = "Town", language = "en" });
            defined.Status.ShouldBeInRange(200, 201, defined.Text);

            // Every other time a second node builds too, as when a live leader is considered dead.
            using var other = kill % 2 == 1 ? await StartAsync() : null;
            var working = Enumerable
                .Range(0, ConcurrentClients)
                .Select(_ => WorkAsync(node, CommandsPerKill / ConcurrentClients))
                .ToList();
            await Task.WhenAny(working);
            node.Kill();
            other?.Kill();
            await Task.WhenAll(working)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        await using var source = NpgsqlDataSource.Create(database);
        using (await StartAsync())
        {
            await CaughtUpAsync();
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var keys = LedgerKeys.Parse(await File.ReadAllTextAsync(Path.Combine(data, "ledger.key"), cancellationToken), "ledger.key");
        StoreReport? last = null;
        await foreach (var report in new StoreVerifier(source, keys).VerifyAsync(null, cancellationToken))
        {
            last = report;
        }

        (last!.Wrong, last.Events).ShouldBe(
            (0, await CountAsync(connection, $"newsroom.mt_events e where {StoredEvents.IsEvent}", cancellationToken)),
            string.Join('\n', last.Findings)
        );
        last.Events.ShouldBeGreaterThan(kills * ConcurrentClients);
        (await LedgerLog.ReadEdgeAsync(connection, cancellationToken)).Tree.Root.ShouldBe(
            await InOneGoAsync(connection, cancellationToken)
        );
    }

    /// <summary>Computes the root over all events in the store's order, with the stored salts.</summary>
    private static async Task<MerkleHash> InOneGoAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var salts = new Dictionary<long, byte[]>();
        await using (var read = new NpgsqlCommand($"select sequence, salt from {LedgerTables.Leaves}", connection))
        {
            await using var rows = await read.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                salts.Add(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1));
            }
        }

        var tree = new CompactRange(0, []);
        await foreach (var record in StoredEvents.ReadAsync(connection, 0, long.MaxValue, cancellationToken))
        {
            tree.Append(MerkleTree.Leaf(record.Entry(salts[record.Sequence]).ToArray()));
        }

        return tree.Root;
    }

    /// <summary>Waits until every event has a leaf in the ledger.</summary>
    private Task CaughtUpAsync() =>
        TableSignal.UntilAsync(
            database,
            LedgerTables.Leaves,
            $"""
            select (select count(*) from {LedgerTables.Leaves})
                >= (select count(*) from newsroom.mt_events e where {StoredEvents.IsEvent})
            """
        );

    private static async Task<long> CountAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var count = new NpgsqlCommand($"select count(*) from {table}", connection);
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    private Task<HostNode> StartAsync() => HostNode.StartAsync(database, data, ("Ledger__CheckpointEvery", "00:00:01"));

    private static async Task WorkAsync(HostNode node, int commands)
    {
        for (var command = 0; command < commands; command++)
        {
            var draft = new
            {
                desk = "town",
                headline = $"Story {Guid.NewGuid():N}",
                body = "Words.",
            };
            (await node.As("rita", Role.Reporter).PostAsync("/stories/draft-article", draft)).Is(201);
        }
    }
}
