using System.Diagnostics;
using Newsroom.Api.Stories.Commands;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Publication;

/// <summary>
/// Two nodes, and 50 schedules at one instant. The node that fires them is killed in between; the other one publishes the rest, and none
/// twice.
/// </summary>
public sealed class KilledPublisherTests : IAsyncLifetime
{
    private const int Stories = 50;
    private const int Blocked = 10;
    private const string IsMessage = $"message_type = '{PublishScheduled.Identity}'";

    private readonly string data = Directory.CreateTempSubdirectory("newsroom-tests-").FullName;
    private string database = "";

    public async ValueTask InitializeAsync() => database = await TemplateDatabase.CopyAsync(data);

    public async ValueTask DisposeAsync()
    {
        await TestServer.DropDatabaseAsync(database);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Each_schedule_publishes_once_where_the_node_that_fires_is_killed()
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        using var first = await StartAsync();
        var numberOfFirst = await NodesAsync(source);
        using var second = await StartAsync();
        var numberOfSecond = (await NodesAsync(source)).Except(numberOfFirst).Single();

        var defined = await first.As("jonas", Role.Admin).PutAsync("/desks/town", new { name = "Town", language = "en" });
        defined.Status.ShouldBeInRange(200, 201, defined.Text);
        var ready = new List<(Guid Story, long Version)>();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Stories; i++)
        {
            ready.Add(await ReadyStories.MakeAsync(i % 2 == 0 ? first : second, $"Scheduled {i}"));
        }

        // One instant for all, after the last command. A story took five of them, so this is twice as long as the schedules will take, on
        // any machine; a schedule in the past would be refused.
        var time = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(3) + (clock.Elapsed * 2 / 5);
        foreach (var (story, version) in ready)
        {
            (await first.As("pia", Role.Publisher).PostAsync($"/stories/{story}/schedule", new { time }, version)).Is(200);
        }

        // Some of the stories are locked, so that the node has not finished when it is killed.
        await using (var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken))
        await using (var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            var locked = string.Join(", ", ready.TakeLast(Blocked).Select(r => $"'{r.Story}'"));
            await connection.RunAsync($"select from newsroom.mt_streams where id in ({locked}) for update");
            await PublishedAsync("> 0");
            var owner = await source.ScalarAsync<int>(
                $"select owner_id from newsroom.wolverine_incoming_envelopes where {IsMessage} and status = 'Incoming' limit 1"
            );
            owner.ShouldBeOneOf([.. numberOfFirst, numberOfSecond]);
            (owner == numberOfSecond ? second : first).Kill();
            (await CountAsync(source)).ShouldBeLessThanOrEqualTo(Stories - Blocked);
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }

        await PublishedAsync($">= {Stories}");
        await TableSignal.UntilAsync(
            database,
            "newsroom.wolverine_incoming_envelopes",
            $"select not exists (select from newsroom.wolverine_incoming_envelopes where {IsMessage} and status <> 'Handled')"
        );
        (await CountAsync(source)).ShouldBe(Stories);
        (
            await source.ScalarAsync<long>("select count(distinct stream_id) from newsroom.mt_events where type = 'story_published'")
        ).ShouldBe(Stories);
        (await source.ScalarAsync<long>("select count(*) from newsroom.mt_events where type = 'scheduled_publication_failed'")).ShouldBe(0);
    }

    private Task PublishedAsync(string number) =>
        TableSignal.UntilAsync(
            database,
            "newsroom.mt_events",
            $"select count(*) {number} from newsroom.mt_events where type = 'story_published'"
        );

    private static Task<long> CountAsync(NpgsqlDataSource source) =>
        source.ScalarAsync<long>("select count(*) from newsroom.mt_events where type = 'story_published'");

    private static async Task<int[]> NodesAsync(NpgsqlDataSource source) =>
        await source.ScalarAsync<int[]>("select array_agg(node_number) from newsroom.wolverine_nodes");

    private Task<HostNode> StartAsync() => HostNode.StartAsync(database, data, ("Nodes__Coordinate", "true"));
}
