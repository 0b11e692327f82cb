using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Work;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Public fact checks: how long they are public, and the work on them.</summary>
public sealed class PublicFactCheckSpecs
{
    private static readonly Actor Fin = Actor.Of("fin", Role.FactChecker);

    [Fact]
    public void A_claim_has_one_public_fact_check_until_it_is_withdrawn() =>
        Given([.. LiveFactCheck, Rated()])
            .When(s => RatingOf(s), by: Pia)
            .ThenRefused("fact-check-public")
            .When(new WithdrawFactCheck("c1", " "), by: Pia)
            .ThenRefused("reason-required")
            .When(new WithdrawFactCheck("c1", "The invoices are forged."), by: Chi)
            .Then(new FactCheckWithdrawn("c1", FingerprintOfClaim, FactCheckEnd.Withdrawn, "The invoices are forged."))
            .And(s => s.History.Last().ShouldBe("{chi} withdrew the public fact check of c1"))
            .And(s => Sentences.Why(s.Happened[0]).ShouldBe("The invoices are forged."))
            .When(new WithdrawFactCheck("c1", "Again."), by: Pia)
            .ThenRefused("no-fact-check")
            .When(s => RatingOf(s), by: Pia)
            .Then(typeof(FactCheckPublished));

    [Fact]
    public void An_edition_without_the_words_withdraws_it()
    {
        GivenCommand[] corrected =
        [
            .. LiveFactCheck,
            Rated(),
            Revised("The council met on Monday. It cost 4 million."),
            Checked("c1"),
            Submitted(),
            Approved(by: Ed),
            Approved(by: Lea),
        ];
        var withdrawn = new FactCheckWithdrawn("c1", FingerprintOfClaim, FactCheckEnd.WordsChanged, null);
        Given(corrected)
            .And(s => s.Story.FactChecks.ShouldNotBeNull("readers have the old words"))
            .When(new Correct(EditionKind.Correction, "It cost 4 million."), by: Pia)
            .Then(typeof(StoryCorrected), withdrawn)
            .And(s => s.History.Last().ShouldBe("The public fact check of c1 was withdrawn: the edition does not have its words"));
        Given(corrected).When(new Publish(), by: Pia).Then(typeof(StoryPublished), withdrawn);
        Given([.. corrected, new(s => new Schedule(Start.AddDays(1)), Pia)]).WhenDue().Then(typeof(StoryPublished), withdrawn);
    }

    [Fact]
    public void An_edition_with_the_words_keeps_it() =>
        Given([
            .. LiveFactCheck,
            Rated(),
            Revised("The council met on Monday. It cost **3 million**. It rained."),
            Submitted(),
            Approved(by: Ed),
            Approved(by: Lea),
        ])
            .When(new Publish(), by: Pia)
            .Then(typeof(StoryPublished))
            .And(s => s.Story.FactChecks!.Value.ShouldHaveSingleItem());

    [Fact]
    public void An_edition_that_is_a_report_withdraws_it() =>
        Given([.. LiveFactCheck, Rated(), Asked(new DescribeStory { Genre = Genre.Report }, Ed)])
            .When(new Correct(EditionKind.EditorsNote, "This is a report."), by: Pia)
            .Then(typeof(StoryCorrected), new FactCheckWithdrawn("c1", FingerprintOfClaim, FactCheckEnd.GenreChanged, null));

    [Fact]
    public void Another_verdict_on_the_words_withdraws_it()
    {
        var withdrawn = new FactCheckWithdrawn("c1", FingerprintOfClaim, FactCheckEnd.VerdictChanged, null);
        Given([.. LiveFactCheck, Rated()])
            .When(s => CheckOf(s, "c1"), by: Fin)
            .Then(typeof(FactChecked))
            .When(s => CheckOf(s, "c1", Verdict.Wrong), by: Fin)
            .Then(typeof(FactChecked), withdrawn);
        Given([.. LiveFactCheck, Rated()]).When(s => CheckOf(s, "c1", Verdict.Unverifiable), by: Femi).Then(typeof(FactChecked), withdrawn);
    }

    [Fact]
    public void A_check_whose_evidence_is_public_is_not_replaced_silently()
    {
        var spec = Given(LiveFactCheck)
            .When(s => RatingOf(s) with { Sources = [new EvidencePlace(4, 0)] }, by: Pia)
            .When(s => CheckOf(s, "c1"), by: Fay)
            .Then(typeof(FactChecked));
        var preview = StoryEffects.Of(
            new StorySnapshot(spec.Story, spec.Text),
            (AcceptedStoryCommand)spec.Decide(CheckOf(spec.Story, "c1"), Femi),
            Femi,
            spec.Now
        );
        preview
            .Select(effect => effect.Sentence)
            .ShouldBe(["The public fact check of c1 would be withdrawn: a fact-checker gave another verdict."]);
        spec.When(s => CheckOf(s, "c1"), by: Femi)
            .Then(typeof(FactChecked), new FactCheckWithdrawn("c1", FingerprintOfClaim, FactCheckEnd.VerdictChanged, null));
    }

    [Fact]
    public void The_same_words_under_another_claim_contradict_it()
    {
        GivenCommand[] twice =
        [
            Drafted("It cost 3 million.\n\nThe council met on Monday.\n\nIt cost 3 million."),
            LiveFactCheck[1],
            Asked(new FlagClaim("It cost 3 million.") { Start = 0 }, Rita),
            Asked(new FlagClaim("It cost 3 million.") { Start = 48 }, Rita),
            Checked("c1"),
            Checked("c1", by: Fay),
            Checked("c2"),
            .. LiveFactCheck[5..],
        ];
        Given([.. twice, Rated()])
            .When(s => CheckOf(s, "c2", Verdict.Wrong), by: Fin)
            .Then(typeof(FactChecked), new FactCheckWithdrawn("c1", FingerprintOfClaim, FactCheckEnd.VerdictChanged, null))
            .When(s => RatingOf(s), by: Pia)
            .ThenRefused("fact-check-contradicted")
            .When(new WithdrawClaim("c2", "It is c1."), by: Fin)
            .Then(typeof(ClaimWithdrawn))
            .When(s => RatingOf(s), by: Pia)
            .ThenRefused("fact-check-contradicted")
            .When(s => CheckOf(s, "c1", Verdict.Verified), by: Fin)
            .Then(typeof(FactChecked))
            .When(s => RatingOf(s), by: Pia)
            .Then(typeof(FactCheckPublished));
    }

    [Fact]
    public void A_withdrawn_claim_withdraws_it() =>
        Given([.. LiveFactCheck, Rated()])
            .When(new WithdrawClaim("c1", "An opinion."), by: Rita)
            .Then(typeof(ClaimWithdrawn), new FactCheckWithdrawn("c1", FingerprintOfClaim, FactCheckEnd.ClaimWithdrawn, null));

    [Fact]
    public void A_takedown_ends_it_and_a_release_shows_it_again()
    {
        Given([.. LiveFactCheck, Rated(), Withheld()])
            .And(s => s.Story.FactChecks!.Value.ShouldHaveSingleItem())
            .When(new Release(), by: Pia)
            .And(s => s.Story.FactChecks!.Value.ShouldHaveSingleItem());
        Given([.. LiveFactCheck, Rated(), Withheld()])
            .When(s => CheckOf(s, "c1", Verdict.Wrong), by: Fin)
            .Then(typeof(FactChecked), typeof(FactCheckWithdrawn));
        Given([.. LiveFactCheck, Rated(), Retracted()]).Story.FactChecks.ShouldBeNull();
        Given([.. LiveFactCheck, Rated(), Killed()]).Story.FactChecks.ShouldBeNull();
    }

    [Fact]
    public void The_first_verdict_of_a_live_fact_check_waits_for_publishers()
    {
        var spec = Given(LiveFactCheck);
        spec.Story.IsAtRest().ShouldBeFalse();
        var work = StoryWork.Of(spec.Story, spec.Text, spec.Gates).ShouldHaveSingleItem();
        (work.Kind, work.Command, work.Subject, work.Reason, work.Words).ShouldBe(
            (WorkKind.PublishFactCheck, "publish-fact-check", "c1", "fact-checked", "It cost 3 million.")
        );
        work.Ways.ShouldHaveSingleItem().Roles.ShouldBe([Role.Publisher]);
        spec.When(s => RatingOf(s), by: Pia).And(s => s.Story.IsAtRest().ShouldBeTrue());
        StoryWork.Of(spec.Story, spec.Text, spec.Gates).ShouldBeEmpty();
    }

    [Fact]
    public void A_withdrawal_by_a_person_leaves_no_work()
    {
        var spec = Given([.. TwoClaims, Rated()]);
        spec.Story.IsAtRest().ShouldBeTrue();
        spec.When(new WithdrawFactCheck("c1", "The tape is of another meeting."), by: Pia);
        StoryWork.Of(spec.Story, spec.Text, spec.Gates).ShouldBeEmpty("the publisher decides which claims are rated");
        spec.Story.IsAtRest().ShouldBeTrue();
        spec.When(s => CheckOf(s, "c1"), by: Femi);
        StoryWork.Of(spec.Story, spec.Text, spec.Gates).Select(work => work.Subject).ShouldBe(["c1", "c2"]);
        spec.When(s => RatingOf(s, "c2"), by: Pia).And(s => s.Story.IsAtRest().ShouldBeTrue());
        spec.When(new WithdrawFactCheck("c2", "Wrong."), by: Pia).And(s => s.Story.IsAtRest().ShouldBeTrue());
    }

    [Fact]
    public void A_withdrawal_applies_until_readers_have_other_words()
    {
        var spec = Given([
            .. LiveFactCheck,
            Rated(),
            Asked(new WithdrawFactCheck("c1", "The tape is of another meeting."), Pia),
            Revised("The council met on Monday. It cost 4 million."),
            .. CheckedAndPublished,
        ]);
        StoryWork.Of(spec.Story, spec.Text, spec.Gates).ShouldHaveSingleItem().Kind.ShouldBe(WorkKind.PublishFactCheck);
    }

    [Fact]
    public void A_withdrawal_by_another_event_waits_for_publishers_again()
    {
        var spec = Given([.. LiveFactCheck, Rated(), Checked("c1", Verdict.Wrong, Fin), Checked("c1", by: Fin)]);
        spec.Story.FactChecks.ShouldBeNull();
        StoryWork.Of(spec.Story, spec.Text, spec.Gates).ShouldHaveSingleItem().Kind.ShouldBe(WorkKind.PublishFactCheck);
    }

    [Fact]
    public void The_verdicts_of_many_claims_are_read_in_linear_time()
    {
        const int count = 10_000;
        var live = Given(LiveFactCheck).Story;
        var claim = live.PassageOf("c1")!;
        var claims = Enumerable.Range(1, count).Select(n => (Id: $"c{n}", Words: Fingerprint.Of("claim", $"words {n}"))).ToList();
        var story = live with
        {
            Passages =
            [
                .. from c in claims
                select claim with
                {
                    Id = c.Id,
                    Fingerprint = c.Words,
                    Checks = [.. claim.Checks.Select(check => check with { Fingerprint = c.Words })],
                },
            ],
            Publication = live.Publication with { Claims = [.. claims.Select(c => new PassageFingerprint(c.Id, c.Words))] },
        };
        var watch = new ThreadClock();
        new FactCheckVerdicts(story).Awaited().Count().ShouldBe(count);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    private static GivenCommand[] TwoClaims =>
        [
            .. LiveFactCheck[..3],
            Flagged("The council met on Monday."),
            Checked("c1"),
            Checked("c1", by: Fay),
            Checked("c2"),
            Checked("c2", by: Fay),
            .. LiveFactCheck[5..],
        ];

    [Fact]
    public void A_story_is_drafted_as_a_fact_check() =>
        Given()
            .When(new DraftArticle("city") { Headline = "Is it true?", Genre = Genre.FactCheck }, by: Rita)
            .Then("{rita} drafted “Is it true?” for the city desk, as a fact check")
            .When(new DescribeStory { Genre = Genre.FactCheck }, by: Rita)
            .ThenRefused("nothing-changed")
            .When(new DescribeStory { Genre = Genre.Report }, by: Rita)
            .Then("{rita} changed genre to “report”")
            .And(s => s.Story.Genre.ShouldBeNull())
            .When(new DescribeStory { Genre = Genre.Report }, by: Rita)
            .ThenRefused("nothing-changed");
}
