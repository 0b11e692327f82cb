using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>
/// Tells the other nodes that this one has appended events, so that their projections look for them. NOTIFY is sent after the commit, in a
/// transaction of its own, at most ten times a second: the lock that it takes at commit delays no command. Without it, nodes look once a
/// second.
/// </summary>
/// <param name="listening">The connection string of the connection that listens. It is kept open, and not pooled.</param>
/// <param name="database">The database.</param>
/// <param name="wakeup">The wakeup of this node's daemon.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed partial class AppendNotifications(
    string listening,
    NpgsqlDataSource database,
    AppendWakeup wakeup,
    TimeProvider clock,
    ILogger<AppendNotifications> log
) : BackgroundService, IHealthCheck
{
    private const string Channel = "newsroom_appended";

    // The commit need not be on the disk: a notification does not outlive the server.
    private const string Notify = "select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)";

    private static readonly Backoff RetryDelays = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    private readonly string node = Guid.NewGuid().ToString("N");
    private string? notListening;
    private string? notSent;

    /// <summary>Returns the connection string of a connection that listens.</summary>
    /// <param name="connectionString">The connection string of the application.</param>
    public static string Listening(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            // A connection that was lost silently is noticed.
            KeepAlive = 30,
            ApplicationName = "newsroom-listener",
        }.ConnectionString;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            (notListening ?? notSent) is { } problem
                ? HealthCheckResult.Degraded($"Nodes look for each other's events once a second: {problem}")
                : HealthCheckResult.Healthy()
        );

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RepeatAsync(ListenAsync, stoppingToken), RepeatAsync(SendAsync, stoppingToken));

    private async Task RepeatAsync(Func<Action, CancellationToken, Task> run, CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await run(() => failures = 0, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                if (failures++ == 0)
                {
                    Failed(log, failure);
                }

                await RetryDelays.DelayAsync(failures, clock, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(Action succeeded, CancellationToken stoppingToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(listening);
            connection.Notification += (_, notification) =>
            {
                if (notification.Payload != node)
                {
                    wakeup.Wake();
                }
            };
            await connection.OpenAsync(stoppingToken);
            await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
            {
                await listen.ExecuteNonQueryAsync(stoppingToken);
            }

            notListening = null;
            succeeded();
            // What others appended before.
            wakeup.Wake();
            while (true)
            {
                await connection.WaitAsync(stoppingToken);
            }
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            notListening = failure.Message;
            throw;
        }
    }

    private async Task SendAsync(Action succeeded, CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await wakeup.WaitForAppendAsync(stoppingToken);
                await using var notify = database.CreateCommand(Notify);
                notify.Parameters.Add(new() { Value = Channel });
                notify.Parameters.Add(new() { Value = node });
                await notify.ExecuteNonQueryAsync(stoppingToken);
                notSent = null;
                succeeded();
                await Task.Delay(AppendWakeup.BusyInterval, clock, stoppingToken);
            }
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            notSent = failure.Message;
            throw;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Nodes are not told of each other's events; they look once a second. Retrying.")]
    private static partial void Failed(ILogger log, Exception failure);
}
