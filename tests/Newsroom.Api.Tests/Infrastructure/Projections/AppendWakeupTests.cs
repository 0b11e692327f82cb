using Microsoft.Extensions.Time.Testing;
using Newsroom.Api.Infrastructure.Projections;

namespace Newsroom.Api.Tests.Infrastructure.Projections;

/// <summary>When the daemon looks for new events.</summary>
public sealed class AppendWakeupTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider clock = new();
    private readonly AppendWakeup wakeup;

    public AppendWakeupTests() => wakeup = new AppendWakeup(clock);

    [Fact]
    public async Task An_event_is_looked_for_at_once()
    {
        var look = Wait();
        look.IsCompleted.ShouldBeFalse();
        wakeup.Append();
        await look;
    }

    [Fact]
    public async Task An_event_that_is_appended_during_a_look_is_looked_for_after_it()
    {
        wakeup.Append();
        wakeup.Append();
        await Wait();
        Wait().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Without_events_the_daemon_looks_once_a_second()
    {
        var look = Wait();
        clock.Advance(AppendWakeup.IdleInterval - Moment);
        look.IsCompleted.ShouldBeFalse();
        clock.Advance(Moment);
        await look;
    }

    [Fact]
    public async Task For_some_seconds_after_an_event_the_daemon_looks_ten_times_a_second()
    {
        wakeup.Append();
        await Wait();
        for (var passed = TimeSpan.Zero; passed < AppendWakeup.BusyTime; passed += AppendWakeup.BusyInterval)
        {
            var look = Wait();
            clock.Advance(AppendWakeup.BusyInterval - Moment);
            look.IsCompleted.ShouldBeFalse();
            clock.Advance(Moment);
            await look;
        }

        var seldom = Wait();
        clock.Advance(AppendWakeup.BusyInterval);
        seldom.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_shorter_time_of_the_daemon_is_kept()
    {
        var look = Wait(Moment);
        clock.Advance(Moment);
        await look;
    }

    [Fact]
    public async Task A_few_events_in_a_row_are_each_looked_for_at_once()
    {
        for (var second = 0; second < 3; second++)
        {
            for (var i = 0; i < 5; i++)
            {
                wakeup.Append();
                await Wait();
            }

            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task One_client_that_waits_for_each_event_has_it_at_once()
    {
        for (var i = 0; i < 100; i++)
        {
            wakeup.Append();
            await Wait();
            clock.Advance(TimeSpan.FromMilliseconds(20));
        }
    }

    [Fact]
    public async Task Under_load_the_daemon_looks_ten_times_a_second()
    {
        for (var i = 0; i < 20; i++)
        {
            wakeup.Append();
        }

        await Wait();
        for (var looks = 0; looks < 20; looks++)
        {
            for (var i = 0; i < 20; i++)
            {
                wakeup.Append();
            }

            var look = Wait();
            clock.Advance(AppendWakeup.BusyInterval - Moment);
            look.IsCompleted.ShouldBeFalse();
            clock.Advance(Moment);
            await look;
        }
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        using var ending = new CancellationTokenSource();
        var look = wakeup.WaitAsync(AppendWakeup.IdleInterval, ending.Token);
        await ending.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(look);
    }

    /// <inheritdoc/>
    public void Dispose() => wakeup.Dispose();

    private Task Wait(TimeSpan? longest = null) =>
        wakeup.WaitAsync(longest ?? AppendWakeup.IdleInterval, TestContext.Current.CancellationToken);
}
