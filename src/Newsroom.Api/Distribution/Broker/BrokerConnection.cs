using RabbitMQ.Client;

namespace Newsroom.Api.Distribution.Broker;

/// <summary>The connection to the broker. It is made when it is needed, and replaced after a failure.</summary>
/// <param name="settings">The settings.</param>
internal sealed class BrokerConnection(BrokerSettings settings) : IAsyncDisposable
{
    private static readonly CreateChannelOptions Confirming = new(
        publisherConfirmationsEnabled: true,
        publisherConfirmationTrackingEnabled: true
    );

    private IConnection? connection;
    private IChannel? channel;

    /// <summary>Returns a channel whose messages the broker confirms. The exchange is declared: a durable topic exchange.</summary>
    public async Task<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (channel is { IsOpen: true } open)
        {
            return open;
        }

        await CloseAsync();
        connection = await settings.Factory().CreateConnectionAsync(cancellationToken);
        var created = await connection.CreateChannelAsync(Confirming, cancellationToken);
        await created.ExchangeDeclareAsync(
            settings.Exchange,
            ExchangeType.Topic,
            durable: true,
            autoDelete: false,
            cancellationToken: cancellationToken
        );
        return channel = created;
    }

    /// <summary>Closes the connection; the next use makes another.</summary>
    public async Task CloseAsync()
    {
        var (last, lastChannel) = (connection, channel);
        (connection, channel) = (null, null);
        if (lastChannel is not null)
        {
            await lastChannel.DisposeAsync();
        }

        if (last is not null)
        {
            await last.AbortAsync();
            await last.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await CloseAsync();
}
