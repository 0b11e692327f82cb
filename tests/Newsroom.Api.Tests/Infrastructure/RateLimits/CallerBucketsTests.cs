using System.Net;
using Microsoft.Extensions.Time.Testing;
using Newsroom.Api.Infrastructure.RateLimits;

namespace Newsroom.Api.Tests.Infrastructure.RateLimits;

/// <summary>The memory for callers is bounded: idle ones are dropped, and there are at most so many.</summary>
public sealed class CallerBucketsTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task Callers_whose_bucket_is_full_again_are_dropped_after_a_minute()
    {
        var buckets = new CallerBuckets(new RateLimit("staff", burst: 10, perMinute: 1_000_000), clock);
        buckets.Take(KeyOf(1));
        buckets.Take(KeyOf(2));
        buckets.Count.ShouldBe(2);

        // The library fills buckets up by the machine's clock: a token in 60 microseconds.
        await Eventually.HoldsAsync(
            "only the last caller is kept",
            () =>
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                buckets.Take(KeyOf(3));
                return Task.FromResult(buckets.Count == 1);
            }
        );
    }

    [Fact]
    public void A_caller_with_an_empty_bucket_is_kept()
    {
        var buckets = new CallerBuckets(new RateLimit("staff", burst: 1, perMinute: 1), clock);
        buckets.Take(KeyOf(1)).Wait.ShouldBeNull();
        clock.Advance(TimeSpan.FromMinutes(2));

        buckets.Take(KeyOf(1)).Wait.ShouldNotBeNull();
        buckets.Count.ShouldBe(1);
    }

    [Fact]
    public void Callers_beyond_the_bound_share_a_bucket()
    {
        var buckets = new CallerBuckets(new RateLimit("staff", burst: 2, perMinute: 1), clock, maxCallers: 2);
        buckets.Take(KeyOf(1));
        buckets.Take(KeyOf(2));

        buckets.Take(KeyOf(3)).Wait.ShouldBeNull();
        buckets.Take(KeyOf(4)).Wait.ShouldBeNull();
        buckets.Take(KeyOf(5)).Wait.ShouldNotBeNull();
        buckets.Take(KeyOf(1)).Wait.ShouldBeNull();
        buckets.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_bucket_fills_up_steadily()
    {
        var buckets = new CallerBuckets(new RateLimit("staff", burst: 1, perMinute: 600), clock);
        buckets.Take(KeyOf(1)).Wait.ShouldBeNull();

        await Eventually.HoldsAsync("the caller may send again", () => Task.FromResult(buckets.Take(KeyOf(1)).Wait is null));
    }

    [Fact]
    public void Mapped_addresses_of_IPv4_are_those_of_IPv4()
    {
        CallerKey.Of(IPAddress.Parse("::ffff:192.0.2.1")).ShouldBe(CallerKey.Of(IPAddress.Parse("192.0.2.1")));
        CallerKey.Of(IPAddress.Parse("192.0.2.1")).ShouldNotBe(CallerKey.Of(IPAddress.Parse("192.0.2.2")));
        CallerKey.Of(IPAddress.Parse("::")).ShouldNotBe(CallerKey.Of((IPAddress?)null));
    }

    private static CallerKey KeyOf(int address) => CallerKey.Of(new IPAddress(address));
}
