using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newsroom.Console.Hosting;

namespace Newsroom.Console.Tests.Hosting;

public sealed class GracefulShutdownTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task A_host_that_stops_is_not_ready_and_ends_its_streams_after_the_drain()
    {
        using var shutdown = Of(TimeSpan.FromSeconds(5));
        (await HealthAsync(shutdown)).ShouldBe(HealthStatus.Healthy);
        Connection(shutdown, "HTTP/1.1").ShouldBeEmpty();

        var stopping = shutdown.StoppingAsync(CancellationToken.None);
        (await HealthAsync(shutdown)).ShouldBe(HealthStatus.Unhealthy);
        Connection(shutdown, "HTTP/1.1").ShouldBe("close");
        Connection(shutdown, "HTTP/2").ShouldBeEmpty();
        shutdown.Ending.IsCancellationRequested.ShouldBeFalse();

        clock.Advance(TimeSpan.FromSeconds(5));
        await stopping;
        shutdown.Ending.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task A_host_without_a_drain_stops_at_once()
    {
        using var shutdown = Of(TimeSpan.Zero);
        await shutdown.StoppingAsync(CancellationToken.None);
        shutdown.Ending.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task A_host_that_has_been_disposed_of_can_be_stopped_again()
    {
        var shutdown = Of(TimeSpan.Zero);
        await shutdown.StoppingAsync(CancellationToken.None);
        shutdown.Dispose();
        await shutdown.StoppingAsync(CancellationToken.None);
        shutdown.Ending.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task A_host_that_may_wait_no_longer_ends_its_streams()
    {
        using var shutdown = Of(TimeSpan.FromSeconds(5));
        await shutdown.StoppingAsync(new CancellationToken(canceled: true));
        shutdown.Ending.IsCancellationRequested.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", true, 0)]
    [InlineData("", false, 5)]
    [InlineData("00:00:20", false, 20)]
    [InlineData("00:00:00", false, 0)]
    [InlineData("00:05:00", true, 300)]
    public void The_drain_is_a_setting(string given, bool isDevelopment, int seconds) =>
        GracefulShutdown.ReadDrain(Configuration(given), isDevelopment).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("soon")]
    [InlineData("-00:00:01")]
    [InlineData("00:05:01")]
    public void A_drain_that_is_no_duration_or_too_long_is_refused(string given) =>
        Should
            .Throw<HostSettingsException>(() => GracefulShutdown.ReadDrain(Configuration(given), isDevelopment: false))
            .Message.ShouldStartWith($"Shutdown:Drain is “{given}”. Accepted: a duration");

    private GracefulShutdown Of(TimeSpan drain) => new(drain, clock, NullLogger<GracefulShutdown>.Instance);

    private static async Task<HealthStatus> HealthAsync(GracefulShutdown shutdown) =>
        (await shutdown.CheckHealthAsync(new HealthCheckContext())).Status;

    private static string Connection(GracefulShutdown shutdown, string protocol)
    {
        var http = new DefaultHttpContext { Request = { Protocol = protocol } };
        shutdown.CloseAsync(http, _ => Task.CompletedTask).IsCompletedSuccessfully.ShouldBeTrue();
        return http.Response.Headers.Connection.ToString();
    }

    private static IConfiguration Configuration(string given) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Shutdown:Drain", given)]).Build();
}
