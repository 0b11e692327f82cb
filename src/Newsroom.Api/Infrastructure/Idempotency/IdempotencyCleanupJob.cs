using Npgsql;

namespace Newsroom.Api.Infrastructure.Idempotency;

/// <summary>Deletes expired responses: at startup, then hourly, on one node at a time, in bounded batches.</summary>
public sealed partial class IdempotencyCleanupJob(
    NpgsqlDataSource database,
    IdempotencyRetention retention,
    TimeProvider clock,
    ILogger<IdempotencyCleanupJob> log
) : BackgroundService
{
    /// <summary>The time between runs.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>The maximum number of responses that one transaction deletes.</summary>
    internal const int BatchSize = 1000;

    private const string Lock = $"select pg_try_advisory_xact_lock(hashtextextended('{IdempotencyRecord.Table}', 0))";

    private const string Delete = $"""
        delete from {IdempotencyRecord.Table} where id in (
            select id from {IdempotencyRecord.Table} where {IdempotencyRecord.AtInSql} < $1
            order by {IdempotencyRecord.AtInSql} limit $2)
        """;

    /// <summary>Deletes expired responses.</summary>
    /// <returns>The number of deleted responses; 0 where another node is deleting.</returns>
    public async Task<int> CleanUpAsync(CancellationToken cancellationToken)
    {
        var (expired, total) = (clock.GetUtcNow() - retention.KeepFor, 0);
        while (true)
        {
            var deleted = await DeleteBatchAsync(expired, cancellationToken);
            total += deleted;
            if (deleted < BatchSize)
            {
                return total;
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await CleanUpAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NotCleanedUp(log, failure);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> DeleteBatchAsync(DateTimeOffset expired, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var taken = new NpgsqlCommand(Lock, connection);
        if (await taken.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return 0;
        }

        await using var delete = new NpgsqlCommand(Delete, connection);
        delete.Parameters.Add(new() { Value = expired.UtcDateTime });
        delete.Parameters.Add(new() { Value = BatchSize });
        var deleted = await delete.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return deleted;
    }

    [LoggerMessage(LogLevel.Warning, "Expired responses could not be deleted; retrying in an hour.")]
    private static partial void NotCleanedUp(ILogger log, Exception failure);
}
