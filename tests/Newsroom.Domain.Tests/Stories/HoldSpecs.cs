using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class HoldSpecs
{
    [Fact]
    public void A_hold_stops_a_story() =>
        Given(Ready)
            .When(new PlaceHold("A letter from their lawyer."), by: Lea)
            .Then(new HoldPlaced("h1", Role.Legal, "A letter from their lawyer."))
            .When(new Publish(), by: Pia)
            .ThenRefused("gates-failed");

    [Fact]
    public void A_hold_is_rendered_as_a_sentence() =>
        Given(Drafted())
            .When(new PlaceHold("Wait."), by: Ed)
            .Then("{ed} placed hold h1 as editor")
            .When(new LiftHold("h1") { Reason = "Go." }, by: Ed)
            .Then("{ed} lifted hold h1")
            .And(_ => Sentences.Why(new HoldPlaced("h1", Role.Editor, "Wait.")).ShouldBe("Wait."))
            .And(_ => Sentences.Why(new HoldLifted("h1", "Go.")).ShouldBe("Go."));

    [Fact]
    public void A_hold_needs_a_reason() => Given(Drafted()).When(new PlaceHold(" "), by: Ed).ThenRefused("reason-required");

    [Fact]
    public void Any_editor_or_legal_lifts_a_hold_by_an_editor() =>
        Given(Drafted(), Held(by: Ed), Held(by: Ed))
            .When(new LiftHold("h1"), by: Eve)
            .Then(new HoldLifted("h1", null))
            .When(new LiftHold("h2"), by: Lea)
            .Then(typeof(HoldLifted))
            .And(s => s.Story.Holds.ShouldBeEmpty());

    [Fact]
    public void A_hold_by_legal_is_lifted_by_legal_only() =>
        Given(Drafted(), Held(by: Lea))
            .When(new LiftHold("h1"), by: Ed)
            .ThenRefused("hold-by-legal", RefusalKind.Forbidden)
            .When(new LiftHold("h1"), by: Lea)
            .Then(typeof(HoldLifted));

    [Fact]
    public void A_person_with_two_roles_lifts_a_legal_hold_only_as_legal() =>
        Given(Drafted(by: Rob), Held(by: Lea))
            .When(new LiftHold("h1") { As = Role.Editor }, by: Max)
            .ThenRefused("hold-by-legal", RefusalKind.Forbidden)
            .When(new LiftHold("h1") { As = Role.Legal }, by: Max)
            .Then(typeof(HoldLifted));

    [Fact]
    public void A_lifted_hold_is_not_found() =>
        Given(Drafted(), Held(), Asked(new LiftHold("h1"), Ed))
            .When(new LiftHold("h1"), by: Ed)
            .ThenRefused("unknown-hold", RefusalKind.NotFound);

    [Fact]
    public void No_number_is_given_twice() =>
        Given(Drafted(), Held(), Asked(new LiftHold("h1"), Ed))
            .When(new PlaceHold("Again."), by: Ed)
            .Then(new HoldPlaced("h2", Role.Editor, "Again."));

    [Fact]
    public void A_spiked_story_takes_holds() =>
        Given(Drafted(), Held(), Spiked())
            .When(new PlaceHold("In case."), by: Lea)
            .Then(typeof(HoldPlaced))
            .When(new LiftHold("h1"), by: Ed)
            .Then(typeof(HoldLifted));
}
