using System.Collections.Immutable;
using System.Net;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>Configures deliveries.</summary>
/// <param name="AllowedNetworks">Networks that notices are sent to although they are not of the Internet.</param>
/// <param name="MaxInFlight">How many notices a node sends to one subscriber at the same time.</param>
/// <param name="Sends">Whether this node sends. One on a copy of the database does not.</param>
internal sealed record DeliverySettings(ImmutableArray<IPNetwork> AllowedNetworks, int MaxInFlight, bool Sends)
{
    /// <summary>
    /// The setting of the networks: a list in CIDR notation, divided by commas. In Development by default the machine itself.
    /// </summary>
    public const string NetworksSetting = "Subscribers:AllowedNetworks";

    /// <summary>The setting of the number of notices.</summary>
    public const string InFlightSetting = "Subscribers:MaxInFlight";

    /// <summary>The setting of whether this node sends; true by default.</summary>
    public const string SendSetting = "Subscribers:Send";

    private const string DevelopmentNetworks = "127.0.0.0/8, ::1/128";

    private const int DefaultInFlight = 4;

    private const int HighestInFlight = 100;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">A setting is not what is accepted.</exception>
    public static DeliverySettings Of(IConfiguration configuration, IHostEnvironment environment) =>
        new(
            NetworksOf(configuration[NetworksSetting] ?? (environment.IsDevelopment() ? DevelopmentNetworks : "")),
            InFlightOf(configuration[InFlightSetting]),
            SendsOf(configuration[SendSetting])
        );

    /// <summary>Returns whether notices are sent to an address.</summary>
    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return SpecialAddresses.IsPublic(plain) || AllowedNetworks.Any(network => network.Contains(plain));
    }

    private static ImmutableArray<IPNetwork> NetworksOf(string list) =>
        [
            .. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(text =>
                    IPNetwork.TryParse(text, out var network)
                        ? network
                        : throw new SettingsException(
                            $"{NetworksSetting} has \"{text}\". Accepted: networks such as 10.1.0.0/16, divided by commas."
                        )
                ),
        ];

    private static int InFlightOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return DefaultInFlight;
        }

        return int.TryParse(text, out var number) && number is >= 1 and <= HighestInFlight
            ? number
            : throw new SettingsException($"{InFlightSetting} is \"{text}\". Accepted: a number from 1 to {HighestInFlight}.");
    }

    private static bool SendsOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        return bool.TryParse(text, out var sends)
            ? sends
            : throw new SettingsException($"{SendSetting} is \"{text}\". Accepted: true or false.");
    }
}
