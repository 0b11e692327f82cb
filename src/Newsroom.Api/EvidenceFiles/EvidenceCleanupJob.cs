using System.Runtime.CompilerServices;
using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.EvidenceFiles;
using Npgsql;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>
/// Deletes content without an event, and uploads that did not complete, once they are older than <see cref="EvidenceRetention"/>: at
/// startup, then daily. A host that is killed between storing the content and appending the event leaves it.
/// </summary>
public sealed partial class EvidenceCleanupJob(
    EvidenceStorage storage,
    IDocumentStore store,
    NpgsqlDataSource database,
    EvidenceRetention retention,
    TimeProvider clock,
    ILogger<EvidenceCleanupJob> log
) : BackgroundService
{
    /// <summary>The time between runs.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <summary>The maximum number of files that one run deletes. More means that the database is not the one of the files.</summary>
    internal const int MaxDeleted = 1000;

    private const int BatchSize = 500;

    /// <summary>Gets what was wrong with the last run; null for nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>Deletes content without an event.</summary>
    /// <returns>The number of files deleted.</returns>
    public async Task<int> CleanUpAsync(CancellationToken cancellationToken)
    {
        var due = clock.GetUtcNow() - retention.KeepUnrecordedFor;
        DeleteIncoming(due);
        var deleted = 0;
        await foreach (var batch in OldAsync(due, cancellationToken).Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            foreach (var digest in await WithoutEventAsync(batch, cancellationToken))
            {
                if (deleted == MaxDeleted)
                {
                    Problem = $"More than {MaxDeleted:N0} evidence files have no event: is the database the one of the files?";
                    return deleted;
                }

                deleted += await DeleteAsync(digest, due, cancellationToken) ? 1 : 0;
            }
        }

        Problem = null;
        return deleted;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                if (await CleanUpAsync(stoppingToken) is > 0 and var deleted)
                {
                    CleanedUp(log, deleted);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Problem = $"Evidence files without an event could not be deleted: {failure.Message}";
                NotCleanedUp(log, failure);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async IAsyncEnumerable<string> OldAsync(DateTimeOffset due, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var file in storage.Store.ListAsync(cancellationToken))
        {
            if (file.Stored < due && EvidenceFile.IsDigest(file.Digest))
            {
                yield return file.Digest;
            }
        }
    }

    private async Task<IEnumerable<string>> WithoutEventAsync(string[] digests, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var recorded = await session.LoadManyAsync<EvidenceFile>(cancellationToken, digests);
        return digests.Except(recorded.Where(file => !file.IsErased).Select(file => file.Id));
    }

    private async Task<bool> DeleteAsync(string digest, DateTimeOffset due, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (
            !await EvidenceLock.TryTakeAsync(transaction, digest, cancellationToken)
            || await IsRecordedAsync(digest, cancellationToken)
            || await storage.Store.FindTimeAsync(digest, cancellationToken) is not { } stored
            || stored >= due
        )
        {
            return false;
        }

        await storage.Store.DeleteAsync(digest, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Reads the events, which are right while a projection is repaired. A file that was erased is not kept.</summary>
    private async Task<bool> IsRecordedAsync(string digest, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var stream = StreamIds.Of(EvidenceFileProjection.StreamKind, digest);
        return await session.Events.FetchStreamStateAsync(stream, cancellationToken) is not null
            && await session.LoadAsync<EvidenceFile>(digest, cancellationToken) is not { IsErased: true };
    }

    private void DeleteIncoming(DateTimeOffset due)
    {
        if (!Directory.Exists(storage.Incoming))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(storage.Incoming).Where(path => File.GetLastWriteTimeUtc(path) < due.UtcDateTime))
        {
            File.Delete(path);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Deleted {Count} evidence files that no event names: their uploads did not complete.")]
    private static partial void CleanedUp(ILogger log, int count);

    [LoggerMessage(LogLevel.Warning, "Evidence files without an event could not be deleted; retrying in a day.")]
    private static partial void NotCleanedUp(ILogger log, Exception failure);
}
