using System.Net;
using Microsoft.Extensions.Configuration;
using Newsroom.Console.Hosting;

namespace Newsroom.Console.Tests.Hosting;

/// <summary>Only configured proxies say where a request comes from.</summary>
public sealed class TrustedProxiesTests
{
    [Fact]
    public void By_default_there_is_none() => TrustedProxies.Read(new ConfigurationManager()).ShouldBeNull();

    [Fact]
    public void Those_that_are_configured_are_the_only_ones()
    {
        var options = TrustedProxies.Read(
            new ConfigurationManager
            {
                ["ForwardedHeaders:KnownProxies"] = "10.0.0.7, 2001:db8::7",
                ["ForwardedHeaders:KnownNetworks"] = "10.1.0.0/16",
            }
        )!;
        options.KnownProxies.ShouldBe([IPAddress.Parse("10.0.0.7"), IPAddress.Parse("2001:db8::7")]);
        options.KnownIPNetworks.Select(network => $"{network}").ShouldBe(["10.1.0.0/16"]);
    }

    [Theory]
    [InlineData("ForwardedHeaders:KnownProxies", "proxy.example")]
    [InlineData("ForwardedHeaders:KnownProxies", "10.0.0.0/8")]
    [InlineData("ForwardedHeaders:KnownNetworks", "10.0.0.0/33")]
    [InlineData("FORWARDEDHEADERS_ENABLED", "true")]
    public void A_setting_that_is_not_accepted_stops_the_host(string setting, string value) =>
        Should.Throw<HostSettingsException>(() => TrustedProxies.Read(new ConfigurationManager { [setting] = value }));
}
