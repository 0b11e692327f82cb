using System.Net.Security;
using Microsoft.Extensions.Configuration;
using Newsroom.Api.Distribution.Broker;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Tests.Distribution.Broker;

/// <summary>Reads the settings of the broker.</summary>
public sealed class BrokerSettingsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_an_address_there_is_no_broker(string? address) => BrokerSettings.Of(Configured(address)).ShouldBeNull();

    [Theory]
    [InlineData("broker.example.org")]
    [InlineData("http://user:hidden@broker.example.org")]
    [InlineData("amqp://")]
    [InlineData("amqp://user:hidden@broker.example.org:99999")]
    [InlineData("amqp://user:hidden@broker.example.org/one/two")]
    [InlineData("amqp://user:hidden@broker.example.org/host?heartbeat=5")]
    [InlineData("amqps://user:hidden@broker.example.org/#host")]
    public void An_address_that_cannot_be_read_is_refused_without_its_password(string address) =>
        Should
            .Throw<SettingsException>(() => BrokerSettings.Of(Configured(address)))
            .Message.ShouldSatisfyAllConditions(
                message => message.ShouldStartWith("Messaging:RabbitMq cannot be read."),
                message => message.ShouldNotContain("hidden")
            );

    [Theory]
    [InlineData("amq.topic")]
    [InlineData("news room")]
    [InlineData("newsroom\n")]
    public void The_name_of_an_exchange_that_a_broker_would_refuse_is_refused(string exchange) =>
        Should.Throw<SettingsException>(() => BrokerSettings.Of(Configured("amqp://localhost", exchange)));

    [Fact]
    public void The_address_has_user_password_and_virtual_host()
    {
        const string address = "amqps://news%40room:s%2Fecret@broker.example.org/one%2Ftwo";
        var settings = BrokerSettings.Of(Configured(address, "events")).ShouldNotBeNull();
        settings.Exchange.ShouldBe("events");
        $"{settings}".ShouldNotContain("ecret");
        var factory = settings.Factory();
        (factory.UserName, factory.Password, factory.VirtualHost).ShouldBe(("news@room", "s/ecret", "one/two"));
        (factory.HostName, factory.Port).ShouldBe(("broker.example.org", 5671));
    }

    [Fact]
    public void The_certificate_of_the_broker_is_verified_with_its_name()
    {
        var tls = BrokerSettings.Of(Configured("amqps://broker.example.org")).ShouldNotBeNull().Factory().Ssl;
        tls.Enabled.ShouldBeTrue();
        tls.ServerName.ShouldBe("broker.example.org");
        tls.AcceptablePolicyErrors.ShouldBe(SslPolicyErrors.None);
    }

    /// <summary>Returns the settings of an address and an exchange.</summary>
    internal static IConfiguration Configured(string? address, string? exchange = null) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    [BrokerSettings.AddressSetting] = address,
                    [BrokerSettings.ExchangeSetting] = exchange,
                }
            )
            .Build();
}
