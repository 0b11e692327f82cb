using Newsroom.Domain.Stories;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Subscribers;

/// <summary>Decides which events of stories subscribers are notified of.</summary>
public static class DeliveryEvents
{
    /// <summary>Gets the types of events that yield a notice, and its kind.</summary>
    public static IReadOnlyDictionary<Type, DeliveryKind> ByEvent { get; } =
        new Dictionary<Type, DeliveryKind>
        {
            [typeof(StoryPublished)] = DeliveryKind.Published,
            [typeof(StoryCorrected)] = DeliveryKind.Corrected,
            [typeof(StoryWithheld)] = DeliveryKind.Withheld,
            [typeof(StoryReleased)] = DeliveryKind.Released,
            [typeof(StoryRetracted)] = DeliveryKind.Retracted,
            [typeof(StoryKilled)] = DeliveryKind.Killed,
            [typeof(FactCheckPublished)] = DeliveryKind.FactCheckPublished,
        };

    /// <summary>Returns the kind of notice that an event yields; null for none.</summary>
    public static DeliveryKind? KindOf(StoryEvent happened) =>
        ByEvent.TryGetValue(happened.GetType(), out var kind) ? kind : null;

    /// <summary>
    /// Returns whether everybody who received the story is notified, whatever they subscribe to now: of all that changes or takes away what
    /// they have.
    /// </summary>
    public static bool IsOwedToReceivers(this DeliveryKind kind) =>
        kind is DeliveryKind.Corrected or DeliveryKind.Withheld or DeliveryKind.Released or DeliveryKind.Retracted or DeliveryKind.Killed;

    /// <summary>Returns whether a subscriber who received the story acknowledges the notice.</summary>
    public static bool NeedsAcknowledgement(this DeliveryKind kind) =>
        kind is DeliveryKind.Corrected or DeliveryKind.Retracted or DeliveryKind.Killed;
}
