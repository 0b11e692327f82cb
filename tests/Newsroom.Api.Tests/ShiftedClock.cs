namespace Newsroom.Api.Tests;

/// <summary>A clock that a test sets forward. Timers run as they do on the system's.</summary>
public sealed class ShiftedClock : TimeProvider
{
    /// <summary>The offset to the system's clock.</summary>
    public TimeSpan Ahead { get; set; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    /// <inheritdoc/>
    public override long GetTimestamp() => base.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);
}
