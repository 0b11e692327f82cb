namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>Deletes secrets whose overlap is over: at startup, then hourly. They are not signed with before that either.</summary>
internal sealed partial class SecretCleanupJob(SubscriberSecrets secrets, TimeProvider clock, ILogger<SecretCleanupJob> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await secrets.DeleteExpiredAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NotDeleted(log, failure);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Expired secrets of subscribers could not be deleted; retrying in an hour.")]
    private static partial void NotDeleted(ILogger log, Exception failure);
}
