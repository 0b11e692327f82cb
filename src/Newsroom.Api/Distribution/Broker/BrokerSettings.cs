using System.Net.Security;
using System.Text.RegularExpressions;
using Newsroom.Api.Infrastructure.Persistence;
using RabbitMQ.Client;

namespace Newsroom.Api.Distribution.Broker;

/// <summary>The RabbitMQ broker that notices go to. It has the password, which no message shows.</summary>
internal sealed partial class BrokerSettings
{
    /// <summary>The setting of the address; without it there is no broker.</summary>
    public const string AddressSetting = "Messaging:RabbitMq";

    /// <summary>The setting of the exchange.</summary>
    public const string ExchangeSetting = "Messaging:Exchange";

    /// <summary>The name of the exchange unless another is set.</summary>
    public const string DefaultExchange = "newsroom";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);

    private readonly Uri address;

    private BrokerSettings(Uri address, string exchange) => (this.address, Exchange) = (address, exchange);

    /// <summary>Gets the name of the exchange.</summary>
    public string Exchange { get; }

    /// <summary>Reads the settings.</summary>
    /// <returns>The settings; null where there is no broker.</returns>
    /// <exception cref="SettingsException">A setting is not what is accepted.</exception>
    public static BrokerSettings? Of(IConfiguration configuration)
    {
        if (configuration[AddressSetting] is not { Length: > 0 } text)
        {
            return null;
        }

        var exchange = configuration[ExchangeSetting] is { Length: > 0 } name ? name : DefaultExchange;
        if (!ExchangeName().IsMatch(exchange))
        {
            throw new SettingsException(
                $"{ExchangeSetting} is \"{exchange}\". Accepted: at most 127 letters, digits, dots, colons, hyphens and underscores, "
                    + "not beginning with amq."
            );
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && IsOfBroker(address)
            ? new BrokerSettings(address, exchange)
            : throw new SettingsException(
                $"{AddressSetting} cannot be read. Accepted: an address such as amqps://user:password@broker.example.org/host, "
                    + "with special characters percent-encoded."
            );
    }

    /// <summary>Returns how to connect. The certificate of a broker is verified, with its name.</summary>
    public ConnectionFactory Factory()
    {
        var factory = new ConnectionFactory
        {
            Uri = address,
            ClientProvidedName = "newsroom",
            // A connection that fails is replaced, with its channel.
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedConnectionTimeout = Timeout,
            HandshakeContinuationTimeout = Timeout,
            ContinuationTimeout = Timeout,
            RequestedHeartbeat = Heartbeat,
        };
        factory.Ssl.AcceptablePolicyErrors = SslPolicyErrors.None;
        return factory;
    }

    private static bool IsOfBroker(Uri address) =>
        address.Scheme is "amqp" or "amqps"
        && address.Host.Length > 0
        && address.Segments.Length <= 2
        && address.Query.Length == 0
        && address.Fragment.Length == 0;

    [GeneratedRegex(@"^(?!amq\.)[A-Za-z0-9._:-]{1,127}\z")]
    private static partial Regex ExchangeName();
}
