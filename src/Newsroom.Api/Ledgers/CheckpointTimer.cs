using Npgsql;

namespace Newsroom.Api.Ledgers;

/// <summary>Signs the log again and again: <c>Ledger:CheckpointEvery</c>, a minute unless it says otherwise. Every node does; they sign the same.</summary>
public sealed partial class CheckpointTimer(Checkpoints checkpoints, IConfiguration configuration, TimeProvider clock, ILogger<CheckpointTimer> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(configuration.GetValue("Ledger:CheckpointEvery", TimeSpan.FromMinutes(1)), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await checkpoints.SignNow(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or LedgerDamagedException)
            {
                NotSigned(log, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The ledger could not be signed; it is tried again.")]
    private static partial void NotSigned(ILogger log, Exception failure);
}
