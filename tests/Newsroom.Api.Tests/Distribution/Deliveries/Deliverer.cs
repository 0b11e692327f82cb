using System.Net;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newsroom.Api.Distribution.Deliveries;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Distribution.Subscribers;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Distribution.Deliveries;

/// <summary>Subscribers of one test, and a dispatcher whose clock the test moves. The subscribers are removed at its end.</summary>
internal sealed class Deliverer : IAsyncDisposable
{
    private readonly Newsroom newsroom;
    private readonly WebhookSender sender;
    private readonly DeliveryQueue queue;
    private readonly List<string> subscribers = [];

    public Deliverer(Newsroom newsroom, IPAddress? resolved = null)
    {
        this.newsroom = newsroom;
        Clock = new FakeTimeProvider(newsroom.Clock.GetUtcNow().AddSeconds(1));
        var services = newsroom.Host.Services;
        var settings = services.GetRequiredService<DeliverySettings>();
        sender = new WebhookSender(settings, Clock, resolved is null ? new NameResolver() : new FixedResolver(resolved));
        queue = new DeliveryQueue(services.GetRequiredService<NpgsqlDataSource>(), Clock);
        Dispatcher = new DeliveryDispatcher(
            queue,
            services.GetRequiredService<DeliveryWriter>(),
            sender,
            services.GetRequiredService<SubscriberSecrets>(),
            services.GetRequiredService<GoneSubscribers>(),
            services.GetRequiredService<DeliveryMetrics>(),
            services.GetRequiredService<DeliveryCounts>(),
            settings,
            new DeliverySignal(),
            services.GetRequiredService<IDocumentStore>(),
            Clock,
            NullLogger<DeliveryDispatcher>.Instance
        );
    }

    public FakeTimeProvider Clock { get; }

    public DeliveryDispatcher Dispatcher { get; }

    public Person Admin => newsroom.As("ada", Role.Admin);

    /// <summary>Registers a subscriber.</summary>
    /// <returns>Its id and its secret.</returns>
    public async Task<(string Id, string Secret)> RegisterAsync(string url, object? more = null, bool isRemovedByTest = false)
    {
        var id = $"sub-{Guid.NewGuid():N}";
        var body = new JsonObject { ["id"] = id, ["name"] = "Harbour News", ["url"] = url };
        foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject())
        {
            body[name] = value!.DeepClone();
        }

        var registered = (await Admin.PostAsync("/subscribers/register-subscriber", body.ToJsonString())).Is(201);
        if (!isRemovedByTest)
        {
            subscribers.Add(id);
        }

        return (id, registered.Json["secret"]!.GetValue<string>());
    }

    /// <summary>Waits until a number of deliveries of a story is recorded, and moves the clock there if it is behind.</summary>
    public async Task RecordedAsync(StoryDriver story, int count)
    {
        await TableSignal.UntilAsync(
            newsroom.Database,
            DeliveryTables.Deliveries,
            $"select count(*) = {count} from {DeliveryTables.Deliveries} where story = '{story.Id}'"
        );
        if (newsroom.Clock.GetUtcNow() is var now && now > Clock.GetUtcNow())
        {
            Clock.SetUtcNow(now);
        }
    }

    /// <summary>Sends all that is due, and what becomes due by it, without moving the clock.</summary>
    public async Task SendAsync()
    {
        while (await Dispatcher.SendDueAsync(TestContext.Current.CancellationToken) > 0)
        {
            await Dispatcher.DrainAsync();
        }
    }

    /// <summary>Takes what is due and does nothing with it, as a node that is lost.</summary>
    /// <returns>The number of deliveries.</returns>
    public async Task<int> LoseAsync() =>
        (await queue.ClaimAsync([], most: 4, TestContext.Current.CancellationToken)).Count;

    /// <summary>Moves the clock to the next attempt.</summary>
    /// <returns>How long that is.</returns>
    public async Task<TimeSpan> AdvanceAsync()
    {
        var next = (await queue.NextDueAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();
        var wait = next - Clock.GetUtcNow();
        wait.ShouldBeGreaterThan(TimeSpan.Zero);
        Clock.Advance(wait);
        return wait;
    }

    /// <summary>Reads the deliveries to a subscriber, oldest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> LogAsync(string subscriber)
    {
        var page = (await Admin.GetAsync($"/subscribers/{subscriber}/deliveries?limit=200")).Is(200).Body;
        return [.. page["items"]!.AsArray().Reverse().Select(entry => entry!)];
    }

    public async ValueTask DisposeAsync()
    {
        await Dispatcher.DrainAsync();
        foreach (var subscriber in subscribers)
        {
            (await Admin.PostAsync($"/subscribers/{subscriber}/remove-subscriber", "{}")).Is(200);
        }

        Dispatcher.Dispose();
        sender.Dispose();
    }

    private sealed class FixedResolver(IPAddress address) : NameResolver
    {
        public override Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<IPAddress>>([address]);
    }
}
