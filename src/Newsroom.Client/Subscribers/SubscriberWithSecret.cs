namespace Newsroom.Client.Subscribers;

/// <summary>A subscriber, and its secret where it was just made.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Secret">The secret that notices are signed with; it is shown once. Null in the answer to a repeat.</param>
/// <param name="Notice">Why there is no secret, and what to do; null where there is one.</param>
public sealed record SubscriberWithSecret(SubscriberDetails Subscriber, string? Secret = null, string? Notice = null);

/// <summary>An event of a subscriber.</summary>
/// <param name="Version">The version of the subscriber after it, from 1.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The person who acted.</param>
/// <param name="Name">Their name.</param>
/// <param name="Type">The storage name of the event.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Why">The reason given; null for none.</param>
public sealed record SubscriberHistoryEntry(
    long Version,
    DateTimeOffset At,
    string By,
    string Name,
    string Type,
    string Sentence,
    string? Why = null
);

/// <summary>The acknowledgement of a delivery.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Delivery">The id of the delivery.</param>
/// <param name="AcknowledgedBy">The identity in the token that acknowledged it.</param>
/// <param name="AcknowledgedAt">When it was acknowledged first.</param>
public sealed record Acknowledgement(string Subscriber, Guid Delivery, string AcknowledgedBy, DateTimeOffset AcknowledgedAt);
