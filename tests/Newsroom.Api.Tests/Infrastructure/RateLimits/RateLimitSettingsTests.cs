using Microsoft.Extensions.Configuration;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.RateLimits;

namespace Newsroom.Api.Tests.Infrastructure.RateLimits;

/// <summary>The settings of the limits.</summary>
public sealed class RateLimitSettingsTests
{
    [Fact]
    public void By_default_requests_are_limited_above_what_a_person_sends()
    {
        var settings = RateLimitSettings.Of(new ConfigurationManager());
        settings.IsOn.ShouldBeTrue();
        (settings.Staff.Burst, settings.Staff.PerMinute).ShouldBe((1000, 6000));
        (settings.Service.Burst, settings.Service.PerMinute).ShouldBe((2000, 12_000));
        (settings.Anonymous.Burst, settings.Anonymous.PerMinute).ShouldBe((500, 3000));
    }

    [Fact]
    public void A_limit_can_be_set()
    {
        var given = new ConfigurationManager { ["RateLimits:Staff:Burst"] = "7", ["RateLimits:Enabled"] = "false" };
        var settings = RateLimitSettings.Of(given);
        (settings.Staff.Burst, settings.IsOn).ShouldBe((7, false));
    }

    [Theory]
    [InlineData("RateLimits:Staff:Burst", "0")]
    [InlineData("RateLimits:Service:PerMinute", "-1")]
    [InlineData("RateLimits:Anonymous:Burst", "100001")]
    [InlineData("RateLimits:Anonymous:PerMinute", "many")]
    [InlineData("RateLimits:Enabled", "perhaps")]
    public void A_setting_that_is_not_accepted_stops_the_host(string setting, string value) =>
        Should
            .Throw<SettingsException>(() => RateLimitSettings.Of(new ConfigurationManager { [setting] = value }))
            .Message.ShouldContain(setting);
}
