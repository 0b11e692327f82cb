using JasperFx.Events;
using Marten;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Replay;

/// <summary>Stories as they were. Whatever the history's length, a moment is read from one keyframe and a bounded number of events.</summary>
public static class Past
{
    /// <summary>A story at a moment; null where it had not begun, or never had that version.</summary>
    public static async Task<StoryAt?> At(IQuerySession session, Guid story, Moment moment, CancellationToken cancel) => moment switch
    {
        Moment.OfVersion { Version: var version } => (await Version(session, story, version, cancel))?.State,
        Moment.Recorded { At: var time } => (await Until(session, story, Latest(session, story).Where(k => k.At <= time), frame => frame.At <= time, cancel))?.State,
        Moment.Happened { At: var time } => (await Until(session, story, Latest(session, story).Where(k => k.Happened <= time), frame => frame.Happened <= time, cancel))?.State,
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    /// <summary>The last keyframe there is at or before a version; null for the story's beginning.</summary>
    public static async Task<Keyframe?> FrameBefore(IQuerySession session, Guid story, long version, CancellationToken cancel) =>
        await Latest(session, story).Where(k => k.Of <= version).FirstOrDefaultAsync(cancel);

    /// <summary>One round trip, where the keyframe before the version has been made already.</summary>
    private static async Task<Keyframe?> Version(IQuerySession session, Guid story, long version, CancellationToken cancel)
    {
        if (version < 1)
        {
            return null;
        }

        var from = Keyframe.Before(version);
        var batch = session.CreateBatchQuery();
        var loadingFrame = from == 0 ? null : batch.Load<Keyframe>(Keyframe.IdOf(story, from));
        var loadingEvents = from == version ? null : batch.Events.FetchStream(story, version, fromVersion: from + 1);
        await batch.Execute(cancel);

        var frame = loadingFrame is null ? null : await loadingFrame;
        IReadOnlyList<IEvent> events = loadingEvents is null ? [] : await loadingEvents;
        if (from > 0 && frame is null)
        {
            frame = await FrameBefore(session, story, from, cancel);
            events = await session.Events.FetchStreamAsync(story, version, fromVersion: (frame?.Of ?? 0) + 1, token: cancel);
        }

        return Fold(frame, events) is { } found && found.Of == version ? found : null;
    }

    private static async Task<Keyframe?> Until(IQuerySession session, Guid story, IQueryable<Keyframe> frames, Func<Keyframe, bool> isBy, CancellationToken cancel)
    {
        var last = await frames.FirstOrDefaultAsync(cancel);
        while (true)
        {
            var from = last?.Of ?? 0;
            var events = await session.Events.FetchStreamAsync(story, from + Keyframe.Distance, fromVersion: from + 1, token: cancel);
            foreach (var recorded in events.Where(e => e.Data is StoryEvent))
            {
                var next = Keyframe.After(last, recorded);
                if (!isBy(next))
                {
                    return last;
                }

                last = next;
            }

            if (events.Count < Keyframe.Distance)
            {
                return last;
            }
        }
    }

    private static Keyframe? Fold(Keyframe? frame, IEnumerable<IEvent> events) => events.Where(e => e.Data is StoryEvent).Aggregate(frame, Keyframe.After);

    private static IQueryable<Keyframe> Latest(IQuerySession session, Guid story) => session.Query<Keyframe>().Where(k => k.Story == story).OrderByDescending(k => k.Of);
}
