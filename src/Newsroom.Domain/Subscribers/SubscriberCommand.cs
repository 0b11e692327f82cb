using System.Collections.Immutable;

namespace Newsroom.Domain.Subscribers;

/// <summary>A command on a subscriber.</summary>
public abstract record SubscriberCommand;

/// <summary>Register a subscriber.</summary>
/// <param name="Name">The display name.</param>
/// <param name="Url">The address that notices are sent to.</param>
public sealed record RegisterSubscriber(string Name, string Url) : SubscriberCommand
{
    /// <summary>The id, a slug; derived from the name by default.</summary>
    public string? Id { get; init; }

    /// <summary>The desks whose stories it receives; none for all.</summary>
    public ImmutableArray<string> Desks { get; init; } = [];

    /// <summary>The languages that it receives (BCP 47); <c>en</c> includes <c>en-GB</c>. None for all.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The kinds of notice that it receives; none for all.</summary>
    public ImmutableArray<DeliveryKind> Kinds { get; init; } = [];

    /// <summary>The format of editions.</summary>
    public DeliveryFormat Format { get; init; }
}

/// <summary>Change a subscriber. What is not given stays as it is; an empty list stands for all.</summary>
public sealed record ChangeSubscriber : SubscriberCommand
{
    /// <summary>The display name.</summary>
    public string? Name { get; init; }

    /// <summary>The address that notices are sent to.</summary>
    public string? Url { get; init; }

    /// <summary>The desks whose stories it receives; an empty list for all.</summary>
    public ImmutableArray<string>? Desks { get; init; }

    /// <summary>The languages that it receives; an empty list for all.</summary>
    public ImmutableArray<string>? Languages { get; init; }

    /// <summary>The kinds of notice that it receives; an empty list for all.</summary>
    public ImmutableArray<DeliveryKind>? Kinds { get; init; }

    /// <summary>The format of editions.</summary>
    public DeliveryFormat? Format { get; init; }
}

/// <summary>Pause a subscriber. Its notices are kept until it is resumed.</summary>
/// <param name="Reason">The reason.</param>
public sealed record PauseSubscriber(string Reason) : SubscriberCommand;

/// <summary>Resume a subscriber.</summary>
public sealed record ResumeSubscriber : SubscriberCommand;

/// <summary>Make a new secret for a subscriber.</summary>
public sealed record RotateSecret : SubscriberCommand
{
    /// <summary>The overlap where none is given.</summary>
    public const int DefaultOverlapHours = 24;

    /// <summary>For how many hours notices are also signed with the secret before; 24 by default.</summary>
    public int? OverlapHours { get; init; }
}

/// <summary>Acknowledge a notice of a correction, retraction or kill, as its subscriber.</summary>
/// <param name="Delivery">The id of the delivery, as in <c>webhook-id</c>.</param>
public sealed record AcknowledgeNotice(Guid Delivery) : SubscriberCommand;

/// <summary>Send a notice again, under its id.</summary>
/// <param name="Delivery">The delivery.</param>
public sealed record Redeliver(Guid Delivery) : SubscriberCommand;

/// <summary>Send all notices since an instant again, each under its id.</summary>
/// <param name="Since">The instant.</param>
public sealed record ReplayDeliveries(DateTimeOffset Since) : SubscriberCommand
{
    /// <summary>The most notices that one command sends again.</summary>
    public const int MaxDeliveries = 10_000;
}

/// <summary>Remove a subscriber.</summary>
public sealed record RemoveSubscriber : SubscriberCommand;
