using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>A story folded once for all projections: its last state and its keyframes.</summary>
/// <param name="Last">The state after the last event.</param>
/// <param name="Due">The keyframes.</param>
internal sealed record StoryFrames(Keyframe Last, IReadOnlyList<Keyframe> Due)
{
    /// <summary>Folds a stream; null where it is not a story.</summary>
    public static StoryFrames? Of(StreamHistory stream)
    {
        Keyframe? last = null;
        var due = new List<Keyframe>();
        foreach (var recorded in stream.Events.Where(e => e.Data is StoryEvent))
        {
            last = Keyframe.After(last, recorded);
            if (last.IsDue)
            {
                due.Add(last);
            }
        }

        return last is null ? null : new(last, due);
    }
}

/// <summary>Shares one fold of a stream between projections.</summary>
public static class StoryFold
{
    /// <summary>Returns the story after its last event; null where the stream is not a story.</summary>
    public static StorySnapshot? Story(this StreamHistory stream) => stream.Fold(StoryFrames.Of)?.Last.State;
}
