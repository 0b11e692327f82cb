using System.Data;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using JasperFx.Events;
using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Npgsql;

namespace Newsroom.Api.Operations.Projections;

/// <summary>
/// Compares views with the rows that the events yield, some streams at a time, and on request repairs what differs. Views stay readable,
/// and commands wait no longer than for a few other commands. Each step reads, compares and writes in one snapshot of the database. Where a
/// command changed the same rows, PostgreSQL refuses the step, and it is repeated with locks and fewer streams.
/// </summary>
public sealed partial class ProjectionVerifier(
    IDocumentStore store,
    NpgsqlDataSource database,
    ViewCatalog catalog,
    ProjectionMonitor monitor,
    ParkedEvents parked,
    TimeProvider clock
)
{
    private const int MaxStreams = 500;
    private const int MaxEvents = 4_000;
    private const int FewStreams = 20;
    private const int MaxConcurrentSteps = 3;

    private readonly BulkEventReader reading = new(store);

    /// <summary>Verifies all views.</summary>
    /// <inheritdoc cref="VerifyAsync(bool, IReadOnlyCollection{string}, CancellationToken)"/>
    public IAsyncEnumerable<ViewReport> VerifyAsync(bool repair, CancellationToken cancellationToken) =>
        VerifyAsync(repair, catalog.Names, cancellationToken);

    /// <summary>Verifies views, over all streams and events.</summary>
    /// <param name="repair">Whether to write what differs.</param>
    /// <param name="names">The views to compare, of <see cref="ViewCatalog.Names"/>.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Its progress; the last report is its result.</returns>
    public async IAsyncEnumerable<ViewReport> VerifyAsync(
        bool repair,
        IReadOnlyCollection<string> names,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var started = clock.GetUtcNow();
        var (head, missing) = await monitor.WaitForHeadAsync(cancellationToken);
        var ordered = catalog.Choose(names).Select(v => v.View).OfType<IEventOrderedView>().ToList();
        var ofStreams = catalog.Choose(names).Where(v => v.View is not IEventOrderedView).ToList();
        var events = await CountEventsAsync(cancellationToken);
        var report = new ViewReport(
            0,
            events * ((ofStreams.Count > 0 ? 1 : 0) + ordered.Count),
            repair,
            names.ToDictionary(name => name, _ => new ViewVerification())
        )
        {
            Projections = missing,
            Parked = await parked.ListAsync(cancellationToken),
        };
        var (failed, unreadable) = (new List<(string View, FailedRepair Row)>(), new SortedDictionary<long, UnreadableEvent>());
        var steps = ofStreams.Count > 0 ? OverStreamsAsync(repair, ofStreams, head, cancellationToken) : Nothing;
        foreach (var view in ordered)
        {
            steps = steps.Concat(view.VerifyAsync(store, database, head, repair, clock, cancellationToken));
        }

        await foreach (var (looked, found) in steps)
        {
            foreach (var discrepancies in found)
            {
                report.Views[discrepancies.View].Add(discrepancies);
                foreach (var recorded in discrepancies.Unreadable)
                {
                    unreadable.TryAdd(recorded.Sequence, recorded);
                }

                failed.AddRange(discrepancies.Failed.Select(row => (discrepancies.View, row)));
            }

            yield return report = report with { Events = report.Events + looked };
        }

        if (repair)
        {
            await RemoveRepairedAsync(names, started, failed, unreadable.Values, cancellationToken);
        }

        yield return report with
        {
            IsDone = true,
            Parked = await parked.ListAsync(cancellationToken),
            Unreadable = [.. unreadable.Values.Take(ParkedEvents.MaxListed)],
        };
    }

    /// <summary>
    /// Removes the parked events of projections whose views were all repaired, except those with a row that is still wrong.
    /// </summary>
    private async Task RemoveRepairedAsync(
        IReadOnlyCollection<string> names,
        DateTimeOffset before,
        List<(string View, FailedRepair Row)> failed,
        IReadOnlyCollection<UnreadableEvent> unreadable,
        CancellationToken cancellationToken
    )
    {
        foreach (var projection in catalog.Projections.Where(p => p.IsAsync && p.Views.All(view => names.Contains(view.Name))))
        {
            var rows = failed.Where(f => projection.Views.Any(view => view.Name == f.View)).Select(f => f.Row).ToList();
            // An unreadable event makes its row unknown in views of events, and all rows of its stream in views of streams.
            var isPerEvent = projection.Views.All(view => view is IEventOrderedView);
            await parked.RemoveAsync(
                [projection.Name],
                before,
                [.. rows.Select(r => r.Stream).OfType<Guid>(), .. isPerEvent ? [] : unreadable.Select(u => u.Stream)],
                [.. rows.Select(r => r.Sequence).OfType<long>(), .. isPerEvent ? unreadable.Select(u => u.Sequence) : []],
                cancellationToken
            );
        }
    }

    private static IAsyncEnumerable<(long Events, IReadOnlyList<Discrepancies> Found)> Nothing =>
        AsyncEnumerable.Empty<(long, IReadOnlyList<Discrepancies>)>();

    /// <summary>Runs several steps at once: the database works for one while another is folded.</summary>
    private async IAsyncEnumerable<(long Events, IReadOnlyList<Discrepancies> Found)> OverStreamsAsync(
        bool repair,
        IReadOnlyList<RegisteredView> views,
        long head,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var done = Channel.CreateUnbounded<(long, IReadOnlyList<Discrepancies>)>();
        var walking = Task.Run(
            async () =>
            {
                try
                {
                    await Parallel.ForEachAsync(
                        StepsAsync(stop.Token),
                        new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentSteps, CancellationToken = stop.Token },
                        async (step, cancelled) =>
                            await done.Writer.WriteAsync(
                                (step.Events, await StepAsync(step.Streams, repair, views, head, cancelled)),
                                cancelled
                            )
                    );
                    done.Writer.Complete();
                }
                catch (Exception failure)
                {
                    done.Writer.Complete(failure);
                }
            },
            CancellationToken.None
        );
        try
        {
            await foreach (var step in done.Reader.ReadAllAsync(cancellationToken))
            {
                yield return step;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await walking;
        }

        yield return (0, await OrphansAsync(repair, views, cancellationToken));
    }

    private async Task<IReadOnlyList<Discrepancies>> StepAsync(
        Guid[] streams,
        bool repair,
        IReadOnlyList<RegisteredView> views,
        long head,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            var expected = await ExpectAsync(snapshot, streams, views, head, cancellationToken);
            if (repair)
            {
                await LockAsync(streams, views, snapshot, cancellationToken);
            }

            var found = await expected.ReconcileAsync(connection, streams, repair, cancellationToken);
            await snapshot.CommitAsync(cancellationToken);
            return found;
        }
        catch (PostgresException collision) when (repair && collision.IsCollision())
        {
            // Few at a time: commands on these streams wait.
            var found = new List<Discrepancies>();
            foreach (var few in streams.Chunk(FewStreams))
            {
                found.AddRange(await RepairInPartsAsync(few, views, head, cancellationToken));
            }

            return found;
        }
        catch (Exception failure) when (repair && ProjectionFailure.IsCausedByEvent(failure))
        {
            return await RepairInPartsAsync(streams, views, head, cancellationToken);
        }
    }

    /// <summary>Finds rows of streams that do not exist.</summary>
    private async Task<IReadOnlyList<Discrepancies>> OrphansAsync(
        bool repair,
        IReadOnlyList<RegisteredView> views,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = new List<Discrepancies>();
        foreach (var (_, view) in views)
        {
            found.Add(new(view.Name, 0, await view.FindOrphansAsync(connection, store, repair, cancellationToken)));
        }

        return found;
    }

    private async Task<long> CountEventsAsync(CancellationToken cancellationToken)
    {
        await using var count = database.CreateCommand($"select coalesce(sum(version), 0)::bigint from {MartenNames.Streams}");
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Every stream, as many at a time as make a step.</summary>
    private async IAsyncEnumerable<(Guid[] Streams, long Events)> StepsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = Guid.Empty;
        while (true)
        {
            var (streams, events) = (new List<Guid>(), 0L);
            await using (
                var command = database.CreateCommand(
                    $"select id, version from {MartenNames.Streams} where id > $1 order by id limit {MaxStreams}"
                )
            )
            {
                command.Parameters.Add(new() { Value = last });
                await using var rows = await command.ExecuteReaderAsync(cancellationToken);
                while (events < MaxEvents && await rows.ReadAsync(cancellationToken))
                {
                    streams.Add(rows.GetGuid(0));
                    events += rows.GetInt64(1);
                }
            }

            if (streams.Count == 0)
            {
                yield break;
            }

            last = streams[^1];
            yield return ([.. streams], events);
        }
    }
}
