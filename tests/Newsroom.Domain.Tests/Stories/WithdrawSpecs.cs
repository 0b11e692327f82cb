using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Withdrawing a quote and withdrawing a claim follow the same rules.</summary>
public sealed class WithdrawSpecs
{
    private static readonly GivenCommand[] Marked = [Drafted(), Attributed(), Flagged()];

    [Fact]
    public void The_person_who_marked_a_passage_withdraws_it() =>
        Given(Marked)
            .When(new WithdrawQuote("q1", "He never said it."), by: Rita)
            .Then(new QuoteWithdrawn("q1", "“We will rebuild the bridge,”", "He never said it."))
            .When(new WithdrawClaim("c1", "Nothing to check."), by: Rita)
            .Then(new ClaimWithdrawn("c1", "It cost 3 million.", "Nothing to check."))
            .And(s => s.Story.Passages.ShouldBeEmpty());

    [Fact]
    public void A_withdrawal_is_rendered_as_a_sentence_with_its_reason() =>
        Given(Marked)
            .When(new WithdrawClaim("c1", "Nothing to check."), by: Rita)
            .Then("{rita} withdrew c1 “It cost 3 million.”")
            .And(_ => Sentences.Why(new ClaimWithdrawn("c1", "It cost 3 million.", "Nothing to check.")).ShouldBe("Nothing to check."));

    [Fact]
    public void An_editor_withdraws_anything() =>
        Given(Marked)
            .When(new WithdrawQuote("q1", "He never said it."), by: Ed)
            .Then(typeof(QuoteWithdrawn))
            .When(new WithdrawClaim("c1", "Nothing to check."), by: Ed)
            .Then(typeof(ClaimWithdrawn));

    [Fact]
    public void Another_reporter_does_not() =>
        Given(Marked)
            .When(new WithdrawQuote("q1", "He never said it."), by: Rob)
            .ThenRefused("not-the-marker", RefusalKind.Forbidden)
            .When(new WithdrawClaim("c1", "Nothing to check."), by: Rob)
            .ThenRefused("not-the-marker", RefusalKind.Forbidden);

    [Fact]
    public void A_fact_checker_without_an_adverse_verdict_does_not_withdraw_it() =>
        Given(Marked)
            .When(new WithdrawQuote("q1", "He never said it."), by: Femi)
            .ThenRefused("not-the-marker", RefusalKind.Forbidden)
            .When(new WithdrawClaim("c1", "Nothing to check."), by: Femi)
            .ThenRefused("not-the-marker", RefusalKind.Forbidden);

    [Theory]
    [InlineData(Verdict.Disputed)]
    [InlineData(Verdict.Wrong)]
    [InlineData(Verdict.Unverifiable)]
    public void Under_an_adverse_verdict_only_a_fact_checker_does(Verdict verdict) =>
        Given([.. Marked, Checked("q1", verdict), Checked("c1", verdict)])
            .When(new WithdrawQuote("q1", "Never mind."), by: Ed)
            .ThenRefused("adverse-verdict", RefusalKind.Forbidden)
            .When(new WithdrawClaim("c1", "Never mind."), by: Rita)
            .ThenRefused("adverse-verdict", RefusalKind.Forbidden)
            .When(new WithdrawQuote("q1", "It was out of context."), by: Fay)
            .Then(typeof(QuoteWithdrawn))
            .When(new WithdrawClaim("c1", "It is opinion."), by: Femi)
            .Then(typeof(ClaimWithdrawn));

    [Fact]
    public void Verified_words_are_withdrawn_by_the_person_who_marked_them() =>
        Given([.. Marked, Checked("q1")]).When(new WithdrawQuote("q1", "Cut."), by: Rita).Then(typeof(QuoteWithdrawn));

    [Fact]
    public void No_reason_is_refused() =>
        Given(Marked)
            .When(new WithdrawQuote("q1", " "), by: Rita)
            .ThenRefused("reason-required")
            .When(new WithdrawClaim("c1", ""), by: Rita)
            .ThenRefused("reason-required");

    [Fact]
    public void A_claim_is_no_quote_and_a_quote_no_claim() =>
        Given(Marked)
            .When(new WithdrawQuote("c1", "Wrong one."), by: Rita)
            .ThenRefused("unknown-quote", RefusalKind.NotFound)
            .When(new WithdrawClaim("q1", "Wrong one."), by: Rita)
            .ThenRefused("unknown-claim", RefusalKind.NotFound)
            .When(new WithdrawQuote("q9", "Wrong one."), by: Rita)
            .ThenRefused("unknown-quote", RefusalKind.NotFound);

    [Fact]
    public void A_passage_that_lost_its_place_is_withdrawn_with_the_words_it_had() =>
        Given([.. Marked, Revised("Silence.")])
            .When(new WithdrawQuote("q1", "Cut."), by: Rita)
            .Then(new QuoteWithdrawn("q1", "“We will rebuild the bridge,”", "Cut."));
}
