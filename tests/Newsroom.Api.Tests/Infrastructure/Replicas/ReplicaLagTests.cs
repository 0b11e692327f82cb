using Newsroom.Api.Infrastructure.Replicas;

namespace Newsroom.Api.Tests.Infrastructure.Replicas;

public sealed class ReplicaLagTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 22, 0, 0, TimeSpan.Zero);

    private readonly ReplicaLag lag = new();

    [Fact]
    public void A_replica_that_has_all_that_was_written_is_not_behind()
    {
        lag.Written(At(0), 100);
        lag.Of(At(1), 100).ShouldBe(TimeSpan.Zero);
        lag.Written(At(60), 100);
        lag.Of(At(60), 100).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_replica_whose_log_does_not_arrive_is_behind_since_the_last_time_it_had_everything()
    {
        lag.Written(At(0), 100);
        lag.Of(At(0), 100);
        lag.Written(At(1), 110);
        lag.Written(At(2), 120);
        lag.Of(At(9), 100).ShouldBe(TimeSpan.FromSeconds(9));
        lag.Of(At(9), 110).ShouldBe(TimeSpan.FromSeconds(8));
        lag.Of(At(9), 120).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_replica_that_never_had_everything_is_behind_since_the_first_look()
    {
        lag.Written(At(0), 100);
        lag.Written(At(5), 200);
        lag.Of(At(12), 50).ShouldBe(TimeSpan.FromSeconds(12));
    }

    [Fact]
    public void A_replica_that_hangs_for_long_stays_behind()
    {
        for (var second = 0; second < 1000; second++)
        {
            lag.Written(At(second), 100 + second);
        }

        lag.Of(At(1000), 50).ShouldBeGreaterThan(Replica.MaxLag);
    }

    private static DateTimeOffset At(int seconds) => Start + TimeSpan.FromSeconds(seconds);
}
