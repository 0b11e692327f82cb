using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Subscribers;

/// <summary>The data that a decision on a subscriber needs besides the subscriber.</summary>
/// <param name="Subscriber">The subscriber's id.</param>
/// <param name="Actor">The caller.</param>
public sealed record SubscriberContext(string Subscriber, Actor Actor)
{
    /// <summary>Gets those of the command's desks that exist.</summary>
    public ImmutableHashSet<string> Desks { get; init; } = [];

    /// <summary>Gets the subscriber that the caller's token is of; null where it is of a person.</summary>
    public string? TokenOf { get; init; }

    /// <summary>Gets the state of the command's delivery; null where there is none of that id to the subscriber.</summary>
    public DeliveryState? Delivery { get; init; }

    /// <summary>Gets the number of the subscriber's deliveries since the command's instant that are not pending.</summary>
    public int Deliveries { get; init; }

    /// <summary>Gets whether the configuration allows addresses of http besides https.</summary>
    public bool AllowsHttp { get; init; }
}
