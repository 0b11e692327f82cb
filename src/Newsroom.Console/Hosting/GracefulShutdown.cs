using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Newsroom.Console.Hosting;

/// <summary>
/// Stops a host without failed requests. At first the host is not ready any more, and serves requests while proxies notice that; responses
/// ask clients to close their connections. Then streams end, so that their clients connect to another host, and the server stops.
/// </summary>
public sealed partial class GracefulShutdown : IHostedLifecycleService, IHealthCheck, IDisposable
{
    /// <summary>The setting: how long a host that stops serves requests while it is not ready.</summary>
    public const string DrainSetting = "Shutdown:Drain";

    /// <summary>How long running requests may take when the host stops, and its background work after them.</summary>
    internal static readonly TimeSpan ForRequests = TimeSpan.FromSeconds(40);

    private static readonly TimeSpan DefaultDrain = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan MaxDrain = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource ending = new();
    private readonly TimeSpan drain;
    private readonly TimeProvider clock;
    private readonly ILogger<GracefulShutdown> log;
    private bool isDisposed;

    /// <summary>Creates it.</summary>
    /// <param name="drain">How long the host serves requests while it is not ready.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="log">The log.</param>
    public GracefulShutdown(TimeSpan drain, TimeProvider clock, ILogger<GracefulShutdown> log) =>
        (this.drain, this.clock, this.log, Ending) = (drain, clock, log, ending.Token);

    /// <summary>Whether the host is about to stop.</summary>
    public bool IsStopping { get; private set; }

    /// <summary>Gets a token that is cancelled when streams have to end.</summary>
    public CancellationToken Ending { get; }

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        IsStopping = true;
        if (drain > TimeSpan.Zero)
        {
            Draining(log, drain.TotalSeconds);
            await Task.Delay(drain, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // A host can be stopped a second time, after it has been disposed of.
        if (!isDisposed)
        {
            await ending.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsStopping ? HealthCheckResult.Unhealthy("The host is stopping.") : HealthCheckResult.Healthy());

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        isDisposed = true;
        ending.Dispose();
    }

    /// <summary>Returns how long a host drains.</summary>
    /// <exception cref="HostSettingsException">The setting is not a duration of at most five minutes.</exception>
    internal static TimeSpan ReadDrain(IConfiguration configuration, bool isDevelopment)
    {
        if (configuration[DrainSetting] is not { Length: > 0 } given)
        {
            return isDevelopment ? TimeSpan.Zero : DefaultDrain;
        }

        return TimeSpan.TryParse(given, CultureInfo.InvariantCulture, out var drain) && drain >= TimeSpan.Zero && drain <= MaxDrain
            ? drain
            : throw new HostSettingsException(
                $"{DrainSetting} is “{given}”. Accepted: a duration, hours:minutes:seconds, of at most {MaxDrain:c}, such as "
                    + $"{DefaultDrain:c}."
            );
    }

    internal Task CloseAsync(HttpContext http, RequestDelegate next)
    {
        if (IsStopping && HttpProtocol.IsHttp11(http.Request.Protocol))
        {
            http.Response.Headers.Connection = "close";
        }

        return next(http);
    }

    [LoggerMessage(LogLevel.Information, "The host stops. It is not ready any more, and serves requests for {Seconds} seconds.")]
    private static partial void Draining(ILogger log, double seconds);
}
