using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using JasperFx.Events;
using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Npgsql;

namespace Newsroom.Api.Audit;

/// <summary>
/// Compares the audit trail with the events, page by page in their order, and repairs what differs on request. The next page is read while
/// PostgreSQL compares or writes one. Each page is read, compared and written in one snapshot. Where an erasure changed the same rows
/// meanwhile, PostgreSQL refuses the page, and it is read again.
/// </summary>
internal sealed class AuditVerifier(IDocumentStore store, NpgsqlDataSource database, int length = 5_000)
{
    private readonly BulkEventReader reading = new(store);

    /// <summary>The last event that the trail should have, also where its projection has not applied it.</summary>
    public long Head { get; init; }

    /// <summary>The clock that delays between attempts are taken from.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The desk of each story after the events read so far.</summary>
    private readonly Dictionary<Guid, string> desks = [];

    /// <summary>Compares all pages.</summary>
    public async IAsyncEnumerable<(long Events, IReadOnlyList<Discrepancies> Found)> VerifyAsync(
        bool repair,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Task<(long, IReadOnlyList<Discrepancies>)>? pending = null;
        try
        {
            for (long after = long.MinValue, to = 0; to < long.MaxValue; after = to)
            {
                var page = await ReadAsync(after, long.MaxValue, length, desks, cancellationToken);
                to = page.To;
                var before = pending;
                pending = ReconcileAsync(page, repair, cancellationToken);
                if (before is not null)
                {
                    yield return await before;
                }
            }

            yield return await pending!;
        }
        finally
        {
            // The pending page is awaited even if the verification fails.
            await (pending ?? Task.CompletedTask).ContinueWith(
                _ => { },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }
    }

    /// <summary>
    /// Reads the next events and the snapshot they are in. The last page has no end: rows of missing events are found in it.
    /// </summary>
    private async Task<Page> ReadAsync(long after, long to, int limit, Dictionary<Guid, string> known, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            var seen = (await ProjectionProgress.ReadAsync(connection, Head, cancellationToken)).Of(AuditProjection.Name);
            var page = await reading.BetweenAsync(after, Math.Min(to, seen), limit, connection, cancellationToken);
            var rows = Rows(page, known);
            return new Page(connection, snapshot, after, page.Count == limit ? page.Last : to, rows, page.Unreadable);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns the rows of events; an event that has none because it is damaged is added to the unreadable ones.</summary>
    private static List<AuditRow> Rows(StoredEventPage read, Dictionary<Guid, string> desks)
    {
        var (rows, unreadable) = (new List<AuditRow>(), new Queue<UnreadableEvent>(read.Unreadable));
        foreach (var recorded in read.Events.Where(e => e.Data is not Tombstone))
        {
            NoteDesks(recorded.Sequence);
            try
            {
                rows.Add(AuditProjection.RowOf(recorded, desks));
            }
            catch (Exception failure) when (ProjectionFailure.IsCausedByEvent(failure))
            {
                read.Unreadable.Add(UnreadableEvent.Of(recorded, ProjectionFailure.Summary(failure)));
            }
        }

        NoteDesks(long.MaxValue);
        return rows;

        // An event that cannot be deserialized may still name the desk of later events.
        void NoteDesks(long before)
        {
            while (unreadable.TryPeek(out var next) && next.Sequence < before)
            {
                if (unreadable.Dequeue().Desk is { } desk)
                {
                    desks[next.Stream] = desk;
                }
            }
        }
    }

    private async Task<(long, IReadOnlyList<Discrepancies>)> ReconcileAsync(Page page, bool repair, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using (page)
                {
                    var different = await DifferentAsync(page, repair, cancellationToken);
                    await page.Snapshot.CommitAsync(cancellationToken);
                    return (
                        page.Rows.Count,
                        [new Discrepancies(AuditTableView.ViewName, page.Rows.Count, different) { Unreadable = page.Unreadable }]
                    );
                }
            }
            catch (PostgresException collision) when (attempt < TransientRetry.MaxAttempts && collision.IsCollision())
            {
                await Backoff.OfTransactions.DelayAsync(attempt, Clock, cancellationToken);
                // An erasure changed words of the page. The desks of stories are unchanged.
                var known = page
                    .Rows.Where(r => r is { Story: not null, Desk: not null })
                    .DistinctBy(r => r.Story)
                    .ToDictionary(r => r.Story!.Value, r => r.Desk!);
                page = await ReadAsync(page.After, page.To, int.MaxValue, known, cancellationToken);
            }
            catch (Exception failure) when (repair && ProjectionFailure.IsCausedByEvent(failure))
            {
                return (page.Rows.Count, [await RepairInPartsAsync(page, cancellationToken)]);
            }
        }
    }

    /// <summary>Finds rows that differ. A page without rows is copied in, which costs PostgreSQL least.</summary>
    private static async Task<IReadOnlyList<string>> DifferentAsync(Page page, bool repair, CancellationToken cancellationToken)
    {
        if (repair && await AuditRows.IsEmptyAsync(page.Connection, page.After, page.To, cancellationToken))
        {
            await AuditRows.CopyAsync(page.Connection, page.Rows, cancellationToken);
            return [.. page.Rows.Select(r => r.Sequence.ToString(CultureInfo.InvariantCulture))];
        }

        var extra = await AuditRows.FindExtraAsync(page.Connection, page.After, page.To, page.Sequences, repair, cancellationToken);
        return [.. extra, .. await AuditRows.FindDifferentAsync(page.Connection, page.Rows, repair, cancellationToken)];
    }

    /// <summary>Repairs every row that PostgreSQL accepts, and names the others.</summary>
    private async Task<Discrepancies> RepairInPartsAsync(Page page, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // Rows after the last are not compared: outside the snapshot they may be of later events.
        var different = await AuditRows.FindExtraAsync(
            connection,
            page.After,
            page.Rows[^1].Sequence,
            page.Sequences,
            repair: true,
            cancellationToken
        );
        var failed = new List<FailedRepair>();
        await RepairAsync(page.Rows);
        return new Discrepancies(AuditTableView.ViewName, page.Rows.Count, different) { Failed = failed, Unreadable = page.Unreadable };

        async Task RepairAsync(IReadOnlyList<AuditRow> rows)
        {
            try
            {
                different.AddRange(await AuditRows.FindDifferentAsync(connection, rows, repair: true, cancellationToken));
            }
            catch (Exception failure) when (ProjectionFailure.IsCausedByEvent(failure) && rows.Count == 1)
            {
                different.Add(rows[0].Sequence.ToString(CultureInfo.InvariantCulture));
                failed.Add(new(null, rows[0].Sequence, ProjectionFailure.Summary(failure)));
            }
            catch (Exception failure) when (ProjectionFailure.IsCausedByEvent(failure))
            {
                var half = rows.Count / 2;
                await RepairAsync([.. rows.Take(half)]);
                await RepairAsync([.. rows.Skip(half)]);
            }
        }
    }

    private sealed record Page(
        NpgsqlConnection Connection,
        NpgsqlTransaction Snapshot,
        long After,
        long To,
        IReadOnlyList<AuditRow> Rows,
        IReadOnlyList<UnreadableEvent> Unreadable
    ) : IAsyncDisposable
    {
        /// <summary>The events that may have a row.</summary>
        public long[] Sequences => [.. Rows.Select(r => r.Sequence), .. Unreadable.Select(u => u.Sequence)];

        public async ValueTask DisposeAsync()
        {
            await Snapshot.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }
}
