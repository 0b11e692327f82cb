using Newsroom.Api.Operations;

namespace Newsroom.Api.Tests.Operations;

public sealed class IdleMemoryTests
{
    private const long Large = 1L << 30;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, Large, true)]
    [InlineData(IdleCollections.IdleAllocation, Large, false)]
    [InlineData(0, IdleCollections.WorthReturning, false)]
    public void An_idle_host_collects_where_there_is_enough_to_return(long allocated, long committed, bool due) =>
        new IdleCollections().IsDue(Start, allocated, committed).ShouldBe(due);

    [Fact]
    public void Collections_follow_until_they_return_nothing()
    {
        var (schedule, now) = (new IdleCollections(), Start);
        Collect(Large, Large - 1);
        foreach (var returned in new[] { 0, 2 * IdleCollections.WorthFollowing, 0, IdleCollections.WorthFollowing, 0 })
        {
            schedule.IsDue(now, 0, Large).ShouldBeFalse();
            now += IdleCollections.Following;
            schedule.IsDue(now, IdleCollections.IdleAllocation, Large).ShouldBeFalse();
            Collect(Large, Large - returned);
        }

        now += IdleCollections.Following;
        Collect(Large, Large);
        now += IdleCollections.Following;
        schedule.IsDue(now, 0, Large).ShouldBeFalse();
        Collect(Large + IdleCollections.WorthReturning + 1, Large);

        void Collect(long committed, long kept)
        {
            schedule.IsDue(now, 0, committed).ShouldBeTrue();
            schedule.Collected(kept);
        }
    }
}
