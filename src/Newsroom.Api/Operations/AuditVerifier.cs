using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using JasperFx.Events;
using Marten;
using Newsroom.Api.Audit;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Operations;

/// <summary>
/// Compares the audit trail with the events in the order of the record, a stretch at a time, and where it is asked to puts right what differs. While the database compares or writes
/// one stretch the next is read. Each is read, compared and written in one snapshot; where an erasure changed the same rows meanwhile PostgreSQL refuses it, and it is done again.
/// </summary>
internal sealed class AuditVerifier(IDocumentStore store, NpgsqlDataSource database, int length = 5_000)
{
    private readonly BulkEventReader reading = new(store);

    /// <summary>The last event that the trail should have, also where its projection has not come so far.</summary>
    public long Head { get; init; }

    /// <summary>The clock that delays between attempts are taken from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The desk of each story, as far as the walk has come.</summary>
    private readonly Dictionary<Guid, string> desks = [];

    /// <summary>What each stretch has looked at and found.</summary>
    public async IAsyncEnumerable<(long Events, IReadOnlyList<Finding> Found)> Walk(
        bool repair,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Task<(long, IReadOnlyList<Finding>)>? settling = null;
        try
        {
            for (long after = long.MinValue, to = 0; to < long.MaxValue; after = to)
            {
                var stretch = await Read(after, long.MaxValue, length, desks, cancellationToken);
                to = stretch.To;
                var before = settling;
                settling = Settle(stretch, repair, cancellationToken);
                if (before is not null)
                {
                    yield return await before;
                }
            }

            yield return await settling!;
        }
        finally
        {
            // What is under way ends before the walk does, however that ends.
            await (settling ?? Task.CompletedTask).ContinueWith(
                _ => { },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }
    }

    /// <summary>The next events that the trail has seen, and the snapshot they were read in. The last stretch has no end: rows of events that are not there are found in it.</summary>
    private async Task<Stretch> Read(long after, long to, int most, Dictionary<Guid, string> known, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            var seen = (await Progress.In(connection, cancellationToken)).AtLeast(Head).Audit;
            var page = await reading.Between(after, Math.Min(to, seen), most, connection, cancellationToken);
            var rows = Rows(page, known);
            return new Stretch(connection, snapshot, after, page.Count == most ? page.Last : to, rows, page.Unreadable);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns the rows of events; an event that has none because it is damaged is added to the unreadable ones.</summary>
    private static List<AuditRow> Rows(EventPage page, Dictionary<Guid, string> desks)
    {
        var (rows, unreadable) = (new List<AuditRow>(), new Queue<UnreadableEvent>(page.Unreadable));
        foreach (var recorded in page.Events.Where(e => e.Data is not Tombstone))
        {
            NoteDesks(recorded.Sequence);
            try
            {
                rows.Add(AuditProjection.RowOf(recorded, desks));
            }
            catch (Exception failure) when (ProjectionFailure.IsCausedByEvent(failure))
            {
                page.Unreadable.Add(UnreadableEvent.Of(recorded, ProjectionFailure.Summary(failure)));
            }
        }

        NoteDesks(long.MaxValue);
        return rows;

        // What cannot be deserialized may still name the desk that later events happened on.
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

    private async Task<(long, IReadOnlyList<Finding>)> Settle(Stretch stretch, bool repair, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using (stretch)
                {
                    var different = await Different(stretch, repair, cancellationToken);
                    await stretch.Snapshot.CommitAsync(cancellationToken);
                    return (
                        stretch.Rows.Count,
                        [new Finding(AuditView.Name, stretch.Rows.Count, different) { Unreadable = stretch.Unreadable }]
                    );
                }
            }
            catch (PostgresException collision) when (attempt < TransientRetry.MaxAttempts && collision.IsCollision())
            {
                await Backoff.OfTransactions.DelayAsync(attempt, Clock, cancellationToken);
                // An erasure changed words in it. Which desk a story was on then is as it was.
                var known = stretch
                    .Rows.Where(r => r is { Story: not null, Desk: not null })
                    .DistinctBy(r => r.Story)
                    .ToDictionary(r => r.Story!.Value, r => r.Desk!);
                stretch = await Read(stretch.After, stretch.To, int.MaxValue, known, cancellationToken);
            }
            catch (Exception failure) when (repair && ProjectionFailure.IsCausedByEvent(failure))
            {
                return (stretch.Rows.Count, [await RepairInParts(stretch, cancellationToken)]);
            }
        }
    }

    /// <summary>The rows that were not as they should be; a stretch that has none is filled in one go, which costs PostgreSQL least.</summary>
    private static async Task<IReadOnlyList<string>> Different(Stretch stretch, bool repair, CancellationToken cancellationToken)
    {
        if (repair && await AuditView.IsEmpty(stretch.Connection, stretch.After, stretch.To, cancellationToken))
        {
            await AuditView.Fill(stretch.Connection, stretch.Rows, cancellationToken);
            return [.. stretch.Rows.Select(r => r.Sequence.ToString(CultureInfo.InvariantCulture))];
        }

        var extra = await AuditView.Extra(stretch.Connection, stretch.After, stretch.To, stretch.Sequences, repair, cancellationToken);
        return [.. extra, .. await AuditView.Different(stretch.Connection, stretch.Rows, repair, cancellationToken)];
    }

    /// <summary>Repairs every row that PostgreSQL accepts, and names the others.</summary>
    private async Task<Finding> RepairInParts(Stretch stretch, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // Rows after the last are not looked at: outside the snapshot they may be of events that came later.
        var different = await AuditView.Extra(
            connection,
            stretch.After,
            stretch.Rows[^1].Sequence,
            stretch.Sequences,
            repair: true,
            cancellationToken
        );
        var failed = new List<FailedRepair>();
        await Repair(stretch.Rows);
        return new Finding(AuditView.Name, stretch.Rows.Count, different) { Failed = failed, Unreadable = stretch.Unreadable };

        async Task Repair(IReadOnlyList<AuditRow> rows)
        {
            try
            {
                different.AddRange(await AuditView.Different(connection, rows, repair: true, cancellationToken));
            }
            catch (Exception failure) when (ProjectionFailure.IsCausedByEvent(failure) && rows.Count == 1)
            {
                var sequence = rows[0].Sequence.ToString(CultureInfo.InvariantCulture);
                different.Add(sequence);
                failed.Add(new(sequence, ProjectionFailure.Summary(failure)));
            }
            catch (Exception failure) when (ProjectionFailure.IsCausedByEvent(failure))
            {
                var half = rows.Count / 2;
                await Repair([.. rows.Take(half)]);
                await Repair([.. rows.Skip(half)]);
            }
        }
    }

    private sealed record Stretch(
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
