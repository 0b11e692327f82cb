using Newsroom.Domain.Subscribers;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>A notice of a story, as it is recorded.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">The version of the story that the notice is of.</param>
internal sealed record StoryNotice(Guid Story, long Version)
{
    /// <summary>Gets the sequence number of the event.</summary>
    public required long Sequence { get; init; }

    /// <summary>Gets the kind of notice.</summary>
    public required DeliveryKind Kind { get; init; }

    /// <summary>Gets when the event was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the id of the event.</summary>
    public required Guid Event { get; init; }
}
