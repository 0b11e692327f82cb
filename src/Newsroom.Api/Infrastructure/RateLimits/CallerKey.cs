using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Newsroom.Api.Infrastructure.Security;

namespace Newsroom.Api.Infrastructure.RateLimits;

/// <summary>
/// Whose requests are counted together: those of a verified identity, or those without one from a client address. Addresses of IPv6 are
/// counted by their network (/64), which a single client has.
/// </summary>
/// <param name="Subject">The subject of the token; null for an address.</param>
/// <param name="Issuer">The issuer of the token; null for an address.</param>
/// <param name="Family">The family of the address.</param>
/// <param name="Address">The address, or its network.</param>
internal readonly record struct CallerKey(string? Subject, string? Issuer, AddressFamily Family, ulong Address)
{
    /// <summary>Returns the key of an identity.</summary>
    public static CallerKey Of(ClaimsPrincipal user) =>
        new(user.FindFirst("sub")?.Value, user.FindFirst("iss")?.Value, AddressFamily.Unspecified, 0);

    /// <summary>Returns the key of a client address.</summary>
    public static CallerKey Of(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (address is null || !address.TryWriteBytes(bytes, out var length))
        {
            return new(null, null, AddressFamily.Unspecified, 0);
        }

        if (length == 4 || address.IsIPv4MappedToIPv6)
        {
            return new(null, null, AddressFamily.InterNetwork, BinaryPrimitives.ReadUInt32BigEndian(bytes[(length - 4)..length]));
        }

        return new(null, null, AddressFamily.InterNetworkV6, BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }
}
