using System.Globalization;
using Newsroom.Api.Distribution.Deliveries;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Api.Tests.Publication;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Distribution.Deliveries;

/// <summary>A node is killed while it publishes and sends. Its successor sends every notice of what is in the record.</summary>
public sealed class KilledSenderTests : IAsyncLifetime
{
    /// <summary>How often the node is killed; <c>NEWSROOM_KILLS</c>.</summary>
    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("NEWSROOM_KILLS") ?? "1",
        CultureInfo.InvariantCulture
    );

    private const int Stories = 6;

    private readonly string data = Directory.CreateTempSubdirectory("newsroom-tests-").FullName;
    private string database = "";

    public async ValueTask InitializeAsync() => database = await TemplateDatabase.CopyAsync(data);

    public async ValueTask DisposeAsync()
    {
        await TestServer.DropDatabaseAsync(database);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Every_publication_is_delivered_and_one_that_is_sent_twice_has_one_id()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        var node = await StartAsync();
        try
        {
            var admin = node.As("jonas", Role.Admin);
            (await admin.PutAsync("/desks/town", new { name = "Town", language = "en" })).Status.ShouldBeInRange(200, 201);
            var subscriber = new { name = "Harbour News", url = receiver.Url };
            var registered = (await admin.PostAsync("/subscribers/register-subscriber", subscriber)).Is(201);
            receiver.Secret = registered.Json["secret"]!.GetValue<string>();
            for (var kill = 0; kill < Kills; kill++)
            {
                await PublishAndKillAsync(node, $"Killed {kill}", receiver);
                node.Dispose();
                node = await StartAsync();
                // The lease of the killed node has ended by now.
                await source.RunAsync($"update {DeliveryTables.Deliveries} set leased_until = null");
            }

            await TableSignal.UntilAsync(
                database,
                DeliveryTables.Deliveries,
                $"""
                select (select count(*) from newsroom.mt_events where type = 'story_published')
                    = (select count(*) from {DeliveryTables.Deliveries} where state = 'delivered')
                """
            );
        }
        finally
        {
            node.Dispose();
        }

        var received = receiver.Messages.GroupBy(message => message.Json["subject"]!.GetValue<Guid>()).ToList();
        received.ShouldAllBe(messages => messages.Select(message => message.Id).Distinct().Count() == 1);
        var published = await source.ScalarAsync<Guid[]>(
            "select array_agg(stream_id) from newsroom.mt_events where type = 'story_published'"
        );
        published.Length.ShouldBeGreaterThanOrEqualTo(Kills);
        received.Select(messages => messages.Key).ShouldBe(published, ignoreOrder: true);
    }

    private Task<HostNode> StartAsync() => HostNode.StartAsync(database, data, ("Subscribers__Send", "true"));

    /// <summary>Publishes stories, and kills the node as soon as the first notice of them arrives, with others under way.</summary>
    private static async Task PublishAndKillAsync(HostNode node, string headline, Receiver receiver)
    {
        var ready = new List<(Guid Story, long Version)>();
        for (var i = 0; i < Stories; i++)
        {
            ready.Add(await ReadyStories.MakeAsync(node, $"{headline} {i}"));
        }

        var arrived = new TaskCompletionSource();
        receiver.Respond = async (http, _) =>
        {
            arrived.TrySetResult();
            // The node is killed before it has the response.
            var aborted = new TaskCompletionSource();
            await using var registration = http.RequestAborted.Register(aborted.SetResult);
            await aborted.Task;
        };
        var publishing = ready.Select(story =>
            node.As("pia", Role.Publisher).PostAsync($"/stories/{story.Story}/publish", basedOn: story.Version)
        );
        var all = Task.WhenAll(publishing);
        await arrived.Task.WaitAsync(Eventually.Timeout, TestContext.Current.CancellationToken);
        node.Kill();
        receiver.Respond = (_, _) => Task.CompletedTask;
        // Requests that the node did not answer fail; what is in the record counts.
        await all.ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
