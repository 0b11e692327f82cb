namespace Newsroom.Api.Tests;

/// <summary>A clock that keeps the time of its creation. Timers run as they do on the system's.</summary>
public sealed class StoppedClock : TimeProvider
{
    private readonly DateTimeOffset now = System.GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;
}
