using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>
/// Tells the addresses of the Internet from those of machines, networks and clouds, which notices are not sent to (IANA IPv4 and IPv6
/// Special-Purpose Address Registries, RFC 6890).
/// </summary>
internal static class SpecialAddresses
{
    private const int BytesOfIPv4 = 4;

    private static readonly ImmutableArray<IPNetwork> Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    // Addresses of IPv6 that name one of IPv4, which begins at this byte: mapped, translated (RFC 6052) and 6to4 ones.
    private static readonly ImmutableArray<(IPNetwork Network, int Start)> Embedding =
    [
        (IPNetwork.Parse("::ffff:0:0/96"), 12),
        (IPNetwork.Parse("64:ff9b::/96"), 12),
        (IPNetwork.Parse("2002::/16"), 2),
    ];

    /// <summary>Returns whether an address is one of the Internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            foreach (var (network, start) in Embedding)
            {
                if (network.Contains(address))
                {
                    return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(start, BytesOfIPv4)));
                }
            }
        }

        return !Reserved.Any(network => network.Contains(address));
    }
}
