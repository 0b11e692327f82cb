namespace Newsroom.Api.Infrastructure.Counting;

/// <summary>Records, once a minute, how many acts a log counted instead of recording them.</summary>
public sealed partial class ExcessCounterJob<TCounter>(
    TCounter counter,
    TimeProvider clock,
    ILogger<ExcessCounterJob<TCounter>> log
) : BackgroundService
    where TCounter : IExcessCounter
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minutes = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await minutes.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await counter.CountExcessAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The counts stay in the database; the next minute tries again.
                NotCounted(log, failure, typeof(TCounter).Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The counts of {Counter} could not be recorded; retrying in a minute.")]
    private static partial void NotCounted(ILogger log, Exception failure, string counter);
}
