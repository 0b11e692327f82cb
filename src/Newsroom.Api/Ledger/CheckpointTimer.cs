using System.Globalization;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>Signs the log again and again. Every node does; they sign the same.</summary>
/// <param name="checkpoints">What signs.</param>
/// <param name="every">The time between checkpoints.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where it is told when the log could not be signed.</param>
public sealed partial class CheckpointTimer(Checkpoints checkpoints, TimeSpan every, TimeProvider clock, ILogger<CheckpointTimer> log)
    : BackgroundService
{
    private const string Setting = "Ledger:CheckpointEvery";

    /// <summary>The time between checkpoints where the configuration says nothing.</summary>
    internal static readonly TimeSpan Default = TimeSpan.FromMinutes(1);

    /// <summary>The time between checkpoints that the configuration says; a minute where it says nothing.</summary>
    /// <exception cref="SettingsException">It is none.</exception>
    internal static TimeSpan Every(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } given)
        {
            return Default;
        }

        return TimeSpan.TryParse(given, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero
            ? time
            : throw new SettingsException($"{Setting} is “{given}”, and should be a time such as 00:01:00.");
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await checkpoints.SignNowAsync(stoppingToken);
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
