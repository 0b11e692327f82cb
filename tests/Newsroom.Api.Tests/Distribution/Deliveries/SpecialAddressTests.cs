using System.Net;
using Newsroom.Api.Distribution.Deliveries;

namespace Newsroom.Api.Tests.Distribution.Deliveries;

/// <summary>Which addresses notices are sent to.</summary>
public sealed class SpecialAddressTests
{
    private static readonly DeliverySettings Default = new([], 4, Sends: true);

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("100.128.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    [InlineData("64:ff9b::5db8:d70e")]
    public void Those_of_the_internet_are_permitted(string address) => Default.Allows(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:1::1")]
    public void Those_of_machines_and_networks_are_refused(string address) => Default.Allows(IPAddress.Parse(address)).ShouldBeFalse();

    [Fact]
    public void The_configuration_permits_networks()
    {
        var settings = Default with { AllowedNetworks = [IPNetwork.Parse("10.1.0.0/16")] };
        settings.Allows(IPAddress.Parse("10.1.2.3")).ShouldBeTrue();
        settings.Allows(IPAddress.Parse("::ffff:10.1.2.3")).ShouldBeTrue();
        settings.Allows(IPAddress.Parse("10.2.0.1")).ShouldBeFalse();
    }
}
