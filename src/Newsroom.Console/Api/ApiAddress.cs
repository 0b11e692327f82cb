using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Newsroom.Console.Configuration;

namespace Newsroom.Console.Api;

/// <summary>Connects to the API: at its configured address, or at the address that this host listens on.</summary>
internal sealed class ApiAddress(ConsoleOptions options, IServer server) : IDisposable
{
    private readonly Lazy<HttpClient> http = new(() => Connect(options.Api ?? OwnAddress(server), options.ApiHost));

    /// <summary>Gets a client without a token; the address is known once the host listens.</summary>
    public HttpClient Http => http.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (http.IsValueCreated)
        {
            http.Value.Dispose();
        }
    }

    /// <summary>Returns the address that clients on this machine reach a server at.</summary>
    internal static Uri LoopbackOf(string address)
    {
        // Kestrel writes the wildcards * and + as [::].
        var named = address.Replace("://*", "://[::]", StringComparison.Ordinal).Replace("://+", "://[::]", StringComparison.Ordinal);
        var uri = new UriBuilder(named);
        if (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.IPv6Any) || ip.Equals(IPAddress.Any)))
        {
            uri.Host = "localhost";
        }

        return uri.Uri;
    }

    private static HttpClient Connect(Uri address, string? host)
    {
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        var http = new HttpClient(handler) { BaseAddress = address };
        http.DefaultRequestHeaders.Host = host;
        return http;
    }

    private static Uri OwnAddress(IServer server)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal)) ?? addresses.FirstOrDefault();
        return address is null
            ? throw new InvalidOperationException("This process listens on no address. Set Console:Api to the address of the API.")
            : LoopbackOf(address);
    }
}
