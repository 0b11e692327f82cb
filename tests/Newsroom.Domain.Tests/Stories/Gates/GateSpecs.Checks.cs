using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Gates;

/// <content>The gates of checks.</content>
public sealed partial class GateSpecs
{
    [Fact]
    public void A_quote_needs_a_verified_check_and_no_adverse_one() =>
        Given(Drafted(), Attributed())
            .And(s => Failing(s, Gate.QuotesVerified).ShouldBe([$"quote-unchecked 0-29 {Words}"]))
            .When(story => CheckOf(story, "q1"), by: Femi)
            .And(s => Failing(s, Gate.QuotesVerified).ShouldBeEmpty())
            .When(story => CheckOf(story, "q1", Verdict.Disputed), by: Fay)
            .And(s => Failing(s, Gate.QuotesVerified).ShouldBe([$"quote-disputed 0-29 {Words}"]));

    [Fact]
    public void A_check_of_other_words_is_no_check() =>
        Given(Drafted(), Attributed(), Checked(), Revised(Bridge.Replace("will", "may", StringComparison.Ordinal)))
            .And(s => Failing(s, Gate.QuotesVerified).ShouldBe(["quote-check-lapsed 0-28 “We may rebuild the bridge,”"]));

    [Fact]
    public void A_claim_is_checked_likewise() =>
        Given(Drafted(), Flagged())
            .And(s => Failing(s, Gate.ClaimsChecked).ShouldBe(["claim-unchecked 46-64 It cost 3 million."]))
            .When(story => CheckOf(story, "c1", Verdict.Unverifiable), by: Femi)
            .And(s => Failing(s, Gate.ClaimsChecked).ShouldBe(["claim-unverifiable 46-64 It cost 3 million."]))
            .When(story => CheckOf(story, "c1"), by: Femi)
            .And(s => Failing(s, Gate.ClaimsChecked).ShouldBeEmpty());

    [Fact]
    public void As_many_checkers_as_the_policy_asks_for() =>
        Given(Drafted(), Flagged(), Checked("c1", by: Femi), Checked("c1", by: Femi))
            .Under(new GateTerms(Gate.ClaimsChecked) { Minimum = 2 })
            .And(s =>
                Reason(s, Gate.ClaimsChecked)
                    .Message.ShouldBe(
                        "c1 “It cost 3 million.” has 1 of 2 checks. Another fact-checker checks it, but not {rita} or {femi}."
                    )
            )
            .When(story => CheckOf(story, "c1"), by: Fay)
            .And(s => Failing(s, Gate.ClaimsChecked).ShouldBeEmpty());

    [Fact]
    public void A_passage_says_who_cannot_check_it() =>
        Given(Drafted(), Assigned(Rob), Attributed(by: Rob))
            .And(s =>
                Reason(s, Gate.QuotesVerified)
                    .ShouldSatisfyAllConditions(
                        r =>
                            r.Message.ShouldBe(
                                $"q1 {Words} has 0 of 1 checks. A fact-checker checks it, but not {{rita}} or {{rob}}. Or a "
                                    + "chief-editor who did not touch it waives it."
                            ),
                        r =>
                            Told(r.Ways)
                                .ShouldBe("fact-check by fact-checker but not rita or rob, waive-gate by chief-editor but not rita or rob"),
                        r => r.Fingerprint.ShouldBe(s.Story.PassageOf("q1")!.Fingerprint)
                    )
            );

    [Fact]
    public void An_adverse_verdict_says_whose_and_why() =>
        Given(Drafted(), Flagged(), Checked("c1", Verdict.Wrong))
            .And(s =>
                Reason(s, Gate.ClaimsChecked)
                    .Message.ShouldStartWith(
                        "c1 “It cost 3 million.” was found wrong by {femi}: The tape says otherwise. An author or an editor changes the "
                            + "words, or {femi} checks them again."
                    )
            )
            .And(s =>
                Told(Reason(s, Gate.ClaimsChecked).Ways)
                    .ShouldBe(
                        "revise-article by reporter if rita, revise-article by editor, fact-check by fact-checker if femi, "
                            + "waive-gate by chief-editor but not rita"
                    )
            );

    [Fact]
    public void A_checker_who_changed_the_words_cannot_settle_the_verdict() =>
        Given(Drafted(), Attributed(by: Rob), Assigned(Rob), Checked("q1", Verdict.Wrong, by: Max))
            .When(new AttributeQuote(Words, "ada") { Quote = "q1", As = Role.FactChecker }, by: Max)
            .And(s =>
                Reason(s, Gate.QuotesVerified)
                    .Message.ShouldContain(
                        "The tape says otherwise. An author, the assignee or an editor changes the words. Or a chief-editor"
                    )
            );
}
