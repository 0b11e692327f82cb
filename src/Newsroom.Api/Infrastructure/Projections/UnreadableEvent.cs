using JasperFx.Events;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>An event that this build cannot deserialize or fold: its data were damaged, or another build stored it.</summary>
/// <param name="Sequence">The event's sequence.</param>
/// <param name="Event">The event's id.</param>
/// <param name="Stream">Its stream: the story's id, where it is a story's.</param>
/// <param name="Type">Its storage name.</param>
/// <param name="Error">Why it cannot be read.</param>
public sealed record UnreadableEvent(long Sequence, Guid Event, Guid Stream, string Type, string Error)
{
    /// <summary>The error of an event of a type that this build does not have.</summary>
    internal const string UnknownType = "This build has no event type of that name.";

    /// <summary>The desk in its data; null where there is none.</summary>
    internal string? Desk { get; init; }

    /// <summary>Describes an event that was deserialized and cannot be folded.</summary>
    internal static UnreadableEvent Of(IEvent recorded, string error) =>
        new(recorded.Sequence, recorded.Id, recorded.StreamId, recorded.EventTypeName, error);
}

/// <summary>Events that were read, in the order of the record.</summary>
/// <param name="Events">Those that could be deserialized.</param>
/// <param name="Unreadable">Those that could not.</param>
public sealed record StoredEventPage(List<IEvent> Events, List<UnreadableEvent> Unreadable)
{
    /// <summary>How many rows were read.</summary>
    public int Count => Events.Count + Unreadable.Count;

    /// <summary>The sequence of the last row; 0 where there is none.</summary>
    public long Last => Math.Max(Events.Count == 0 ? 0 : Events[^1].Sequence, Unreadable.Count == 0 ? 0 : Unreadable[^1].Sequence);
}
