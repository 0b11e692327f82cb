namespace Newsroom.Domain.Subscribers;

/// <summary>An event of a subscriber's stream. None has a secret.</summary>
public abstract record SubscriberEvent;

/// <summary>A subscriber was registered.</summary>
/// <param name="Subscriber">The subscriber.</param>
public sealed record SubscriberRegistered(Subscriber Subscriber) : SubscriberEvent;

/// <summary>A subscriber was changed.</summary>
/// <param name="Subscriber">The new definition.</param>
public sealed record SubscriberChanged(Subscriber Subscriber) : SubscriberEvent;

/// <summary>A subscriber was paused.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Reason">The reason.</param>
public sealed record SubscriberPaused(string Subscriber, string Reason) : SubscriberEvent;

/// <summary>A subscriber was resumed.</summary>
/// <param name="Subscriber">The subscriber.</param>
public sealed record SubscriberResumed(string Subscriber) : SubscriberEvent;

/// <summary>A subscriber got a new secret.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="OverlapHours">For how many hours notices are also signed with the secret before.</param>
public sealed record SecretRotated(string Subscriber, int OverlapHours) : SubscriberEvent;

/// <summary>A notice is sent to a subscriber again.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Delivery">The delivery.</param>
public sealed record RedeliveryRequested(string Subscriber, Guid Delivery) : SubscriberEvent;

/// <summary>The notices since an instant are sent to a subscriber again.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Since">The instant.</param>
/// <param name="Count">How many they are.</param>
public sealed record ReplayRequested(string Subscriber, DateTimeOffset Since, int Count) : SubscriberEvent;

/// <summary>A subscriber was removed.</summary>
/// <param name="Subscriber">The subscriber.</param>
public sealed record SubscriberRemoved(string Subscriber) : SubscriberEvent;
