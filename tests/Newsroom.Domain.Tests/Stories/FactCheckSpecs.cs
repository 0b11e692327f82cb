using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class FactCheckSpecs
{
    private const string Words = "“We will rebuild the bridge,”";

    private static readonly GivenCommand[] Marked = [Drafted(Bridge), Attributed(Words, attribution: "said the mayor"), Flagged()];

    [Fact]
    public void A_verdict_is_bound_to_the_words_it_is_of() =>
        Given(Marked)
            .When(story => CheckOf(story, "q1") with { Method = "Listened." }, by: Femi)
            .Then(
                new FactChecked(
                    "q1",
                    Fingerprint.Of("quote", Words, "ada", "said the mayor"),
                    Words + " [said the mayor]",
                    Verdict.Verified,
                    "Listened.",
                    [Tape],
                    null
                )
            )
            .And(s =>
                s.Story.PassageOf("q1")!
                    .Checks.ShouldHaveSingleItem()
                    .ShouldBe(
                        new Check(
                            "femi",
                            s.Story.PassageOf("q1")!.Fingerprint,
                            Verdict.Verified,
                            null,
                            4,
                            Start.AddMinutes(3),
                            Standing: true
                        )
                    )
            )
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Verified));

    [Fact]
    public void A_check_is_rendered_as_a_sentence() =>
        Given(Marked)
            .When(story => CheckOf(story, "c1"), by: Femi)
            .Then("{femi} found c1 “It cost 3 million.” verified, on recording: Council meeting of 2 March, 00:14:05");

    [Fact]
    public void Verified_needs_evidence() =>
        Given(Marked)
            .When(story => CheckOf(story, "q1") with { Evidence = [], Reason = "I was there." }, by: Femi)
            .ThenRefused("evidence-required")
            .When(story => CheckOf(story, "q1") with { Evidence = default(ImmutableArray<EvidenceItem>) }, by: Femi)
            .ThenRefused("evidence-required");

    [Fact]
    public void Evidence_that_is_null_is_refused_and_does_not_throw() =>
        Given(Marked)
            .And(s => s.Decide(CheckOf(s.Story, "q1") with { Evidence = [null!] }, Femi).ShouldBeOfType<Decision<StoryEvent>.Refused>());

    [Theory]
    [InlineData(Verdict.Disputed)]
    [InlineData(Verdict.Wrong)]
    [InlineData(Verdict.Unverifiable)]
    public void Every_other_verdict_needs_a_reason(Verdict verdict) =>
        Given(Marked)
            .When(story => CheckOf(story, "q1", verdict) with { Reason = " ", Evidence = [Tape] }, by: Femi)
            .ThenRefused("reason-required")
            .When(story => CheckOf(story, "q1", verdict), by: Femi)
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Adverse));

    [Fact]
    public void One_adverse_verdict_outweighs_any_other() =>
        Given([.. Marked, Checked("q1", by: Femi), Checked("q1", Verdict.Wrong, by: Fay)])
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Adverse))
            .When(story => CheckOf(story, "q1"), by: Fay)
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Verified))
            .And(s => s.Story.PassageOf("q1")!.Checks.Length.ShouldBe(2));

    [Fact]
    public void Words_that_have_changed_since_are_stale() =>
        Given([.. Marked, Revised(Bridge.Replace("will", "may", StringComparison.Ordinal))])
            .When(
                new FactCheck("q1", Fingerprint.Of("quote", Words, "ada", "said the mayor"), Verdict.Verified) { Evidence = [Tape] },
                by: Femi
            )
            .ThenRefused("stale-fingerprint", RefusalKind.Stale);

    [Fact]
    public void The_fingerprint_of_another_passage_is_stale() =>
        Given(Marked)
            .When(story => CheckOf(story, "c1") with { Passage = "q1" }, by: Femi)
            .ThenRefused("stale-fingerprint", RefusalKind.Stale);

    [Fact]
    public void A_passage_the_story_does_not_have_is_not_found() =>
        Given(Marked)
            .When(story => CheckOf(story, "c1") with { Passage = "c2" }, by: Femi)
            .ThenRefused("unknown-passage", RefusalKind.NotFound);

    [Fact]
    public void A_passage_that_lost_its_place_cannot_be_checked() =>
        Given([.. Marked, Revised("Silence.")]).When(story => CheckOf(story, "q1"), by: Femi).ThenRefused("passage-orphaned");

    [Fact]
    public void A_person_does_not_check_words_they_wrote() =>
        Given(Drafted(Bridge, by: Max), Attributed(Words, by: Rita))
            .When(story => CheckOf(story, "q1") with { As = Role.FactChecker }, by: Max)
            .ThenRefused("checker-wrote-words", RefusalKind.Forbidden);

    [Fact]
    public void A_person_does_not_check_words_they_changed_one_of() =>
        Given(Drafted(Bridge), Attributed(Words), Assigned(Max), Revised(Bridge.Replace("will", "may", StringComparison.Ordinal), by: Max))
            .When(story => CheckOf(story, "q1") with { As = Role.FactChecker }, by: Max)
            .ThenRefused("checker-wrote-words", RefusalKind.Forbidden);

    [Fact]
    public void A_person_does_not_check_words_they_removed_some_of() =>
        Given(
                Drafted("It cost not quite 3 million."),
                Flagged("It cost not quite 3 million."),
                Assigned(Max),
                Revised("It cost 3 million.", by: Max)
            )
            .When(story => CheckOf(story, "c1") with { As = Role.FactChecker }, by: Max)
            .ThenRefused("checker-wrote-words", RefusalKind.Forbidden);

    [Fact]
    public void Words_inserted_before_a_passage_do_not_hide_who_removed_its_first() =>
        Given(
                Drafted("Not a single house burned."),
                Flagged("Not a single house burned."),
                Assigned(Max),
                Revised("a single house burned.", by: Max),
                Revised("However, a single house burned.", by: Max)
            )
            .And(s => s.Story.PassageOf("c1")!.Range.ShouldBe(new TextRange(0, 31)))
            .When(story => CheckOf(story, "c1") with { As = Role.FactChecker }, by: Max)
            .ThenRefused("checker-wrote-words", RefusalKind.Forbidden);

    [Fact]
    public void A_person_does_not_check_a_quote_whose_attribution_they_wrote() =>
        Given(
                Drafted("“We will rebuild the bridge,” said the mayor."),
                Assigned(Max),
                Revised("“We will rebuild the bridge,” said the tired mayor.", by: Max),
                Attributed(Words, attribution: "said the tired mayor")
            )
            .When(story => CheckOf(story, "q1") with { As = Role.FactChecker }, by: Max)
            .ThenRefused("checker-wrote-words", RefusalKind.Forbidden);

    [Fact]
    public void A_person_does_not_check_a_quote_they_attributed_before() =>
        Given(Drafted(Bridge), Attributed(Words, by: Femi), Asked(new AttributeQuote(Words, "bo") { Quote = "q1" }, Rita))
            .When(story => CheckOf(story, "q1"), by: Femi)
            .ThenRefused("checker-attributed-quote", RefusalKind.Forbidden);

    [Fact]
    public void The_person_who_flagged_a_claim_may_check_it() =>
        Given(Drafted(Bridge), Flagged(by: Femi)).When(story => CheckOf(story, "c1"), by: Femi).Then(typeof(FactChecked));

    [Fact]
    public void The_writer_of_other_words_may_check() =>
        Given(Drafted(Bridge), Attributed(Words), Assigned(Max), Revised(Bridge + " So be it.", by: Max))
            .When(story => CheckOf(story, "q1") with { As = Role.FactChecker }, by: Max)
            .Then(typeof(FactChecked));

    [Fact]
    public void Words_moved_by_another_person_keep_their_writer() =>
        Given(
                Drafted("One.\n\n“We will rebuild the bridge,” she said.\n\nTwo is longer.\n", by: Max),
                Attributed(Words),
                Revised("One.\n\nTwo is longer.\n\n“We will rebuild the bridge,” she said.\n", by: Ed)
            )
            .And(s => s.History.ShouldContain("q1 moved to 22-51 with its words"))
            .When(story => CheckOf(story, "q1") with { As = Role.FactChecker }, by: Max)
            .ThenRefused("checker-wrote-words", RefusalKind.Forbidden);
}
