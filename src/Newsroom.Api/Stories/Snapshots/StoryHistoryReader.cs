using System.Linq.Expressions;
using JasperFx.Events;
using Marten;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
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
    ) => (await LoadAsync(session, story, moment, NoContext, guard: null, cancellationToken))?.Past.Snapshot.State;

    /// <summary>Reads a story at a point in time for a request, which asks the guard afterwards.</summary>
    public static async Task<StorySnapshot?> AtAsync(
        IQuerySession session,
        Guid story,
        PointInTime moment,
        StoryGuard guard,
        CancellationToken cancellationToken
    ) => (await LoadAsync(session, story, moment, NoContext, guard, cancellationToken))?.Past.Snapshot.State;

    /// <summary>
    /// Reads a story at a point in time with other data, in the same round trips; null where it did not exist or never had that version.
    /// A request for a story gives its guard, and asks it afterwards.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="story">The story.</param>
    /// <param name="moment">The point in time.</param>
    /// <param name="loadContext">Adds the queries of the other data to the first batch.</param>
    /// <param name="guard">The guard of a request; null for reads of the host itself.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    internal static Task<(PastStory Past, T Context)?> LoadAsync<T>(
        IQuerySession session,
        Guid story,
        PointInTime moment,
        Func<IBatchedQuery, Task<T>> loadContext,
        StoryGuard? guard,
        CancellationToken cancellationToken
    ) =>
        moment switch
        {
            PointInTime.OfVersion { Version: var version } => VersionAsync(session, story, version, loadContext, guard, cancellationToken),
            PointInTime.Recorded { At: var time } => UntilAsync(
                session,
                story,
                new(
                    k => k.Story == story && k.At <= time,
                    k => k.Story == story && k.At > time,
                    k => k.At,
                    snapshot => snapshot.At <= time
                ),
                loadContext,
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
                loadContext,
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
    ) => version < 1 ? null : (await batch.AddItem(new VersionQuery(story, version, cancellationToken)))?.Snapshot.State;

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

    private static Task<bool> NoContext(IBatchedQuery batch) => Task.FromResult(true);

    /// <summary>Takes one round trip.</summary>
    private static async Task<(PastStory Past, T Context)?> VersionAsync<T>(
        IQuerySession session,
        Guid story,
        long version,
        Func<IBatchedQuery, Task<T>> loadContext,
        StoryGuard? guard,
        CancellationToken cancellationToken
    )
    {
        if (version < 1)
        {
            return null;
        }

        var batch = session.CreateBatchQuery();
        guard?.Watch(batch, story);
        var loading = batch.AddItem(new VersionQuery(story, version, cancellationToken));
        var loadingContext = loadContext(batch);
        await batch.Execute(cancellationToken);
        return await loading is { } past ? (past, await loadingContext) : null;
    }

    /// <summary>Takes two round trips: the last snapshot by then with the version of the next one, then the events between.</summary>
    private static async Task<(PastStory Past, T Context)?> UntilAsync<T>(
        IQuerySession session,
        Guid story,
        Order order,
        Func<IBatchedQuery, Task<T>> loadContext,
        StoryGuard? guard,
        CancellationToken cancellationToken
    )
    {
        // Times never decrease from one snapshot to the next, so the latest is the last, and an index finds it directly.
        var batch = session.CreateBatchQuery();
        guard?.Watch(batch, story);
        var loadingContext = loadContext(batch);
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
        var (last, next, checks) = (await loadingLast, await loadingNext is > 0 and var of ? of : long.MaxValue, new LatestChecks());
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
                    return await PastAsync();
                }

                last = following;
                checks.Add(recorded);
            }

            if ((last?.Of ?? 0) < to || to == next - 1)
            {
                return await PastAsync();
            }
        }

        async Task<(PastStory, T)?> PastAsync() => last is null ? null : (new PastStory(last, checks.Events), await loadingContext);
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
