using Newsroom.Domain.Stories;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Domain.Tests.Subscribers;

/// <summary>Which events of stories subscribers are notified of.</summary>
public sealed class DeliveryEventsSpecs
{
    [Fact]
    public void A_takedown_has_a_notice_and_a_hold_has_none()
    {
        DeliveryEvents.KindOf(new StoryEvent.StoryKilled(1, Kernel.Role.ChiefEditor, "Forged.", "Gone.")).ShouldBe(DeliveryKind.Killed);
        DeliveryEvents.KindOf(new StoryEvent.StoryWithheld(1, Kernel.Role.Legal, "A letter.")).ShouldBe(DeliveryKind.Withheld);
        DeliveryEvents.KindOf(new StoryEvent.HoldPlaced("h1", Kernel.Role.Legal, "A letter.")).ShouldBeNull();
    }

    [Fact]
    public void Each_kind_has_one_event() =>
        DeliveryEvents.ByEvent.Values.Order().ShouldBe(Enum.GetValues<DeliveryKind>().Order());

    [Theory]
    [InlineData(DeliveryKind.Published, false, false)]
    [InlineData(DeliveryKind.FactCheckPublished, false, false)]
    [InlineData(DeliveryKind.Withheld, true, false)]
    [InlineData(DeliveryKind.Released, true, false)]
    [InlineData(DeliveryKind.Corrected, true, true)]
    [InlineData(DeliveryKind.Retracted, true, true)]
    [InlineData(DeliveryKind.Killed, true, true)]
    public void What_changes_or_takes_words_away_is_owed_to_those_who_have_them(DeliveryKind kind, bool isOwed, bool isAcknowledged)
    {
        kind.IsOwedToReceivers().ShouldBe(isOwed);
        kind.NeedsAcknowledgement().ShouldBe(isAcknowledged);
    }

    [Fact]
    public void A_kind_is_read_as_it_is_stored()
    {
        DeliveryKinds.Parse("fact-check-published").ShouldBe(DeliveryKind.FactCheckPublished);
        Should.Throw<FormatException>(() => DeliveryKinds.Parse("FactCheckPublished"));
    }
}
