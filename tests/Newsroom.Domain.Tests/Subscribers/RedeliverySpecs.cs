using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Domain.Tests.Subscribers;

public sealed class RedeliverySpecs
{
    private static readonly Subscriber Registered = new("harbour-news", "Harbour News", "https://news.example.org/newsroom");

    private static readonly Redeliver Again = new(Guid.Parse("01a20e64-e28b-753e-acd0-6739a53493d3"));

    private static readonly ReplayDeliveries Since = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(DeliveryState.Delivered)]
    [InlineData(DeliveryState.Failed)]
    [InlineData(DeliveryState.Cancelled)]
    public void A_delivery_that_has_ended_is_sent_again(DeliveryState state) =>
        Decide(Again, state).Events.ShouldBe([new RedeliveryRequested("harbour-news", Again.Delivery)]);

    [Fact]
    public void A_delivery_that_is_pending_or_of_another_subscriber_is_not()
    {
        Decide(Again, DeliveryState.Pending).Refusal!.Code.ShouldBe("delivery-pending");
        Decide(Again, delivery: null).Refusal!.Code.ShouldBe("unknown-delivery");
    }

    [Theory]
    [InlineData(0, "no-deliveries")]
    [InlineData(10_001, "too-many-deliveries")]
    public void A_replay_has_some_deliveries_and_not_too_many(int count, string code) =>
        Decide(Since, count: count).Refusal!.Code.ShouldBe(code);

    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    public void The_deliveries_since_an_instant_are_sent_again(int count) =>
        Decide(Since, count: count).Events.ShouldBe([new ReplayRequested("harbour-news", Since.Since, count)]);

    private static Decision<SubscriberEvent> Decide(SubscriberCommand command, DeliveryState? delivery = null, int count = 0) =>
        SubscriberDecider.Decide(
            Registered,
            command,
            new SubscriberContext("harbour-news", Actor.Of("ada", Role.Admin)) { Delivery = delivery, Deliveries = count }
        );
}
