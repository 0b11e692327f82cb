using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>A story folded once for all projections: its last state and its snapshots.</summary>
/// <param name="Last">The state after the last event.</param>
/// <param name="Due">The snapshots.</param>
internal sealed record StorySnapshots(Snapshot Last, IReadOnlyList<Snapshot> Due)
{
    /// <summary>Folds a stream; null where it is not a story.</summary>
    public static StorySnapshots? Of(StreamHistory stream)
    {
        Snapshot? last = null;
        var due = new List<Snapshot>();
        foreach (var recorded in stream.Events.Where(e => e.Data is StoryEvent))
        {
            last = Snapshot.After(last, recorded);
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
    public static StorySnapshot? Story(this StreamHistory stream) => stream.Fold(StorySnapshots.Of)?.Last.State;
}
