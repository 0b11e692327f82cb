using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Tests.Stories.Findings;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>An adverse verdict on words is settled by its checker, or by a waiver.</summary>
public sealed class SettledFindingSpecs
{
    private static readonly GivenCommand[] Wrong =
    [
        Drafted(),
        Attributed(),
        Flagged(),
        Checked("q1", Verdict.Wrong),
        Checked("c1", Verdict.Wrong),
    ];

    [Fact]
    public void The_reason_names_the_words_their_place_and_the_ways_to_settle_it() =>
        Given([
                .. Wrong,
                Revised(Quote + " said the mayor.", headline: "All say it cost 3 million", standfirst: ""),
                Flagged("All say it cost 3 million", ArticleField.Headline),
            ])
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.ClaimsChecked)
                    .Reasons.Single(r => r.Code == "claim-words-wrong")
                    .ShouldSatisfyAllConditions(
                        r =>
                            r.Message.ShouldBe(
                                "“it cost 3 million” in the headline was found wrong by {femi} as c1: The tape says otherwise. "
                                    + "An author or an editor changes the words, or {femi} checks c2. Or a chief-editor who did not touch "
                                    + "it waives it."
                            ),
                        r =>
                            (r.Subject, r.Field, r.Words, r.Passage).ShouldBe(
                                ("headline", ArticleField.Headline, "it cost 3 million", "c2")
                            ),
                        r => r.Ways.Select(w => w.Command).ShouldBe(["revise-article", "revise-article", "fact-check", "waive-gate"]),
                        r => r.Ways[2].OnlyBy.ShouldBe(["femi"]),
                        r => r.Ways[3].NotBy.ShouldBe(["rita"])
                    )
            );

    [Fact]
    public void Unmarked_words_are_marked_and_checked_by_who_found_them_wrong() =>
        Given(Drafted("Rain. " + Claim), Flagged(), Checked("c1", Verdict.Wrong), Asked(new WithdrawClaim("c1", "Opinion."), Fay))
            .And(s =>
                Reason(s)
                    .Ways[3]
                    .ShouldBe(
                        GateWay.By<FlagClaim>() with
                        {
                            Roles = [Role.Editor, Role.FactChecker, Role.Legal, Role.ChiefEditor],
                        },
                        new WayComparer()
                    )
            )
            .When(new FlagClaim(Claim), by: Ed)
            .When(story => CheckOf(story, "c2"), by: Femi)
            .And(s => Told(s).ShouldBeEmpty());

    [Fact]
    public void The_same_checkers_other_verdict_on_the_same_words_settles_it_everywhere() =>
        Given(Drafted(), Flagged(), Checked("c1", Verdict.Wrong), Revised(Bridge + "\n\nWell, it cost 3 million!"), Checked("c1"))
            .And(s => Told(s).ShouldBeEmpty())
            .And(s => s.Story.Findings.ShouldBeNull());

    [Fact]
    public void Words_wrong_of_one_speaker_may_be_right_of_another_and_stay_wrong_of_the_first() =>
        Given([Drafted(), Attributed(), Checked("q1", Verdict.Wrong), Attributed(Quote, "bo", quote: "q1"), Checked("q1")])
            .And(s => Told(s).ShouldBeEmpty())
            .When(new AttributeQuote(Quote, "ada") { Quote = "q1" }, by: Rita)
            .And(s => Told(s).ShouldBe(["quote-wrong q1"]))
            .When(new AttributeQuote(Quote, "bo") { Quote = "q1", Attribution = "said the mayor" }, by: Rita)
            .When(story => CheckOf(story, "q1"), by: Fay)
            .And(s => Told(s).ShouldBeEmpty());

    [Fact]
    public void A_waiver_resolves_a_finding_for_these_words_in_this_sentence() =>
        Given(Drafted("Rain. " + Claim), Flagged(), Checked("c1", Verdict.Wrong), Asked(new WithdrawClaim("c1", "Opinion."), Fay))
            .When(_ => new WaiveGate(Gate.ClaimsChecked, "body", default, "Satire."), by: Chi)
            .ThenRefused("stale-fingerprint", RefusalKind.Stale)
            .And(s =>
                s.When(new WaiveGate(Gate.ClaimsChecked, "body", Reason(s).Fingerprint!.Value, "Satire."), by: Chi).Then(typeof(GateWaived))
            )
            .And(s => s.Gates.Single(g => g.Gate == Gate.ClaimsChecked).Outcome.ShouldBe(GateOutcome.Waived))
            .When(new ReviseArticle { Body = "Sun. " + Claim }, by: Rita)
            .And(s => s.Gates.Single(g => g.Gate == Gate.ClaimsChecked).Outcome.ShouldBe(GateOutcome.Waived))
            .When(new ReviseArticle { Body = "Sun. Surely it cost 3 million." }, by: Rita)
            .And(s => s.Gates.Single(g => g.Gate == Gate.ClaimsChecked).Outcome.ShouldBe(GateOutcome.Failed));

    [Theory]
    [InlineData("fay", Verdict.Disputed)]
    [InlineData("noor", Verdict.Wrong)]
    [InlineData("noor", Verdict.Unverifiable)]
    public void An_adverse_verdict_on_the_words_voids_the_waiver(string checker, Verdict verdict) =>
        Given(Drafted("Rain. " + Claim), Flagged(), Checked("c1", Verdict.Wrong), Asked(new WithdrawClaim("c1", "Opinion."), Fay))
            .And(s => s.When(new WaiveGate(Gate.ClaimsChecked, "body", Reason(s).Fingerprint!.Value, "Satire."), by: Chi))
            .When(new FlagClaim(Claim), by: Ed)
            .When(story => CheckOf(story, "c2", verdict), by: Actor.Of(checker, Role.FactChecker))
            .And(s => s.Story.Waivers.ShouldBeEmpty());

    [Fact]
    public void The_writer_of_the_words_does_not_waive_them() =>
        Given(
                Drafted("Rain. " + Claim, by: Actor.Of("bea", Role.Reporter)),
                Flagged(by: Ed),
                Checked("c1", Verdict.Wrong),
                Asked(new WithdrawClaim("c1", "Opinion."), Fay)
            )
            .And(s =>
                s.When(
                        new WaiveGate(Gate.ClaimsChecked, "body", Reason(s).Fingerprint!.Value, "Satire."),
                        by: Actor.Of("bea", Role.ChiefEditor)
                    )
                    .ThenRefused("waiver-own-words", RefusalKind.Forbidden)
            );

    [Fact]
    public void A_correction_that_replaces_the_words_does_not_settle_it() =>
        Given(
                Drafted(),
                Attributed(),
                Flagged(),
                Checked("q1"),
                Checked("c1", Verdict.Wrong),
                Asked(new WithdrawClaim("c1", "Opinion."), Fay)
            )
            .And(s => s.When(new WaiveGate(Gate.ClaimsChecked, "body", Reason(s).Fingerprint!.Value, "Satire."), by: Chi))
            .When(new SubmitForReview(), by: Rita)
            .When(story => new Approve(story.Fingerprint), by: Ed)
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .When(new Publish(), by: Pia)
            .Then(typeof(StoryPublished))
            .When(new ReviseArticle { Body = Bridge.Replace("3", "4", StringComparison.Ordinal) }, by: Rita)
            .When(new SubmitForReview(), by: Rita)
            .When(story => new Approve(story.Fingerprint), by: Ed)
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .When(new Correct(EditionKind.Correction, "It cost 4 million."), by: Pia)
            .Then(typeof(StoryCorrected))
            .And(s => s.Story.Findings!.Value.ShouldHaveSingleItem());

    private sealed class WayComparer : IEqualityComparer<GateWay>
    {
        public bool Equals(GateWay? one, GateWay? other) => one!.Command == other!.Command && one.Roles.SequenceEqual(other.Roles);

        public int GetHashCode(GateWay way) => way.Command.GetHashCode(StringComparison.Ordinal);
    }
}
