using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>publish-fact-check: which verdicts can be public, and what readers see of them.</summary>
public sealed class PublishFactCheckSpecs
{
    private static readonly EvidenceItem Invoices = new(EvidenceKind.Document, "Invoices of 2025")
    {
        Url = "https://example.org/invoices",
        Locator = "p. 4",
        Excerpt = "3,100,000",
    };

    [Fact]
    public void A_verdict_on_a_live_claim_is_shown_to_readers() =>
        Given(LiveFactCheck)
            .When(
                s =>
                    RatingOf(s) with
                    {
                        Claimant = " Ada Berg ",
                        ClaimUrl = "https://example.org/speech",
                        ClaimDate = new DateOnly(2026, 3, 1),
                        Sources = [new EvidencePlace(4, 0), new EvidencePlace(4, 0)],
                    },
                by: Pia
            )
            .Then(
                new FactCheckPublished(
                    "c1",
                    FingerprintOfClaim,
                    "It cost 3 million.",
                    Verdict.Verified,
                    [4, 5],
                    "Ada Berg",
                    ClaimantKind.Person,
                    new FactCheckRating("Mostly true", 4, 5),
                    "The invoices say *3.1 million*.",
                    [new PublicEvidence(EvidenceKind.Recording, Tape.Citation) { Source = new EvidencePlace(4, 0) }]
                )
                {
                    ClaimUrl = "https://example.org/speech",
                    ClaimDate = new DateOnly(2026, 3, 1),
                }
            )
            .And(s => s.Story.FactChecks!.Value.ShouldHaveSingleItem().Sources.ShouldBe([4]))
            .And(s => s.History.Last().ShouldBe("{pia} published the fact check of c1 “It cost 3 million.” by Ada Berg: Mostly true"));

    [Fact]
    public void Of_evidence_only_the_public_part_is_shown() =>
        Given([
            .. LiveFactCheck[..3],
            new GivenCommand(s => CheckOf(s, "c1") with { Evidence = [Tape, Invoices] }, Femi),
            .. LiveFactCheck[4..],
        ])
            .When(s => RatingOf(s) with { Sources = [new EvidencePlace(4, 1)] }, by: Pia)
            .And(s =>
                s.Happened.OfType<FactCheckPublished>()
                    .Single()
                    .Evidence.ShouldBe([
                        new PublicEvidence(EvidenceKind.Document, "Invoices of 2025")
                        {
                            Url = "https://example.org/invoices",
                            Locator = "p. 4",
                            Source = new EvidencePlace(4, 1),
                        },
                    ])
            );

    [Fact]
    public void Sealed_confidential_erased_and_unknown_evidence_is_refused()
    {
        var erased = new GivenCommand(s => CheckOf(s, "c1") with { Evidence = [Invoices with { SuppliedBy = "sealed:1" }] }, Femi);
        Given([.. LiveFactCheck[..3], erased, .. LiveFactCheck[4..]])
            .When(s => RatingOf(s) with { Sources = [new EvidencePlace(4, 0)] }, by: Pia)
            .ThenRefused("evidence-not-public")
            .When(s => RatingOf(s) with { Sources = [new EvidencePlace(4, 1)] }, by: Pia)
            .ThenRefused("unknown-evidence")
            .When(s => RatingOf(s) with { Sources = [new EvidencePlace(3, 0)] }, by: Pia)
            .ThenRefused("unknown-evidence");
        Given([.. LiveFactCheck, Asked(new MarkConfidential("The source is at risk.") { Readers = [Pia.Person] }, Lea)])
            .When(s => RatingOf(s) with { Sources = [new EvidencePlace(4, 0)] }, by: Pia)
            .ThenRefused("evidence-not-public")
            .When(s => RatingOf(s), by: Pia)
            .Then(typeof(FactCheckPublished));

        var spec = Given(LiveFactCheck);
        Code(spec, CheckRecord.Of(Check(new EvidenceItem(EvidenceKind.Erased, "erased")), Guid.Empty)).ShouldBe("evidence-erased");
        Code(spec, null).ShouldBe("evidence-too-large");

        FactChecked Check(EvidenceItem piece) => new("c1", FingerprintOfClaim, "", Verdict.Verified, null, [piece], null);
    }

    [Fact]
    public void Evidence_of_a_replaced_check_is_not_public() =>
        Given([.. LiveFactCheck, Checked("c1")])
            .When(s => RatingOf(s) with { Sources = [new EvidencePlace(4, 0)] }, by: Pia)
            .ThenRefused("unknown-evidence")
            .And(s => s.Refusal!.Detail.ShouldBe("Version 4 is not a check that supports the verdict. Accepted: 5, 10."))
            .When(s => RatingOf(s) with { Sources = [new EvidencePlace(10, 0)] }, by: Pia)
            .Then(typeof(FactCheckPublished));

    private static string? Code(StorySpec spec, CheckRecord? check) =>
        StoryDecider
            .Decide(
                new StorySnapshot(spec.Story, spec.Text),
                RatingOf(spec.Story) with
                {
                    Sources = [new EvidencePlace(4, 0)],
                },
                new DecisionContext(Pia, spec.Now)
                {
                    Checks = check is null ? new Dictionary<long, CheckRecord>() : new() { [4] = check },
                }
            )
            .Refusal?.Code;

    [Fact]
    public void Two_fact_checkers_have_to_agree()
    {
        GivenCommand[] once = [.. LiveFactCheck[..4], .. LiveFactCheck[5..]];
        Given(once)
            .When(s => RatingOf(s), by: Pia)
            .ThenRefused("fact-check-unverified")
            .And(s =>
                s.Refusal!.Detail.ShouldBe(
                    "c1 has the verdict of 1 of 2 fact-checkers. Another fact-checker checks it, but not {rita} or {femi}."
                )
            )
            .And(s =>
                s.Refusal.ShouldBeOfType<ReasonRefusal>()
                    .Reason.Ways.ShouldHaveSingleItem()
                    .NotBy.ShouldBe([Rita.Person, Femi.Person], ignoreOrder: true)
            )
            .When(s => CheckOf(s, "c1", Verdict.Disputed), by: Fay)
            .Then(typeof(FactChecked))
            .When(s => RatingOf(s), by: Pia)
            .ThenRefused("fact-check-contradicted")
            .And(s =>
                s.Refusal!.Detail.ShouldBe(
                    "Fact-checkers disagree on c1 ({femi}: verified, {fay}: disputed). {femi} or {fay} checks it again."
                )
            )
            .When(s => CheckOf(s, "c1"), by: Fay)
            .Then(typeof(FactChecked))
            .When(s => RatingOf(s), by: Pia)
            .Then(typeof(FactCheckPublished));
    }

    [Fact]
    public void A_verdict_that_is_not_verified_is_shown_too() =>
        Given([
            Drafted("The council met on Monday. It cost 3 million."),
            Asked(new DescribeStory { Genre = Genre.FactCheck }, Rita),
            Flagged(),
            Checked("c1", Verdict.Wrong),
            Checked("c1", Verdict.Wrong, Fay),
            Submitted(),
            Approved(by: Ed),
            Approved(by: Lea),
            new(s => new WaiveGate(Gate.ClaimsChecked, "c1", s.PassageOf("c1")!.Fingerprint, "The story refutes it."), Chi),
            Published(),
        ])
            .When(s => RatingOf(s) with { Rating = "False" }, by: Pia)
            .Then("{pia} published the fact check of c1 “It cost 3 million.” by Ada Berg: False")
            .And(s => s.Story.FactChecks!.Value.Single().Verdict.ShouldBe(Verdict.Wrong));

    [Fact]
    public void Only_a_live_fact_check_that_has_the_claim_shows_a_verdict()
    {
        GivenCommand[] report = [.. LiveFactCheck[..1], .. LiveFactCheck[2..]];
        Given(LiveFactCheck[..^1]).When(s => RatingOf(s), by: Pia).ThenRefused("not-live");
        Given(report)
            .When(s => RatingOf(s), by: Pia)
            .ThenRefused("not-a-fact-check")
            .When(new DescribeStory { Genre = Genre.FactCheck }, by: Ed)
            .Then("{ed} changed genre to “fact-check”")
            .When(s => RatingOf(s), by: Pia)
            .ThenRefused("not-a-fact-check")
            .When(new Correct(EditionKind.EditorsNote, "This is a fact check."), by: Pia)
            .Then(typeof(StoryCorrected))
            .When(s => RatingOf(s), by: Pia)
            .Then(typeof(FactCheckPublished));
        Given([.. LiveFactCheck, Flagged("The council met on Monday.")])
            .When(s => RatingOf(s, "c2"), by: Pia)
            .ThenRefused("claim-not-live");
        Given([.. LiveFactCheck, Withheld()]).When(s => RatingOf(s), by: Pia).ThenRefused("story-withheld");
        Given([.. LiveFactCheck, Held()]).When(s => RatingOf(s), by: Pia).ThenRefused("held");
        Given([.. LiveFactCheck, Revised("The council met on Monday. It cost 4 million.")])
            .When(s => RatingOf(s), by: Pia)
            .ThenRefused("claim-not-live")
            .When(s => RatingOf(s) with { Fingerprint = FingerprintOfClaim }, by: Pia)
            .ThenRefused("stale-fingerprint", RefusalKind.Stale);
        Given([.. LiveFactCheck, Revised("The council met on Monday.")])
            .When(s => RatingOf(s), by: Pia)
            .ThenRefused("passage-orphaned")
            .When(s => RatingOf(s) with { Claim = "c9" }, by: Pia)
            .ThenRefused("unknown-claim", RefusalKind.NotFound);
    }

    [Fact]
    public void A_quote_is_no_claim() =>
        Given([Drafted(), Attributed()]).When(s => RatingOf(s, "q1"), by: Pia).ThenRefused("unknown-claim", RefusalKind.NotFound);

    [Fact]
    public void A_rating_is_one_of_the_scale_of_the_desk()
    {
        var spec = Given(LiveFactCheck).When(s => RatingOf(s) with { Rating = "mostly true" }, by: Pia).ThenRefused("unknown-rating");
        spec.Refusal!.Detail.ShouldEndWith("Accepted: False, Mostly false, Mixed, Mostly true, True.");
        StoryDecider
            .Decide(
                new StorySnapshot(spec.Story, spec.Text),
                RatingOf(spec.Story) with
                {
                    Rating = "Holds",
                },
                new DecisionContext(Pia, spec.Now) { Scale = ["Refuted", "Holds"] }
            )
            .Events.OfType<FactCheckPublished>()
            .Single()
            .Rating.ShouldBe(new FactCheckRating("Holds", 2, 2));
    }

    [Theory]
    [InlineData("ftp://example.org/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//example.org")]
    [InlineData("speech")]
    public void The_address_of_a_claim_is_one_of_the_web(string address) =>
        Given(LiveFactCheck).When(s => RatingOf(s) with { ClaimUrl = address }, by: Pia).ThenRefused("not-a-web-address");

    [Theory]
    [InlineData("It <b>fell</b>.", "raw-html")]
    [InlineData("It\0 fell.", "nul-character")]
    [InlineData("It \u202Efell.", "bidi-control")]
    [InlineData("It &#x202E;fell.", "bidi-control")]
    public void An_explanation_obeys_the_rules_of_texts(string text, string code) =>
        Given(LiveFactCheck).When(s => RatingOf(s) with { Explanation = text }, by: Pia).ThenRefused(code);

    [Fact]
    public void A_story_has_a_bounded_number_of_public_fact_checks()
    {
        var claims = Enumerable.Range(1, PublicFactCheck.MaxPerStory + 1).ToList();
        string[] words = [.. claims.Select(n => $"Street {n} was closed on day {n} of the strike.")];
        Given([
            Drafted(string.Join("\n\n", words)),
            Asked(new DescribeStory { Genre = Genre.FactCheck }, Rita),
            .. words.Select(claim => Flagged(claim)),
            .. claims.SelectMany(n => new[] { Checked($"c{n}"), Checked($"c{n}", by: Fay) }),
            Submitted(),
            Approved(by: Ed),
            Approved(by: Lea),
            Published(),
            .. claims.Take(PublicFactCheck.MaxPerStory).Select(n => Rated($"c{n}")),
        ])
            .When(s => RatingOf(s, $"c{claims.Count}"), by: Pia)
            .ThenRefused("too-many-fact-checks");
    }
}
