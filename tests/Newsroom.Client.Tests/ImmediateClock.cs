namespace Newsroom.Client.Tests;

/// <summary>Fires timers at once and records their delays.</summary>
internal sealed class ImmediateClock : TimeProvider
{
    public List<TimeSpan> Delays { get; } = [];

    public override DateTimeOffset GetUtcNow() => new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Delays.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
