using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class ClaimCheckSpecs
{
    private static readonly GivenCommand[] Marked = [Drafted(), Attributed(), Flagged()];
    private static readonly GivenCommand[] Claimed = [.. Marked, Asked(new ClaimCheck("q1"), Femi)];

    [Fact]
    public void A_fact_checker_claims_a_check_for_two_hours() =>
        Given(Marked)
            .And(s => s.When(new ClaimCheck("q1"), by: Femi).Then(new CheckClaimed("q1", s.Recorded[^1].Metadata.At.AddHours(2))))
            .And(s => (s.Story.PassageOf("q1")!.Checking!.By, s.Story.PassageOf("c1")!.Checking).ShouldBe(("femi", null)));

    [Fact]
    public void A_claim_and_its_release_are_rendered_as_sentences() =>
        Given(Marked)
            .When(new ClaimCheck("q1"), by: Femi)
            .Then("{femi} claimed the check of q1 until 2026-03-02 11:03 UTC")
            .When(new ReleaseCheck("q1"), by: Femi)
            .Then("{femi} released the check of q1")
            .And(s => s.Story.PassageOf("q1")!.Checking.ShouldBeNull());

    [Fact]
    public void Another_claim_is_refused_while_one_is_in_force() =>
        Given(Claimed)
            .When(new ClaimCheck("q1"), by: Fay)
            .ThenRefused("check-claimed")
            .And(s => s.Refusal!.Detail.ShouldContain("{femi} claimed the check of q1 until"))
            .After(CheckClaim.Duration)
            .When(new ClaimCheck("q1"), by: Fay)
            .Then(typeof(CheckClaimed))
            .And(s => s.Story.PassageOf("q1")!.Checking!.By.ShouldBe("fay"));

    [Fact]
    public void The_claimant_extends_a_claim() =>
        Given(Claimed)
            .After(TimeSpan.FromHours(1))
            .When(new ClaimCheck("q1"), by: Femi)
            .And(s => s.Story.PassageOf("q1")!.Checking!.Until.ShouldBe(s.Recorded[^1].Metadata.At.AddHours(2)));

    [Fact]
    public void A_claim_stops_no_other_check() =>
        Given(Claimed)
            .When(story => CheckOf(story, "q1"), by: Fay)
            .Then(typeof(FactChecked))
            .And(s => s.Story.PassageOf("q1")!.Checking!.By.ShouldBe("femi"));

    [Fact]
    public void A_check_by_the_claimant_ends_the_claim() =>
        Given([.. Claimed, Checked()]).And(s => s.Story.PassageOf("q1")!.Checking.ShouldBeNull());

    [Fact]
    public void A_person_who_may_not_check_a_passage_may_not_claim_it() =>
        Given(Drafted(), Attributed(by: Max))
            .When(new ClaimCheck("q1"), by: Max)
            .ThenRefused("checker-attributed-quote", RefusalKind.Forbidden);

    [Fact]
    public void A_passage_that_is_not_there_is_refused() =>
        Given([.. Marked, Revised("It rained.")])
            .When(new ClaimCheck("q1"), by: Femi)
            .ThenRefused("passage-orphaned")
            .When(new ClaimCheck("q9"), by: Femi)
            .ThenRefused("unknown-passage", RefusalKind.NotFound)
            .When(new ReleaseCheck("q9"), by: Femi)
            .ThenRefused("unknown-passage", RefusalKind.NotFound);

    [Fact]
    public void Only_the_claimant_releases_a_claim() =>
        Given(Claimed).When(new ReleaseCheck("q1"), by: Fay).ThenRefused("check-not-claimed");
}
