namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>An attempt to send a delivery.</summary>
/// <param name="Took">How long it took.</param>
internal sealed record DeliveryAttempt(TimeSpan Took)
{
    /// <summary>Gets the status of the response; null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Gets why there was no response, or why it is not success; null for success.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the beginning of the response; null where it was empty.</summary>
    public string? Response { get; init; }

    /// <summary>Gets the least delay that the subscriber asked for; null for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets whether the response acknowledges the notice.</summary>
    public bool IsAcknowledged { get; init; }

    /// <summary>Gets whether the subscriber accepted the notice.</summary>
    public bool IsAccepted => Error is null;

    /// <summary>Gets whether the subscriber wants no further notices.</summary>
    public bool IsGone => Status == StatusCodes.Status410Gone;
}
