using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using JasperFx.Events;
using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Operations;

/// <summary>
/// Compares projections with what the events say they should be, some streams at a time, and repairs what differs on request. Projections
/// stay readable meanwhile, and no command waits longer than for some other commands. Each step reads, compares and writes in one snapshot
/// of the database. Where a command changed the same rows meanwhile, PostgreSQL refuses the step, and it is repeated under a lock.
/// </summary>
public sealed partial class ProjectionVerifier(
    IDocumentStore store,
    NpgsqlDataSource database,
    ProjectionMonitor monitor,
    ParkedEvents parked,
    TimeProvider clock
)
{
    private const int MostStreams = 500;
    private const int MostEvents = 4_000;
    private const int FewStreams = 20;
    private const int AtOnce = 3;

    /// <summary>The views that each projection makes.</summary>
    private static readonly Dictionary<string, string[]> ViewsOf = new()
    {
        ["worklists"] = ["cards", "queue", "dismissed-phrases", StorySearchComparer.Name],
        ["keyframes"] = ["keyframes"],
        ["audit"] = [AuditView.Name],
    };

    private readonly BulkEventReader reading = new(store);

    /// <summary>The names of all views.</summary>
    public static IReadOnlyList<string> All { get; } =
    [.. ExpectedRows.Documents.Select(d => d.Name), StorySearchComparer.Name, AuditView.Name];

    /// <summary>Walks over everything.</summary>
    /// <param name="repair">Whether what differs is put right.</param>
    /// <param name="views">The views to compare, of <see cref="All"/>.</param>
    /// <param name="cancellationToken">The end of the walk.</param>
    /// <returns>How far it has come, again and again; the last one is its result.</returns>
    public async IAsyncEnumerable<ViewReport> Walk(
        bool repair,
        IReadOnlyCollection<string> views,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var started = clock.GetUtcNow();
        var (head, missing) = await monitor.WaitForHead(cancellationToken);
        var ofStreams = views.Where(v => v != AuditView.Name).ToHashSet();
        var audited = views.Contains(AuditView.Name);
        var events = await CountEvents(cancellationToken);
        var report = new ViewReport(
            0,
            events * ((ofStreams.Count > 0 ? 1 : 0) + (audited ? 1 : 0)),
            repair,
            views.ToDictionary(name => name, _ => new ViewFindings())
        )
        {
            Projections = missing,
            Parked = await parked.List(cancellationToken),
        };
        var failed = new Dictionary<string, List<string>>();
        var unreadable = new SortedDictionary<long, UnreadableEvent>();
        var steps = (ofStreams.Count > 0 ? OverStreams(repair, ofStreams, head, cancellationToken) : Nothing).Concat(
            audited ? new AuditVerifier(store, database) { Head = head, Clock = clock }.Walk(repair, cancellationToken) : Nothing
        );
        await foreach (var (looked, found) in steps)
        {
            foreach (var finding in found)
            {
                report.Views[finding.View].Add(finding);
                foreach (var recorded in finding.Unreadable)
                {
                    unreadable.TryAdd(recorded.Sequence, recorded);
                }

                foreach (var failure in finding.Failed)
                {
                    failed.TryAdd(finding.View, []);
                    failed[finding.View].Add(failure.Key);
                }
            }

            yield return report = report with { Events = report.Events + looked };
        }

        if (repair)
        {
            await RemoveRepaired(views, started, failed, unreadable.Values, cancellationToken);
        }

        yield return report with
        {
            IsDone = true,
            Parked = await parked.List(cancellationToken),
            Unreadable = [.. unreadable.Values.Take(ParkedEvents.MaxListed)],
        };
    }

    /// <summary>Events are not parked any more once every row of theirs is right.</summary>
    private async Task RemoveRepaired(
        IReadOnlyCollection<string> views,
        DateTimeOffset before,
        Dictionary<string, List<string>> failed,
        IReadOnlyCollection<UnreadableEvent> unreadable,
        CancellationToken cancellationToken
    )
    {
        foreach (var (projection, ofProjection) in ViewsOf.Where(p => p.Value.All(views.Contains)))
        {
            var keys = ofProjection.SelectMany(view => failed.GetValueOrDefault(view, [])).Distinct().ToList();
            var isAudit = ofProjection.Contains(AuditView.Name);
            await parked.Remove(
                [projection],
                before,
                isAudit ? [] : [.. keys.Select(Guid.Parse), .. unreadable.Select(u => u.Stream)],
                isAudit
                    ? [.. keys.Select(key => long.Parse(key, CultureInfo.InvariantCulture)), .. unreadable.Select(u => u.Sequence)]
                    : [],
                cancellationToken
            );
        }
    }

    private static IAsyncEnumerable<(long Events, IReadOnlyList<Finding> Found)> Nothing =>
        AsyncEnumerable.Empty<(long, IReadOnlyList<Finding>)>();

    /// <summary>What each step has looked at and found, several steps at once: the database works for one while another is folded.</summary>
    private async IAsyncEnumerable<(long Events, IReadOnlyList<Finding> Found)> OverStreams(
        bool repair,
        IReadOnlySet<string> views,
        long head,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var done = Channel.CreateUnbounded<(long, IReadOnlyList<Finding>)>();
        var walking = Task.Run(
            async () =>
            {
                try
                {
                    await Parallel.ForEachAsync(
                        Steps(stop.Token),
                        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop.Token },
                        async (step, cancelled) =>
                            await done.Writer.WriteAsync((step.Events, await Step(step.Streams, repair, views, head, cancelled)), cancelled)
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

        yield return (0, await Orphans(repair, views, cancellationToken));
    }

    private async Task<IReadOnlyList<Finding>> Step(
        Guid[] streams,
        bool repair,
        IReadOnlySet<string> views,
        long head,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            var expected = await Expect(snapshot, streams, views, head, cancellationToken);
            if (repair)
            {
                await Hold(streams, views, snapshot, cancellationToken);
            }

            var found = await expected.Settle(connection, streams, repair, cancellationToken);
            await snapshot.CommitAsync(cancellationToken);
            return found;
        }
        catch (PostgresException collision) when (repair && collision.IsCollision())
        {
            // Few at a time: their commands wait meanwhile.
            var found = new List<Finding>();
            foreach (var few in streams.Chunk(FewStreams))
            {
                found.AddRange(await RepairInParts(few, views, head, cancellationToken));
            }

            return found;
        }
        catch (Exception failure) when (repair && ProjectionFailure.IsCausedByEvent(failure))
        {
            return await RepairInParts(streams, views, head, cancellationToken);
        }
    }

    /// <summary>Rows of streams there are none of.</summary>
    private async Task<IReadOnlyList<Finding>> Orphans(bool repair, IReadOnlySet<string> views, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = new List<Finding>();
        foreach (var view in ExpectedRows.Documents.Where(v => views.Contains(v.Name)))
        {
            var orphans = await view.Orphans(connection, store, cancellationToken);
            found.Add(new(view.Name, 0, orphans));
            if (repair)
            {
                await view.Delete(connection, store, orphans, cancellationToken);
            }
        }

        if (views.Contains(StorySearchComparer.Name))
        {
            found.Add(new(StorySearchComparer.Name, 0, await StorySearchComparer.Orphans(connection, repair, cancellationToken)));
        }

        return found;
    }

    private async Task<long> CountEvents(CancellationToken cancellationToken)
    {
        await using var count = database.CreateCommand("select coalesce(sum(version), 0)::bigint from newsroom.mt_streams");
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Every stream, as many at a time as make a step.</summary>
    private async IAsyncEnumerable<(Guid[] Streams, long Events)> Steps([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = Guid.Empty;
        while (true)
        {
            var (streams, events) = (new List<Guid>(), 0L);
            await using (
                var command = database.CreateCommand(
                    $"select id, version from newsroom.mt_streams where id > $1 order by id limit {MostStreams}"
                )
            )
            {
                command.Parameters.Add(new() { Value = last });
                await using var rows = await command.ExecuteReaderAsync(cancellationToken);
                while (events < MostEvents && await rows.ReadAsync(cancellationToken))
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
