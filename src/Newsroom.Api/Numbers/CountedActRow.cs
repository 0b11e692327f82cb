using JasperFx.Events;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Numbers;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Numbers;

/// <summary>A row of <see cref="CountedActTable"/>.</summary>
/// <param name="Sequence">The event's sequence.</param>
/// <param name="Story">The story.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Desk">The desk of the story at that time.</param>
/// <param name="Kind">What it counts as, as stored.</param>
/// <param name="Passage">The key of the passage; empty for none.</param>
/// <param name="Waited">The seconds to verify, for the first verdict that verifies a passage.</param>
internal readonly record struct CountedActRow(
    long Sequence,
    Guid Story,
    DateTimeOffset At,
    string? Desk,
    string Kind,
    string Passage,
    long? Waited
)
{
    /// <summary>Begins a story.</summary>
    /// <param name="desk">The desk before the first event; null at the beginning of the story.</param>
    public static ActCounter Counter(string? desk = null) => new(desk, name => IndexedKey.Of(name));

    /// <summary>Returns the rows of events of one story, in order.</summary>
    /// <param name="events">The events.</param>
    /// <param name="counter">What is known of the story before them.</param>
    public static IEnumerable<CountedActRow> Of(IEnumerable<IEvent> events, ActCounter counter)
    {
        foreach (var recorded in events.Where(e => e.Data is StoryEvent))
        {
            if (counter.Next(recorded.Data, recorded.Metadata().At) is { } act)
            {
                yield return new(
                    recorded.Sequence,
                    recorded.StreamId,
                    act.At,
                    act.Desk,
                    act.Kind.ToKebabCase(),
                    act.Passage,
                    act.SecondsToVerify
                );
            }
        }
    }
}
