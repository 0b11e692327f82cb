using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Newsroom.EmbeddedPostgres;

/// <summary>Restarts the embedded server on its port after it has died, with an increasing delay.</summary>
public sealed partial class EmbeddedPostgresSupervisor(
    EmbeddedPostgresServer server,
    TimeProvider clock,
    ILogger<EmbeddedPostgresSupervisor> log
) : BackgroundService
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromSeconds(30);

    private volatile string? problem;

    /// <summary>Gets why the server is down and the number of the restart attempt; null while it runs.</summary>
    public string? Problem => problem;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var delay = PollingInterval;
        for (var attempt = 1; !stoppingToken.IsCancellationRequested; attempt++)
        {
            await Task.Delay(delay, clock, stoppingToken);
            if (server.IsRunning)
            {
                var wasDown = problem is not null;
                (attempt, delay, problem) = (0, PollingInterval, null);
                if (wasDown)
                {
                    Restarted(log, server.Port);
                }

                continue;
            }

            problem = $"The embedded PostgreSQL has stopped; restarting it (attempt {attempt}).";
            Restarting(log, attempt);
            try
            {
                await server.RestartAsync(stoppingToken);
            }
            catch (EmbeddedPostgresException failure)
            {
                problem = $"The embedded PostgreSQL has stopped and could not be restarted (attempt {attempt}): {failure.Message}";
                NotRestarted(log, failure);
                delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, MaxRetryDelay.Ticks));
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The embedded PostgreSQL has stopped; restarting it (attempt {Attempt}).")]
    private static partial void Restarting(ILogger log, int attempt);

    [LoggerMessage(LogLevel.Information, "The embedded PostgreSQL was restarted on port {Port}.")]
    private static partial void Restarted(ILogger log, int port);

    [LoggerMessage(LogLevel.Error, "The embedded PostgreSQL could not be restarted; retrying later.")]
    private static partial void NotRestarted(ILogger log, Exception failure);
}
