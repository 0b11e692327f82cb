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

    /// <summary>Gets whether the subscriber has the delivery that the command names.</summary>
    public bool HasDelivery { get; init; }

    /// <summary>Gets whether the configuration allows addresses of http besides https.</summary>
    public bool AllowsHttp { get; init; }
}
