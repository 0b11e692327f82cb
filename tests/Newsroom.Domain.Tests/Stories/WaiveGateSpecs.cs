using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class WaiveGateSpecs
{
    private static readonly GivenCommand[] Unchecked =
    [
        Drafted(Plain + " It cost 3 million."),
        Flagged(),
        Submitted(),
        Approved(by: Ed),
        Approved(by: Lea),
    ];

    [Fact]
    public void A_waiver_by_a_chief_editor_is_visible() =>
        Given(Unchecked)
            .When(new Publish(), by: Pia)
            .ThenRefused("gates-failed")
            .When(story => Waiver(story, "c1"), by: Chi)
            .And(s =>
                s.Then(
                    new GateWaived(
                        Gate.ClaimsChecked,
                        "c1",
                        s.Story.PassageOf("c1")!.Fingerprint,
                        "It cost 3 million.",
                        "The register is closed.",
                        0
                    )
                )
            )
            .And(s => s.Gates.Single(g => g.Gate == Gate.ClaimsChecked).Outcome.ShouldBe(GateOutcome.Waived))
            .When(new Publish(), by: Pia)
            .Then("{pia} published edition 1: “Bridge”, with claims-checked waived")
            .And(s =>
                s.Happened.OfType<StoryPublished>()
                    .Single()
                    .Gates.Single(g => g.Gate == Gate.ClaimsChecked)
                    .Reasons.Single()
                    .Waiver!.By.ShouldBe("chi")
            );

    [Fact]
    public void A_waiver_is_rendered_as_a_sentence() =>
        Given(Unchecked)
            .When(story => Waiver(story, "c1"), by: Chi)
            .Then("{chi} waived claims-checked for c1 “It cost 3 million.”")
            .And(s => Sentences.Why(s.Happened[0]).ShouldBe("The register is closed."));

    [Fact]
    public void A_waiver_is_bound_to_the_words() =>
        Given([.. Unchecked, Waived("c1")])
            .When(new ReviseArticle { Body = Plain + " It cost 4 million." }, by: Ed)
            .And(s => Outcome(s, Gate.ClaimsChecked).ShouldBe(GateOutcome.Failed))
            .When(new ReviseArticle { Body = Plain + " It cost 3 million." }, by: Ed)
            .And(s => Outcome(s, Gate.ClaimsChecked).ShouldBe(GateOutcome.Waived));

    [Fact]
    public void A_waiver_covers_one_subject() =>
        Given(Drafted(Plain + " It cost 3 million."), Flagged(), Flagged(Plain), Waived("c1"))
            .And(s => s.Gates.Single(g => g.Gate == Gate.ClaimsChecked).Blocking.ShouldHaveSingleItem().Subject.ShouldBe("c2"));

    [Fact]
    public void The_words_waived_are_those_read() =>
        Given(Unchecked)
            .When(story => Waiver(story, "c1") with { Fingerprint = story.Fingerprint }, by: Chi)
            .ThenRefused("stale-fingerprint", RefusalKind.Stale);

    [Theory]
    [InlineData(Gate.NoHolds)]
    [InlineData(Gate.EmbargoPassed)]
    [InlineData(Gate.LegalClearance)]
    public void Some_gates_are_never_waived_whatever_a_policy_says(Gate gate) =>
        Given(Drafted(Plain), Held(), Asked(new SetEmbargo(Start.AddDays(1)), Ed), Asked(new RequestLegalReview("Thief."), Rita))
            .Under(new GateTerms(gate) { Waivable = true })
            .When(story => new WaiveGate(gate, "article", story.Fingerprint, "In a hurry."), by: Chi)
            .ThenRefused("gate-never-waived")
            .And(s =>
                s.Gates.Single(g => g.Gate == gate).Reasons.ShouldHaveSingleItem().Ways.ShouldNotContain(w => w.Command == "waive-gate")
            );

    [Fact]
    public void Others_only_as_the_policy_says() =>
        Given([Drafted(Plain), Submitted()])
            .When(story => new WaiveGate(Gate.Approvals, "article", story.Fingerprint, "Night shift."), by: Chi)
            .ThenRefused("gate-not-waivable")
            .Under(new GateTerms(Gate.Approvals) { Minimum = 2, Waivable = true })
            .When(story => new WaiveGate(Gate.Approvals, "article", story.Fingerprint, "Night shift."), by: Chi)
            .Then(typeof(GateWaived))
            .And(s => Outcome(s, Gate.Approvals).ShouldBe(GateOutcome.Waived));

    [Fact]
    public void Changes_requested_void_a_waiver_of_approvals_too() =>
        Given([Drafted(Plain), Submitted()])
            .Under(new GateTerms(Gate.Approvals) { Minimum = 1, Waivable = true })
            .When(story => new WaiveGate(Gate.Approvals, "article", story.Fingerprint, "Night shift."), by: Chi)
            .When(new RequestChanges("Shorter."), by: Ed)
            .And(s => Outcome(s, Gate.Approvals).ShouldBe(GateOutcome.Failed));

    [Fact]
    public void A_waiver_requires_a_reason() =>
        Given(Unchecked).When(story => Waiver(story, "c1") with { Reason = " " }, by: Chi).ThenRefused("reason-required");

    [Fact]
    public void A_gate_that_does_not_fail_is_not_waived() =>
        Given([.. Unchecked, Checked("c1")]).When(story => Waiver(story, "c1"), by: Chi).ThenRefused("nothing-to-waive");

    [Fact]
    public void A_gate_is_waived_once() =>
        Given([.. Unchecked, Waived("c1")]).When(story => Waiver(story, "c1"), by: Chi).ThenRefused("already-waived");

    [Fact]
    public void An_adverse_verdict_after_it_needs_another() =>
        Given([.. Unchecked, Waived("c1"), Checked("c1", Verdict.Wrong)])
            .And(s => Outcome(s, Gate.ClaimsChecked).ShouldBe(GateOutcome.Failed))
            .When(story => Waiver(story, "c1"), by: Chi)
            .Then(typeof(GateWaived))
            .And(s => Outcome(s, Gate.ClaimsChecked).ShouldBe(GateOutcome.Waived));

    [Fact]
    public void A_person_who_touched_the_words_does_not_waive_them() =>
        Given(Drafted(Plain + " It cost 3 million.", by: Both(Role.Reporter)), Flagged(by: Ed))
            .When(story => Waiver(story, "c1"), by: Both(Role.ChiefEditor))
            .ThenRefused("waiver-own-words", RefusalKind.Forbidden)
            .When(story => Waiver(story, "c1"), by: Chi)
            .Then(typeof(GateWaived));

    [Fact]
    public void A_person_who_attributed_the_quote_does_not_waive_its_check() =>
        Given(Drafted(), Attributed(by: Both(Role.Reporter)))
            .When(
                story => new WaiveGate(Gate.QuotesVerified, "q1", story.PassageOf("q1")!.Fingerprint, "In a hurry."),
                by: Both(Role.ChiefEditor)
            )
            .ThenRefused("waiver-own-words", RefusalKind.Forbidden);

    [Fact]
    public void A_person_who_wrote_any_of_the_article_does_not_waive_its_approvals() =>
        Given(Drafted(Plain), Assigned(Both(Role.Reporter)), Revised(Plain + " It fell.", by: Both(Role.Reporter)), Submitted())
            .Under(new GateTerms(Gate.Approvals) { Minimum = 1, Waivable = true })
            .When(story => new WaiveGate(Gate.Approvals, "article", story.Fingerprint, "Night shift."), by: Both(Role.ChiefEditor))
            .ThenRefused("waiver-own-words", RefusalKind.Forbidden);

    [Fact]
    public void A_note_is_waived_as_it_is_written() =>
        Given(Drafted(Plain), Noted(mustResolve: true))
            .When(_ => new WaiveGate(Gate.NotesResolved, "n1", default, "Asked and answered."), by: Chi)
            .ThenRefused("stale-fingerprint", RefusalKind.Stale)
            .And(s =>
                s.When(
                        new WaiveGate(
                            Gate.NotesResolved,
                            "n1",
                            s.Gates.Single(g => g.Gate == Gate.NotesResolved).Reasons.Single().Fingerprint!.Value,
                            "Asked and answered."
                        ),
                        by: Chi
                    )
                    .Then(typeof(GateWaived))
            )
            .And(s => Outcome(s, Gate.NotesResolved).ShouldBe(GateOutcome.Waived));

    private static WaiveGate Waiver(Story story, string claim) =>
        new(Gate.ClaimsChecked, claim, story.PassageOf(claim)!.Fingerprint, "The register is closed.");

    private static GivenCommand Waived(string claim) => new(story => Waiver(story, claim), Chi);

    private static Actor Both(Role role) => Actor.Of("bea", role);

    private static GateOutcome Outcome(StorySpec spec, Gate gate) => spec.Gates.Single(g => g.Gate == gate).Outcome;
}
