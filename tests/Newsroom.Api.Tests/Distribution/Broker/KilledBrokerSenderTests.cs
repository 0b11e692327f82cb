using Newsroom.Api.Distribution.Broker;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Api.Tests.Publication;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Distribution.Broker;

/// <summary>A node is killed between the commit of a publication and the broker. Its successor sends what is in the record.</summary>
public sealed class KilledBrokerSenderTests : IAsyncLifetime
{
    private const string Queue = "all";
    private const int Stories = 6;

    private readonly string data = Directory.CreateTempSubdirectory("newsroom-tests-").FullName;
    private readonly RabbitNode broker = new();
    private string database = "";

    public async ValueTask InitializeAsync() => database = await TemplateDatabase.CopyAsync(data);

    public async ValueTask DisposeAsync()
    {
        await broker.DisposeAsync();
        await TestServer.DropDatabaseAsync(database);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Every_publication_is_sent_and_one_that_is_sent_twice_has_one_id()
    {
        Assert.SkipUnless(RabbitNode.IsInstalled, "This test needs RabbitMQ: rabbitmq-server is not installed.");
        await broker.StartAsync();
        await using var consumer = new BrokerConsumer(broker);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        var received = new List<ConsumedMessage>();
        var node = await StartAsync();
        try
        {
            await UntilBrokerIsUsedAsync(node);
            await consumer.ConnectAsync();
            await consumer.BindAsync(Queue, BrokerSettings.DefaultExchange, "story.#");
            (await node.As("jonas", Role.Admin).PutAsync("/desks/town", new { name = "Town", language = "en" })).Is(201);

            await PublishWithoutBrokerAsync(node);
            node.Kill();
            await broker.StartAsync();
            await consumer.ConnectAsync();
            node.Dispose();
            node = await StartAsync();
            received.Add(await consumer.NextAsync(Queue));

            await PublishUntilFirstAsync(node, async () => received.Add(await consumer.NextAsync(Queue)));
            node.Dispose();
            node = await StartAsync();
            await Eventually.HoldsAsync("every publication is sent", () => source.ScalarAsync<bool>(IsSent));
            while (await consumer.FindAsync(Queue) is { } message)
            {
                received.Add(message);
            }
        }
        finally
        {
            node.Dispose();
        }

        var stories = received.GroupBy(message => message.Json["subject"]!.GetValue<Guid>()).ToList();
        stories.ShouldAllBe(messages => messages.Select(message => message.Properties.MessageId).Distinct().Count() == 1);
        var published = await source.ScalarAsync<Guid[]>(
            "select array_agg(stream_id) from newsroom.mt_events where type = 'story_published'"
        );
        published.Length.ShouldBeGreaterThanOrEqualTo(2);
        stories.Select(messages => messages.Key).ShouldBe(published, ignoreOrder: true);
    }

    // Recorded as a notice, and confirmed by the broker.
    private const string IsSent = $"""
        select (select count(*) from {BrokerTables.Notices}) = 0
            and (select count(*) from newsroom.mt_events where type = 'story_published') = (select count(*) from {DeliveryTables.Events})
        """;

    private Task<HostNode> StartAsync() =>
        HostNode.StartAsync(database, data, ("Messaging__RabbitMq", broker.Url), ("Subscribers__Send", "true"));

    private static Task UntilBrokerIsUsedAsync(HostNode node) =>
        Eventually.HoldsAsync(
            "the broker is used",
            async () => $"{(await node.As("jonas", Role.Admin).GetAsync("/health/ready")).Body["checks"]?["broker"]?["status"]}" == "ok"
        );

    private async Task PublishWithoutBrokerAsync(HostNode node)
    {
        var (story, version) = await ReadyStories.MakeAsync(node, "Wall without a broker");
        await broker.KillAsync();
        (await node.As("pia", Role.Publisher).PostAsync($"/stories/{story}/publish", basedOn: version)).Is(200);
        await TableSignal.UntilAsync(
            database,
            BrokerTables.Notices,
            $"select count(*) = 1 from {BrokerTables.Notices} where story = '{story}'"
        );
    }

    /// <summary>Publishes stories, and kills the node as soon as the first message arrives, with others under way.</summary>
    private static async Task PublishUntilFirstAsync(HostNode node, Func<Task> arriveAsync)
    {
        var ready = new List<(Guid Story, long Version)>();
        for (var i = 0; i < Stories; i++)
        {
            ready.Add(await ReadyStories.MakeAsync(node, $"Wall of the killed node {i}"));
        }

        var publishing = ready.Select(story =>
            node.As("pia", Role.Publisher).PostAsync($"/stories/{story.Story}/publish", basedOn: story.Version)
        );
        var all = Task.WhenAll(publishing);
        await arriveAsync();
        node.Kill();
        // Requests that the node did not answer fail; what is in the record counts.
        await all.ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
