using Microsoft.Extensions.Configuration;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Tests.Infrastructure.Persistence;

public sealed class NodeCoordinationTests
{
    [Theory]
    [InlineData("", 4)]
    [InlineData("00:00:02", 2)]
    [InlineData("00:01:00", 60)]
    public void A_node_is_dead_after_a_duration(string given, int seconds) =>
        NodeCoordination.DeadAfter(Configuration(given)).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("00:00:01")]
    [InlineData("soon")]
    public void A_duration_within_which_living_nodes_are_silent_is_refused(string given) =>
        Should
            .Throw<SettingsException>(() => NodeCoordination.DeadAfter(Configuration(given)))
            .Message.ShouldStartWith("Nodes:DeadAfter is");

    private static IConfiguration Configuration(string given) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Nodes:DeadAfter", given)]).Build();
}
