using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>Signs a checkpoint at regular intervals. Every node does; of equal checkpoints one is stored.</summary>
/// <param name="checkpoints">Signs and stores checkpoints.</param>
/// <param name="interval">The time between checkpoints.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Logs failures.</param>
public sealed partial class CheckpointTimer(Checkpoints checkpoints, TimeSpan interval, TimeProvider clock, ILogger<CheckpointTimer> log)
    : BackgroundService
{
    private const string Setting = "Ledger:CheckpointEvery";

    /// <summary>The default time between checkpoints.</summary>
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(1);

    /// <summary>Reads the time between checkpoints; a minute where it is not configured.</summary>
    /// <exception cref="SettingsException">The setting is not a positive time.</exception>
    internal static TimeSpan IntervalOf(IConfiguration configuration) => DurationSetting.Of(configuration, Setting, DefaultInterval);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await checkpoints.SignAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NotSigned(log, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The ledger could not be signed; retrying at the next interval.")]
    private static partial void NotSigned(ILogger log, Exception failure);
}
