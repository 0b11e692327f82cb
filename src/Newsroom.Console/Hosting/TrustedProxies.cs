using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Network = System.Net.IPNetwork;

namespace Newsroom.Console.Hosting;

/// <summary>
/// Reads address, scheme and host of a request from <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c>, if a configured proxy sent it.
/// By default there is none, and the headers have no effect.
/// </summary>
public static class TrustedProxies
{
    private const string ProxiesSetting = "ForwardedHeaders:KnownProxies";

    private const string NetworksSetting = "ForwardedHeaders:KnownNetworks";

    // ASPNETCORE_FORWARDEDHEADERS_ENABLED: the framework then believes every client.
    private const string FrameworkSetting = "FORWARDEDHEADERS_ENABLED";

    /// <summary>Reads the settings; null where no proxy is configured.</summary>
    /// <exception cref="HostSettingsException">An entry is no address, or every client would be believed.</exception>
    public static ForwardedHeadersOptions? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (string.Equals(configuration[FrameworkSetting], "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new HostSettingsException(
                $"ASPNETCORE_{FrameworkSetting} is set: every client could then name another address. "
                    + $"Set {ProxiesSetting} or {NetworksSetting} to the proxies in its place."
            );
        }

        var proxies = ListOf<IPAddress>(configuration, ProxiesSetting, IPAddress.TryParse, "addresses such as 10.0.0.7");
        var networks = ListOf<Network>(configuration, NetworksSetting, Network.TryParse, "networks such as 10.0.0.0/24");
        if (proxies.Count + networks.Count == 0)
        {
            return null;
        }

        // Each proxy of a chain has to be known, so that its length needs no limit.
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        proxies.ForEach(options.KnownProxies.Add);
        networks.ForEach(options.KnownIPNetworks.Add);
        return options;
    }

    /// <summary>Applies the settings; precedes everything that reads the address of a request.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder app, ForwardedHeadersOptions? options)
    {
        if (options is not null)
        {
            app.UseForwardedHeaders(options);
        }
    }

    private static List<T> ListOf<T>(IConfiguration configuration, string setting, Parser<T> parse, string accepted)
    {
        var list = new List<T>();
        var given = (configuration[setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var text in given)
        {
            list.Add(
                parse(text, out var read)
                    ? read
                    : throw new HostSettingsException($"{setting} has \"{text}\". Accepted: {accepted}, divided by commas.")
            );
        }

        return list;
    }

    private delegate bool Parser<T>(string text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T read);
}
