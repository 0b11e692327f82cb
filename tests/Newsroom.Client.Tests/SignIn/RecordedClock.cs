namespace Newsroom.Client.Tests.SignIn;

/// <summary>A clock whose waits end at once, and that moves on by them.</summary>
internal sealed class RecordedClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the waits in seconds.</summary>
    public List<int> Seconds { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Seconds.Add((int)dueTime.TotalSeconds);
        now += dueTime;
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    /// <summary>Moves on.</summary>
    public void Advance(TimeSpan time) => now += time;
}
