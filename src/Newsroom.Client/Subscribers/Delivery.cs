namespace Newsroom.Client.Subscribers;

/// <summary>A notice for a subscriber.</summary>
/// <param name="Id">The id of the delivery, which is the id of the message (<c>webhook-id</c>).</param>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Story">The story.</param>
/// <param name="Version">The version of the story that the notice is of.</param>
/// <param name="Sequence">The position of the event in the record.</param>
/// <param name="Kind">The kind of notice, such as <c>corrected</c>.</param>
/// <param name="At">When the event was recorded.</param>
/// <param name="State">Pending, delivered, failed or cancelled.</param>
public sealed record Delivery(
    Guid Id,
    string Subscriber,
    Guid Story,
    long Version,
    long Sequence,
    string Kind,
    DateTimeOffset At,
    string State
)
{
    /// <summary>When it is sent next; null where it is not pending.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When the subscriber accepted it; null where it did not.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Whether the subscriber has to acknowledge it.</summary>
    public bool NeedsAcknowledgement { get; init; }

    /// <summary>When it was acknowledged; null where it was not.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Who acknowledged it: <c>response</c> where the response to it did; null where nobody did.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>The latest attempts, at most ten, oldest first.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts { get; init; } = [];
}

/// <summary>An attempt to send a notice.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When it ended.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Status">The status of the response; null where there was none.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
/// <param name="Response">The beginning of the response; null where it was empty.</param>
public sealed record DeliveryAttempt(int Number, DateTimeOffset At, int Milliseconds, int? Status, string? Error, string? Response);
