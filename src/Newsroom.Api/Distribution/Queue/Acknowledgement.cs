namespace Newsroom.Api.Distribution.Queue;

/// <summary>The acknowledgement of a delivery.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Delivery">The id of the delivery.</param>
/// <param name="AcknowledgedBy">The identity in the token that acknowledged it.</param>
/// <param name="AcknowledgedAt">When it was acknowledged first.</param>
public sealed record Acknowledgement(string Subscriber, Guid Delivery, string AcknowledgedBy, DateTimeOffset AcknowledgedAt);
