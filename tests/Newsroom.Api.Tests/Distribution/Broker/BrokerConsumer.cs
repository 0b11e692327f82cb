using System.Text;
using System.Text.Json.Nodes;
using RabbitMQ.Client;

namespace Newsroom.Api.Tests.Distribution.Broker;

/// <summary>A message that a consumer received.</summary>
/// <param name="Key">Its routing key.</param>
/// <param name="Properties">Its properties.</param>
/// <param name="Body">Its body.</param>
internal sealed record ConsumedMessage(string Key, IReadOnlyBasicProperties Properties, string Body)
{
    /// <summary>Gets the body as JSON.</summary>
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}

/// <summary>A system that consumes from the broker, and knows nothing of the newsroom but its documentation.</summary>
internal sealed class BrokerConsumer(RabbitNode node) : IAsyncDisposable
{
    private readonly HashSet<(string Queue, string? Id)> taken = [];
    private readonly HashSet<(string Queue, string? Id)> takenEarlier = [];
    private IConnection? connection;
    private IChannel? channel;

    /// <summary>
    /// Connects. After the broker was killed it repeats messages whose receipt it had not stored; those of an earlier connection are
    /// dropped.
    /// </summary>
    public async Task ConnectAsync()
    {
        await DisposeAsync();
        takenEarlier.UnionWith(taken);
        connection = await node.ConnectAsync();
        channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>Binds a durable queue to the exchange, which has to be there and a durable topic exchange.</summary>
    public async Task BindAsync(string queue, string exchange, string key)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await channel!.ExchangeDeclarePassiveAsync(exchange, cancellationToken);
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(queue, exchange, key, cancellationToken: cancellationToken);
    }

    /// <summary>Declares an exchange of another type than that of notices.</summary>
    public Task DeclareFanoutAsync(string exchange) =>
        channel!.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Waits for the next message of a queue.</summary>
    public async Task<ConsumedMessage> NextAsync(string queue)
    {
        ConsumedMessage? message = null;
        await Eventually.HoldsAsync($"{queue} has a message", async () => (message = await FindAsync(queue)) is not null);
        return message!;
    }

    /// <summary>Takes the next message of a queue; null where it is empty.</summary>
    public async Task<ConsumedMessage?> FindAsync(string queue)
    {
        while (await channel!.BasicGetAsync(queue, autoAck: true, TestContext.Current.CancellationToken) is { } next)
        {
            if (!takenEarlier.Contains((queue, next.BasicProperties.MessageId)))
            {
                taken.Add((queue, next.BasicProperties.MessageId));
                return new ConsumedMessage(next.RoutingKey, next.BasicProperties, Encoding.UTF8.GetString(next.Body.Span));
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
        {
            await channel!.DisposeAsync();
            await connection.DisposeAsync();
            connection = null;
        }
    }
}
