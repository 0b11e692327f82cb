namespace Newsroom.Api.Distribution.Queue;

/// <summary>Notices that a subscriber who received the story has not acknowledged.</summary>
internal static class Unacknowledged
{
    /// <summary>Selects their deliveries <c>d</c>.</summary>
    public const string Condition = "d.needs_acknowledgement and d.acknowledged_at is null";
}
