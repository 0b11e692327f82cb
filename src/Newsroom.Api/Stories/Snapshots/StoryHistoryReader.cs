using System.Linq.Expressions;
using Marten;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Policies;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>
/// Reads past states of stories from one snapshot and events of bounded number and size. Where a snapshot is missing, events are streamed:
/// this takes longer, but no more memory.
/// </summary>
public static class StoryHistoryReader
{
    /// <summary>Reads a story at a point in time; null where it did not exist or never had that version.</summary>
    public static async Task<StorySnapshot?> AtAsync(
        IQuerySession session,
        Guid story,
        PointInTime moment,
        CancellationToken cancellationToken
    ) => (await WithPoliciesAsync(session, story, moment, guard: null, cancellationToken)).At;

    /// <summary>Reads a story at a point in time for a request, which asks the guard afterwards.</summary>
    public static async Task<StorySnapshot?> AtAsync(
        IQuerySession session,
        Guid story,
        PointInTime moment,
        StoryGuard guard,
        CancellationToken cancellationToken
    ) => (await WithPoliciesAsync(session, story, moment, guard, cancellationToken)).At;

    /// <summary>
    /// Reads a story at a point in time and all policies, in the same round trips. A request for a story gives its guard, and asks it
    /// afterwards.
    /// </summary>
    public static Task<(StorySnapshot? At, IReadOnlyList<DeskPolicies> Policies)> WithPoliciesAsync(
        IQuerySession session,
        Guid story,
        PointInTime moment,
        StoryGuard? guard,
        CancellationToken cancellationToken
    ) =>
        moment switch
        {
            PointInTime.OfVersion { Version: var version } => VersionAsync(session, story, version, guard, cancellationToken),
            PointInTime.Recorded { At: var time } => UntilAsync(
                session,
                story,
                new(
                    k => k.Story == story && k.At <= time,
                    k => k.Story == story && k.At > time,
                    k => k.At,
                    snapshot => snapshot.At <= time
                ),
                guard,
                cancellationToken
            ),
            PointInTime.Happened { At: var time } => UntilAsync(
                session,
                story,
                new(
                    k => k.Story == story && k.Happened <= time,
                    k => k.Story == story && k.Happened > time,
                    k => k.Happened,
                    snapshot => snapshot.Happened <= time
                ),
                guard,
                cancellationToken
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(moment)),
        };

    /// <summary>Reads a story at a version, in a batch; null where it never had that version.</summary>
    public static async Task<StorySnapshot?> PastVersionAsync(
        this IBatchedQuery batch,
        Guid story,
        long version,
        CancellationToken cancellationToken
    ) => version < 1 ? null : (await batch.AddItem(new VersionQuery(story, version, cancellationToken)))?.State;

    /// <summary>Reads the last snapshot at or before a version; null where there is none.</summary>
    public static async Task<Snapshot?> LatestSnapshotAsync(
        IQuerySession session,
        Guid story,
        long version,
        CancellationToken cancellationToken
    ) =>
        await session
            .Query<Snapshot>()
            .Where(k => k.Story == story && k.Of <= version)
            .OrderByDescending(k => k.Of)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Takes one round trip.</summary>
    private static async Task<(StorySnapshot?, IReadOnlyList<DeskPolicies>)> VersionAsync(
        IQuerySession session,
        Guid story,
        long version,
        StoryGuard? guard,
        CancellationToken cancellationToken
    )
    {
        if (version < 1)
        {
            return (null, []);
        }

        var batch = session.CreateBatchQuery();
        guard?.Watch(batch, story);
        var loading = batch.PastVersionAsync(story, version, cancellationToken);
        var loadingPolicies = batch.PoliciesAsync();
        await batch.Execute(cancellationToken);
        return (await loading, await loadingPolicies);
    }

    /// <summary>Takes two round trips: the last snapshot by then with the version of the next one, then the events between.</summary>
    private static async Task<(StorySnapshot?, IReadOnlyList<DeskPolicies>)> UntilAsync(
        IQuerySession session,
        Guid story,
        Order order,
        StoryGuard? guard,
        CancellationToken cancellationToken
    )
    {
        // Times never decrease from one snapshot to the next, so the latest is the last, and an index finds it directly.
        var batch = session.CreateBatchQuery();
        guard?.Watch(batch, story);
        var loadingPolicies = batch.PoliciesAsync();
        var loadingLast = batch
            .Query<Snapshot>()
            .Where(order.By)
            .OrderByDescending(order.Time)
            .ThenByDescending(k => k.Of)
            .FirstOrDefault();
        var loadingNext = batch
            .Query<Snapshot>()
            .Where(order.After)
            .OrderBy(order.Time)
            .ThenBy(k => k.Of)
            .Select(k => k.Of)
            .FirstOrDefault();
        await batch.Execute(cancellationToken);
        var (last, policies, next) = (await loadingLast, await loadingPolicies, await loadingNext is > 0 and var of ? of : long.MaxValue);
        while (true)
        {
            var to = Math.Min((last?.Of ?? 0) + Snapshot.Interval, next - 1);
            var from = last;
            await foreach (var recorded in StoryEventReader.ReadAsync(session, story, from?.Of ?? 0, to, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var following = Snapshot.After(last, recorded);
                if (!order.IsBy(following))
                {
                    return (last?.State, policies);
                }

                last = following;
            }

            if ((last?.Of ?? 0) < to || to == next - 1)
            {
                return (last?.State, policies);
            }
        }
    }

    /// <summary>Orders snapshots by recorded time or by business time.</summary>
    /// <param name="By">Selects the snapshots of a story by then.</param>
    /// <param name="After">Selects the later snapshots of a story.</param>
    /// <param name="Time">The time that they are ordered by.</param>
    /// <param name="IsBy">Returns whether a snapshot is by then.</param>
    private sealed record Order(
        Expression<Func<Snapshot, bool>> By,
        Expression<Func<Snapshot, bool>> After,
        Expression<Func<Snapshot, DateTimeOffset>> Time,
        Func<Snapshot, bool> IsBy
    );
}
