using CsCheck;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Domain.Tests.Subscribers;

/// <summary>When a delivery that failed is tried again.</summary>
public sealed class RetryScheduleSpecs
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 30)]
    [InlineData(3, 120)]
    [InlineData(8, 86_400)]
    public void The_delays_grow(int attempts, int seconds) =>
        RetrySchedule.DelayAfter(attempts, drawn: 0.5, retryAfter: null).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void There_are_nine_attempts()
    {
        RetrySchedule.DelayAfter(9, 0.5, TimeSpan.FromSeconds(1)).ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => RetrySchedule.DelayAfter(0, 0.5, null));
    }

    [Fact]
    public void A_subscriber_may_ask_for_a_longer_delay_up_to_a_day()
    {
        RetrySchedule.DelayAfter(1, 0.5, TimeSpan.FromMinutes(3)).ShouldBe(TimeSpan.FromMinutes(3));
        RetrySchedule.DelayAfter(1, 0.5, TimeSpan.FromSeconds(1)).ShouldBe(TimeSpan.FromSeconds(5));
        RetrySchedule.DelayAfter(1, 0.5, TimeSpan.FromSeconds(-9)).ShouldBe(TimeSpan.FromSeconds(5));
        RetrySchedule.DelayAfter(1, 0.5, TimeSpan.FromDays(400)).ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void The_jitter_is_a_tenth_at_most() =>
        Gen.Select(Gen.Int[1, 8], Gen.Double[0, 1])
            .Sample(
                (attempts, drawn) =>
                {
                    var delay = RetrySchedule.DelayAfter(attempts, drawn, retryAfter: null)!.Value;
                    var exact = RetrySchedule.Delays[attempts];
                    Math.Abs((delay - exact).TotalSeconds).ShouldBeLessThanOrEqualTo(exact.TotalSeconds * 0.1000001);
                }
            );
}
