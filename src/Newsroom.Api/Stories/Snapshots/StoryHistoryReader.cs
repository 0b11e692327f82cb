using System.Linq.Expressions;
using Marten;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Policies;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>
/// Stories as they were. Whatever the history's length, a moment is read from one keyframe and events of a bounded number and size. Where
/// a keyframe is not there yet, its events are read one after the other: that takes longer, and no more memory.
/// </summary>
public static class StoryHistoryReader
{
    /// <summary>A story at a moment; null where it had not begun, or never had that version.</summary>
    public static async Task<StoryAt?> AtAsync(
        IQuerySession session,
        Guid story,
        PointInTime moment,
        CancellationToken cancellationToken
    ) => (await WithPoliciesAsync(session, story, moment, cancellationToken)).At;

    /// <summary>A story at a moment, and every desk's policies, read in the round trips that are made anyway.</summary>
    public static Task<(StoryAt? At, IReadOnlyList<DeskPolicies> Policies)> WithPoliciesAsync(
        IQuerySession session,
        Guid story,
        PointInTime moment,
        CancellationToken cancellationToken
    ) =>
        moment switch
        {
            PointInTime.OfVersion { Version: var version } => VersionAsync(session, story, version, cancellationToken),
            PointInTime.Recorded { At: var time } => UntilAsync(
                session,
                story,
                new(k => k.Story == story && k.At <= time, k => k.Story == story && k.At > time, k => k.At, frame => frame.At <= time),
                cancellationToken
            ),
            PointInTime.Happened { At: var time } => UntilAsync(
                session,
                story,
                new(
                    k => k.Story == story && k.Happened <= time,
                    k => k.Story == story && k.Happened > time,
                    k => k.Happened,
                    frame => frame.Happened <= time
                ),
                cancellationToken
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(moment)),
        };

    /// <summary>A story at a version, in a round trip that is made anyway; null where it never had that version.</summary>
    public static async Task<StoryAt?> PastVersionAsync(
        this IBatchedQuery batch,
        Guid story,
        long version,
        CancellationToken cancellationToken
    ) => version < 1 ? null : (await batch.AddItem(new VersionQuery(story, version, cancellationToken)))?.State;

    /// <summary>The last keyframe there is at or before a version; null for the story's beginning.</summary>
    public static async Task<Keyframe?> FrameBeforeAsync(
        IQuerySession session,
        Guid story,
        long version,
        CancellationToken cancellationToken
    ) =>
        await session
            .Query<Keyframe>()
            .Where(k => k.Story == story && k.Of <= version)
            .OrderByDescending(k => k.Of)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>One round trip.</summary>
    private static async Task<(StoryAt?, IReadOnlyList<DeskPolicies>)> VersionAsync(
        IQuerySession session,
        Guid story,
        long version,
        CancellationToken cancellationToken
    )
    {
        if (version < 1)
        {
            return (null, []);
        }

        var batch = session.CreateBatchQuery();
        var loading = batch.PastVersionAsync(story, version, cancellationToken);
        var loadingPolicies = batch.PoliciesAsync();
        await batch.Execute(cancellationToken);
        return (await loading, await loadingPolicies);
    }

    /// <summary>Two round trips: the last keyframe by then with the version of the next one, and the events between.</summary>
    private static async Task<(StoryAt?, IReadOnlyList<DeskPolicies>)> UntilAsync(
        IQuerySession session,
        Guid story,
        Order order,
        CancellationToken cancellationToken
    )
    {
        // Times never go back from one keyframe to the next, so the latest is the last; and an index finds it without passing over those
        // after it.
        var batch = session.CreateBatchQuery();
        var loadingPolicies = batch.PoliciesAsync();
        var loadingLast = batch
            .Query<Keyframe>()
            .Where(order.By)
            .OrderByDescending(order.Time)
            .ThenByDescending(k => k.Of)
            .FirstOrDefault();
        var loadingNext = batch
            .Query<Keyframe>()
            .Where(order.After)
            .OrderBy(order.Time)
            .ThenBy(k => k.Of)
            .Select(k => k.Of)
            .FirstOrDefault();
        await batch.Execute(cancellationToken);
        var (last, policies, next) = (await loadingLast, await loadingPolicies, await loadingNext is > 0 and var of ? of : long.MaxValue);
        while (true)
        {
            var to = Math.Min((last?.Of ?? 0) + Keyframe.Distance, next - 1);
            var from = last;
            await foreach (var recorded in StoryEventReader.ReadAsync(session, story, from?.Of ?? 0, to, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var following = Keyframe.After(last, recorded);
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

    /// <summary>What a time says of keyframes.</summary>
    /// <param name="By">Those of a story that are by then.</param>
    /// <param name="After">Those of a story that are later.</param>
    /// <param name="Time">The time they are ordered by.</param>
    /// <param name="IsBy">Whether one is by then.</param>
    private sealed record Order(
        Expression<Func<Keyframe, bool>> By,
        Expression<Func<Keyframe, bool>> After,
        Expression<Func<Keyframe, DateTimeOffset>> Time,
        Func<Keyframe, bool> IsBy
    );
}
