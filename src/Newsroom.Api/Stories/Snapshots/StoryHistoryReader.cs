using System.Linq.Expressions;
using JasperFx.Events;
using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Policies;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>Stories as they were. Whatever the history's length, a moment is read from one keyframe and a bounded number of events.</summary>
public static class StoryHistoryReader
{
    /// <summary>A story at a moment; null where it had not begun, or never had that version.</summary>
    public static async Task<StoryAt?> At(IQuerySession session, Guid story, PointInTime moment, CancellationToken cancellationToken) => (await WithPolicies(session, story, moment, cancellationToken)).At;

    /// <summary>A story at a moment, and every desk's policies, read in the round trips that are made anyway.</summary>
    public static Task<(StoryAt? At, IReadOnlyList<DeskPolicies> Policies)> WithPolicies(IQuerySession session, Guid story, PointInTime moment, CancellationToken cancellationToken) => moment switch
    {
        PointInTime.OfVersion { Version: var version } => Version(session, story, version, cancellationToken),
        PointInTime.Recorded { At: var time } => Until(session, story, k => k.Story == story && k.At <= time, k => k.At, frame => frame.At <= time, cancellationToken),
        PointInTime.Happened { At: var time } => Until(session, story, k => k.Story == story && k.Happened <= time, k => k.Happened, frame => frame.Happened <= time, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    /// <summary>The last keyframe there is at or before a version; null for the story's beginning.</summary>
    public static async Task<Keyframe?> FrameBefore(IQuerySession session, Guid story, long version, CancellationToken cancellationToken) =>
        await session.Query<Keyframe>().Where(k => k.Story == story && k.Of <= version).OrderByDescending(k => k.Of).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Folds events into a keyframe, until it is stopped between two of them.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static Keyframe? After(Keyframe? frame, IEnumerable<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var recorded in events.Where(e => e.Data is StoryEvent))
        {
            cancellationToken.ThrowIfCancellationRequested();
            frame = Keyframe.After(frame, recorded);
        }

        return frame;
    }

    /// <summary>One round trip, where the keyframe before the version has been made already.</summary>
    private static async Task<(StoryAt?, IReadOnlyList<DeskPolicies>)> Version(IQuerySession session, Guid story, long version, CancellationToken cancellationToken)
    {
        if (version < 1)
        {
            return (null, []);
        }

        var from = Keyframe.Before(version);
        var batch = session.CreateBatchQuery();
        var loadingFrame = from == 0 ? null : batch.Load<Keyframe>(Keyframe.IdOf(story, from));
        var loadingEvents = from == version ? null : batch.Events.FetchStream(story, version, fromVersion: from + 1);
        var loadingPolicies = batch.Policies();
        await batch.Execute(cancellationToken);

        var frame = loadingFrame is null ? null : await loadingFrame;
        IReadOnlyList<IEvent> events = loadingEvents is null ? [] : await loadingEvents;
        if (from > 0 && frame is null)
        {
            frame = await FrameBefore(session, story, from, cancellationToken);
            events = await session.Events.FetchStreamAsync(story, version, fromVersion: (frame?.Of ?? 0) + 1, token: cancellationToken);
        }

        var found = After(frame, events, cancellationToken);
        return (found?.Of == version ? found.State : null, await loadingPolicies);
    }

    /// <summary>Two round trips: the last keyframe by then, and the events since, of which one is later before the next keyframe is due.</summary>
    private static async Task<(StoryAt?, IReadOnlyList<DeskPolicies>)> Until(
        IQuerySession session, Guid story, Expression<Func<Keyframe, bool>> by, Expression<Func<Keyframe, DateTimeOffset>> time, Func<Keyframe, bool> isBy, CancellationToken cancellationToken)
    {
        // Times never go back from one keyframe to the next, so the latest is the last; and an index finds it without passing over those after it.
        var batch = session.CreateBatchQuery();
        var loadingPolicies = batch.Policies();
        var loadingFrame = batch.Query<Keyframe>().Where(by).OrderByDescending(time).ThenByDescending(k => k.Of).FirstOrDefault();
        await batch.Execute(cancellationToken);
        var (last, policies) = (await loadingFrame, await loadingPolicies);
        while (true)
        {
            var from = last?.Of ?? 0;
            var events = await session.Events.FetchStreamAsync(story, from + Keyframe.Distance, fromVersion: from + 1, token: cancellationToken);
            foreach (var recorded in events.Where(e => e.Data is StoryEvent))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var next = Keyframe.After(last, recorded);
                if (!isBy(next))
                {
                    return (last?.State, policies);
                }

                last = next;
            }

            if (events.Count < Keyframe.Distance)
            {
                return (last?.State, policies);
            }
        }
    }
}
