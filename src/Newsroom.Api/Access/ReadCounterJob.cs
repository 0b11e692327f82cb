namespace Newsroom.Api.Access;

/// <summary>Records, once a minute, how many reads were counted instead of recorded.</summary>
public sealed partial class ReadCounterJob(ReadLog reads, TimeProvider clock, ILogger<ReadCounterJob> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minutes = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await minutes.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await reads.CountExcessAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (Npgsql.NpgsqlException failure)
            {
                // The counts stay in the database; the next minute tries again.
                NotCounted(log, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The numbers of further reads could not be recorded; retrying in a minute.")]
    private static partial void NotCounted(ILogger log, Exception failure);
}
