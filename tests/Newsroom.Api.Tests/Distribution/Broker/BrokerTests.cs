using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Distribution.Broker;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Tests.Composition.AsyncApi;
using Newsroom.Api.Tests.Distribution.Deliveries;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Api.Tests.Publication;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Distribution.Broker;

/// <summary>What a consumer of a real broker receives.</summary>
public sealed class BrokerTests(Newsroom shared)
{
    private const string All = "all";
    private const string Kills = "kills";

    [Fact]
    public async Task A_consumer_receives_each_notice_once_in_order_and_after_an_outage()
    {
        Assert.SkipUnless(RabbitNode.IsInstalled, "This test needs RabbitMQ: rabbitmq-server is not installed.");
        await using var node = new RabbitNode();
        await using var newsroom = new BrokerNewsroom(node);
        await newsroom.InitializeAsync();
        await UntilAsync(newsroom, "degraded", "RabbitMQ cannot be used");

        // The host was started without a broker, and uses the one that comes.
        await node.StartAsync();
        await UntilAsync(newsroom, "ok");
        await using var consumer = new BrokerConsumer(node);
        await consumer.ConnectAsync();
        await consumer.BindAsync(All, BrokerSettings.DefaultExchange, "story.#");
        await consumer.BindAsync(Kills, BrokerSettings.DefaultExchange, "story.killed.#");
        await consumer.DeclareFanoutAsync("fanout");
        (await RefusedAsync(node.Url, "fanout")).ShouldContain("PRECONDITION_FAILED");
        var refused = await RefusedAsync(node.Url.Replace(":guest@", ":hidden@", StringComparison.Ordinal), "other");
        refused.ShouldContain("ACCESS_REFUSED");
        refused.ShouldNotContain("hidden");

        var described = await DescribedMessages.ReadAsync(newsroom);
        await using var receiver = await Receiver.StartAsync();
        var subscriber = new { name = "Harbour News", url = receiver.Url, format = "json" };
        (await newsroom.As("ada", Role.Admin).PostAsync("/subscribers/register-subscriber", subscriber)).Is(201);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall for the broker");
        var published = await NextAsync(consumer, receiver, described, story, 1);
        published.Key.ShouldBe("story.published.world.en");
        published.Json["data"]!["content"]!["state"]!.GetValue<string>().ShouldBe("linked");
        await PublishedStories.CorrectAsync(story);
        (await NextAsync(consumer, receiver, described, story, 2)).Key.ShouldBe("story.corrected.world.en");
        (await story.DoAsync("kill", "chi", Role.ChiefEditor, new { reason = "Forged.", notice = "This story is gone." })).Is(200);
        var killed = await NextAsync(consumer, receiver, described, story, 3);
        killed.Key.ShouldBe("story.killed.world.en");
        killed.Json["data"]!["notice"]!.GetValue<string>().ShouldBe("This story is gone.");
        (await consumer.NextAsync(Kills)).Body.ShouldBe(killed.Body);

        (await consumer.FindAsync(All)).ShouldBeNull();
        await node.KillAsync();
        var late = await PublishedStories.PublishAsync(newsroom, "Wall without a broker");
        await TableSignal.UntilAsync(
            newsroom.Database,
            BrokerTables.Notices,
            $"select count(*) = 1 from {BrokerTables.Notices} where story = '{late.Id}'"
        );
        await UntilAsync(newsroom, "degraded", "RabbitMQ cannot be used");
        await node.StartAsync();
        await consumer.ConnectAsync();
        (await NextAsync(consumer, receiver, described, late, 4)).Key.ShouldBe("story.published.world.en");
        await UntilAsync(newsroom, "ok");
        (await consumer.FindAsync(All)).ShouldBeNull();
        (await consumer.FindAsync(Kills)).ShouldBeNull();
        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        (await database.ScalarAsync<long>($"select count(*) from {BrokerTables.Notices}")).ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_setting_there_is_no_broker()
    {
        shared.Host.Services.GetService<BrokerPublisher>().ShouldBeNull();
        (await shared.Reader().GetAsync("/health/ready")).Is(200).Body["checks"]!["broker"].ShouldBeNull();
        await PublishedStories.PublishAsync(shared, "Wall without a broker");
        await using var database = NpgsqlDataSource.Create(shared.Database);
        (await database.ScalarAsync<long>($"select count(*) from {BrokerTables.Exchanges}")).ShouldBe(0);
    }

    /// <summary>Opens a connection that the broker refuses, and returns why.</summary>
    private static async Task<string> RefusedAsync(string address, string exchange)
    {
        var settings = BrokerSettings.Of(BrokerSettingsTests.Configured(address, exchange)).ShouldNotBeNull();
        await using var connection = new BrokerConnection(settings);
        var refused = await Should.ThrowAsync<Exception>(() => connection.OpenAsync(TestContext.Current.CancellationToken));
        return $"{refused}";
    }

    /// <summary>Takes the next message, and compares it with the webhook of the same notice.</summary>
    private static async Task<ConsumedMessage> NextAsync(
        BrokerConsumer consumer,
        Receiver receiver,
        DescribedMessages described,
        StoryDriver story,
        int count
    )
    {
        var message = await consumer.NextAsync(All);
        await Eventually.HoldsAsync("the webhook has arrived", () => Task.FromResult(receiver.Messages.Count == count));
        var webhook = receiver.Messages[^1].Json.AsObject();
        message.Properties.MessageId.ShouldBe(webhook["id"]!.GetValue<string>());
        message.Properties.Type.ShouldBe(webhook["type"]!.GetValue<string>());
        message.Properties.ContentType.ShouldBe("application/cloudevents+json");
        message.Properties.Persistent.ShouldBeTrue();
        message.Json["subject"]!.GetValue<Guid>().ShouldBe(story.Id);
        var (linked, included) = (message.Json["data"]!["content"]!["state"], webhook["data"]!["content"]!["state"]);
        $"{linked}".ShouldBe($"{included}" == "included" ? "linked" : $"{included}");
        message.Body.ShouldNotContain("leans");
        WithoutDifferences(message.Json).ToJsonString().ShouldBe(WithoutDifferences(webhook).ToJsonString());
        await ShouldBeCloudEventAsync(message.Body);
        described.Faults(message.Properties.Type!, JsonNode.Parse(message.Body)!).ShouldBeEmpty();
        return message;
    }

    /// <summary>Leaves out what a subscriber is sent and a consumer is not: the text, and the wish for an acknowledgement.</summary>
    private static JsonObject WithoutDifferences(JsonObject message)
    {
        var data = message["data"]!.AsObject();
        data.Remove("acknowledgementRequired");
        data["content"]!.AsObject().Remove("text");
        data["content"]!.AsObject().Remove("state");
        return message;
    }

    private static async Task ShouldBeCloudEventAsync(string body)
    {
        var path = Corpus.Files("standards/cloudevents", "cloudevents.json")[0];
        var schema = JsonSchema.FromText(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        schema.Evaluate(System.Text.Json.JsonDocument.Parse(body).RootElement).IsValid.ShouldBeTrue(body);
    }

    private static Task UntilAsync(Newsroom newsroom, string status, string detail = "") =>
        Eventually.HoldsAsync(
            $"the broker is {status}",
            async () =>
            {
                var check = (await newsroom.Reader().GetAsync("/health/ready")).Is(200).Body["checks"]!["broker"]!;
                return check["status"]!.GetValue<string>() == status
                    && (check["detail"]?.GetValue<string>() ?? "").Contains(detail, StringComparison.Ordinal);
            }
        );

    /// <summary>A host with a broker.</summary>
    private sealed class BrokerNewsroom : Newsroom
    {
        public BrokerNewsroom(RabbitNode node) =>
            Settings = new() { [BrokerSettings.AddressSetting] = node.Url, ["Subscribers:Send"] = "true" };
    }
}
