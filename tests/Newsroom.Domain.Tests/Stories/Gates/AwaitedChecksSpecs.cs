using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Gates;

public sealed class AwaitedChecksSpecs
{
    private const string Claim = "It cost 3 million.";

    [Fact]
    public void A_claim_with_an_adverse_verdict_awaits_its_checker() =>
        Given(Drafted(), Flagged(), Checked("c1", Verdict.Wrong)).And(s => Awaited(s).ShouldBe([("c1", "femi")]));

    [Fact]
    public void A_claim_marked_again_and_verified_by_another_still_awaits_them() =>
        Given(
                Drafted(),
                Flagged(),
                Checked("c1", Verdict.Disputed),
                Asked(new WithdrawClaim("c1", "A slip."), Femi),
                Flagged(),
                Checked("c2", by: Fay)
            )
            .And(s => s.Story.PassageOf("c2")!.State().ShouldBe(PassageState.Verified))
            .And(s => Awaited(s).ShouldBe([("c2", "femi")]));

    [Fact]
    public void Words_of_another_speaker_and_of_several_checkers_await_them() =>
        Given(
                Drafted(),
                Attributed(),
                Checked("q1", Verdict.Wrong),
                Checked("q1", Verdict.Wrong, by: Fay),
                Asked(new WithdrawQuote("q1", "A slip."), Femi),
                Attributed(speaker: "bo")
            )
            .And(s => Awaited(s).ShouldBe([("q2", "femi"), ("q2", "fay")]));

    [Fact]
    public void A_checker_who_verified_is_not_awaited() =>
        Given(Drafted(), Flagged(), Checked("c1", Verdict.Wrong), Checked("c1")).And(s => Awaited(s).ShouldBeEmpty());

    [Fact]
    public void No_checker_is_awaited_after_the_words_changed() =>
        Given(
                Drafted(),
                Flagged(),
                Checked("c1", Verdict.Wrong),
                Revised("“We will rebuild the bridge,” said the mayor. It cost 4 million.")
            )
            .And(s => Awaited(s).ShouldBeEmpty());

    [Fact]
    public void No_checker_is_awaited_for_a_waived_gate() =>
        Given(
                Drafted(),
                Flagged(),
                Checked("c1", Verdict.Wrong),
                new GivenCommand(s => new WaiveGate(Gate.ClaimsChecked, "c1", s.PassageOf("c1")!.Fingerprint, "The register says so."), Chi)
            )
            .And(s => Awaited(s).ShouldBeEmpty());

    [Fact]
    public void No_checker_is_awaited_without_an_adverse_verdict() =>
        Given(Drafted(), Flagged(), Attributed(), Checked()).And(s => Awaited(s).ShouldBeEmpty());

    [Fact]
    public void A_checker_who_changed_the_words_is_not_awaited() =>
        Given(
                Drafted("It rains. " + Claim),
                Flagged(),
                Checked("c1", Verdict.Wrong, by: Max),
                Asked(new ReviseArticle { Body = "It rains. It cost 5 million.", As = Role.Editor }, Max),
                Asked(new ReviseArticle { Body = "It rains. " + Claim, As = Role.Editor }, Max)
            )
            .And(s => Awaited(s).ShouldBeEmpty());

    private static IEnumerable<(string Passage, string Checker)> Awaited(StorySpec s) =>
        AwaitedChecks.Of(s.Story, s.Text, s.Policy).Select(a => (a.Passage.Id, a.Checker));
}
