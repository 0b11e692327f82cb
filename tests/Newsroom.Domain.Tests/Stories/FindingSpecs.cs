using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Words with an adverse verdict block publication wherever they are, until their checker or a waiver settles it.</summary>
public sealed class FindingSpecs
{
    private const string Claim = "It cost 3 million.";
    private const string Quote = "“We will rebuild the bridge,”";

    private static readonly GivenCommand[] Wrong =
    [
        Drafted(),
        Attributed(),
        Flagged(),
        Checked("q1", Verdict.Wrong),
        Checked("c1", Verdict.Wrong),
    ];

    [Fact]
    public void A_claim_carried_to_another_text_takes_its_checks_along() =>
        Given(Drafted(), Flagged(), Checked("c1", Verdict.Wrong))
            .When(new ReviseArticle { Body = "“We will rebuild the bridge,” said the mayor.", Headline = Claim }, by: Rita)
            .Then(typeof(ArticleRevised), new PassageMoved("c1", new TextRange(0, 18), null, ["rita"], 1) { Field = ArticleField.Headline })
            .And(s => Told(s).ShouldBe(["claim-wrong c1"]));

    [Fact]
    public void A_quote_carried_with_its_attribution_does_too() =>
        Given(Drafted(), Attributed(attribution: "said the mayor"), Checked("q1"))
            .When(new ReviseArticle { Body = "It cost 3 million.", Standfirst = "“We will rebuild the bridge,” said the mayor." }, by: Rita)
            .Then(typeof(ArticleRevised), "q1 moved to the standfirst (0-29) with its words")
            .And(s =>
                s.Story.PassageOf("q1")!
                    .ShouldSatisfyAllConditions(
                        q => q.Field.ShouldBe(ArticleField.Standfirst),
                        q => q.Attribution.ShouldBe(new TextRange(30, 44)),
                        q => q.State().ShouldBe(PassageState.Verified)
                    )
            )
            .When(new ReviseArticle { Body = Bridge, Standfirst = "" }, by: Rita)
            .And(s =>
                s.Story.PassageOf("q1")!
                    .ShouldSatisfyAllConditions(q => q.Field.ShouldBe(ArticleField.Body), q => q.State().ShouldBe(PassageState.Verified))
            );

    [Fact]
    public void A_passage_that_keeps_its_place_does_not_follow_a_copy_of_its_old_words() =>
        Given(Drafted(headline: Claim), Flagged(), Checked("c1"))
            .When(new ReviseArticle { Body = Bridge.Replace("3", "4", StringComparison.Ordinal) }, by: Rita)
            .Then(typeof(ArticleRevised), typeof(PassageReworded), typeof(CheckLapsed))
            .And(s => s.Story.PassageOf("c1")!.Field.ShouldBe(ArticleField.Body));

    [Fact]
    public void Words_that_two_other_texts_have_are_in_neither() =>
        Given(Drafted(), Flagged())
            .When(
                new ReviseArticle
                {
                    Body = Quote + " said the mayor.",
                    Headline = Claim,
                    Standfirst = Claim,
                },
                by: Rita
            )
            .Then(typeof(ArticleRevised), typeof(PassageOrphaned));

    /// <summary>Ways in which words with an adverse verdict might be published.</summary>
    public static TheoryData<string, GivenCommand[], string[]> Evasions =>
        new()
        {
            {
                "carried to the headline without the full stop",
                [Revised(Quote + " said the mayor.", headline: "Bridge: it cost 3 million")],
                ["claim-words-wrong headline"]
            },
            {
                "carried to the headline in capitals",
                [Revised(Quote + " said the mayor.", headline: "IT COST 3 MILLION")],
                ["claim-words-wrong headline"]
            },
            {
                "carried to the standfirst among other words",
                [Revised(Quote + " said the mayor.", standfirst: "All know it *cost* 3 million by now.")],
                ["claim-words-wrong standfirst"]
            },
            {
                "made part of a longer sentence and verified by another",
                [
                    Revised(Bridge.Replace("It cost 3 million.", "All say it cost 3 million.", StringComparison.Ordinal)),
                    Checked("c1", by: Fay),
                ],
                ["claim-words-wrong body"]
            },
            { "copied", [Revised(Bridge + "\n\nWell: it cost 3 million, again.")], ["claim-wrong c1", "claim-words-wrong body"] },
            { "withdrawn by another checker", [Asked(new WithdrawClaim("c1", "Opinion."), Fay)], ["claim-words-wrong body"] },
            {
                "withdrawn, marked again and verified by another",
                [Asked(new WithdrawClaim("c1", "Opinion."), Fay), Flagged(), Checked("c2", by: Fay)],
                ["claim-words-wrong body"]
            },
            {
                "deleted, withdrawn without its place, and written again",
                [Revised("Silence."), Asked(new WithdrawClaim("c1", "Gone."), Rita), Revised("Silence. " + Claim)],
                ["claim-words-wrong body"]
            },
            {
                "deleted, written again and verified by another",
                [Revised("Silence."), Revised("Silence. " + Claim), Checked("c1", by: Fay)],
                ["claim-wrong c1"]
            },
            { "verified by another meanwhile", [Checked("c1", by: Fay)], ["claim-wrong c1"] },
            {
                "put into somebody's mouth",
                [
                    Revised(Bridge.Replace(Claim, "“It cost 3 million,” says Bo.", StringComparison.Ordinal)),
                    Attributed("“It cost 3 million,”", "bo"),
                    Checked("q2", by: Fay),
                ],
                ["claim-check-lapsed c1", "claim-words-wrong body"]
            },
            {
                "written with invisible characters and other digits",
                [Revised(Bridge.Replace(Claim, "It co\u00ADst\u00A0３ mil\u200Blion.", StringComparison.Ordinal)), Checked("c1", by: Fay)],
                ["claim-words-wrong body"]
            },
        };

    [Theory]
    [MemberData(nameof(Evasions))]
    public void A_claim_found_wrong_blocks(string way, GivenCommand[] commands, string[] reasons) =>
        Given([Drafted(), Attributed(), Checked("q1", by: Fay), Flagged(), Checked("c1", Verdict.Wrong), .. commands])
            .And(s => Told(s, Gate.ClaimsChecked).ShouldBe(reasons, way));

    public static TheoryData<string, GivenCommand[], string[]> QuoteEvasions =>
        new()
        {
            {
                "attributed to another speaker and verified by another",
                [Attributed(Quote, "bo", quote: "q1"), Checked("q1", by: Fay)],
                ["quote-words-wrong body"]
            },
            {
                "given another attribution and verified by another",
                [
                    Revised(Bridge.Replace("said the mayor", "says the mayor", StringComparison.Ordinal)),
                    Attributed(Quote, attribution: "says the mayor", quote: "q1"),
                    Checked("q1", by: Fay),
                ],
                ["quote-words-wrong body"]
            },
            {
                "carried to the standfirst, attributed to another and verified by another",
                [
                    Revised(Claim, standfirst: Quote + " said Lund."),
                    Attributed(Quote, "bo", field: ArticleField.Standfirst, quote: "q1"),
                    Checked("q1", by: Fay),
                ],
                ["quote-words-wrong standfirst"]
            },
            {
                "set without quotation marks",
                [Revised("We will rebuild the bridge, said the mayor. " + Claim), Asked(new WithdrawQuote("q1", "Paraphrased."), Ed)],
                ["quote-words-wrong body"]
            },
            {
                "withdrawn, marked again for another and verified by another",
                [Asked(new WithdrawQuote("q1", "Hm."), Fay), Attributed(Quote, "bo"), Checked("q2", by: Fay)],
                ["quote-words-wrong body"]
            },
            { "dismissed as not being speech", [Asked(new WithdrawQuote("q1", "Hm."), Fay), Dismissed(Quote)], ["quote-words-wrong body"] },
            {
                "standing twice",
                [Revised($"{Bridge}\n\n{Quote} she added."), Attributed(Quote, start: Bridge.Length + 2), Checked("q2", by: Fay)],
                ["quote-wrong q1", "quote-words-wrong body"]
            },
        };

    [Theory]
    [MemberData(nameof(QuoteEvasions))]
    public void A_quote_found_wrong_blocks(string way, GivenCommand[] commands, string[] reasons) =>
        Given([Drafted(), Attributed(attribution: "said the mayor"), Checked("q1", Verdict.Wrong), .. commands])
            .And(s => Told(s, Gate.QuotesVerified).ShouldBe(reasons, way));

    [Theory]
    [InlineData("It cost 4 million.")]
    [InlineData("It did not cost 3 million.")]
    [InlineData("It cost €3 million.")]
    [InlineData("It cost 3.5 million.")]
    [InlineData("It cost −3 million.")]
    [InlineData("It cost 3 millions.")]
    public void Other_words_are_other_words(string body) =>
        Given(Drafted("Rain. " + Claim), Flagged(), Checked("c1", Verdict.Wrong), Revised("Rain. " + body), Checked("c1", by: Fay))
            .And(s => Told(s).ShouldBeEmpty());

    [Theory]
    [InlineData("No.", "No way would it fall.", false)]
    [InlineData("No.", "Did it fall? No! It did not.", true)]
    [InlineData("It fell.", "They say it fell in May.", false)]
    [InlineData("It fell.", "In May: it fell, they say.", true)]
    public void Fewer_than_three_words_count_between_marks(string claim, string body, bool blocks) =>
        Given(
                Drafted("Rain. " + claim),
                Flagged(claim),
                Checked("c1", Verdict.Disputed),
                Revised("Rain."),
                Asked(new WithdrawClaim("c1", "Gone."), Rita),
                Revised("Rain. " + body)
            )
            .And(s => Told(s).ShouldBe(blocks ? ["claim-words-disputed body"] : []));

    [Fact]
    public void Words_are_found_in_scripts_without_spaces() =>
        Given(
                Drafted("桥的造价是三百万元。下雨了。"),
                Flagged("桥的造价是三百万元。"),
                Checked("c1", Verdict.Wrong),
                Revised("下雨了。", headline: "市长说桥的造价是三百万元吗")
            )
            .And(s => Told(s).ShouldBe(["claim-words-wrong headline"]));

    [Fact]
    public void A_verdict_that_says_nothing_against_the_words_stays_with_the_passage() =>
        Given(Drafted(), Flagged(), Checked("c1", Verdict.Unverifiable), Asked(new WithdrawClaim("c1", "Attribute it."), Fay))
            .And(s => Told(s).ShouldBeEmpty());

    [Fact]
    public void The_reason_says_which_words_where_and_who_settles_it_how() =>
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
                                    + "A reporter or editor changes the words, or {femi} checks c2. Or a chief-editor who did not touch "
                                    + "it waives it."
                            ),
                        r =>
                            (r.Subject, r.Field, r.Words, r.Passage).ShouldBe(
                                ("headline", ArticleField.Headline, "it cost 3 million", "c2")
                            ),
                        r => r.Ways.Select(w => w.Command).ShouldBe(["revise-article", "fact-check", "waive-gate"]),
                        r => r.Ways[1].OnlyBy.ShouldBe(["femi"]),
                        r => r.Ways[2].NotBy.ShouldBe(["rita"])
                    )
            );

    [Fact]
    public void Unmarked_words_are_marked_and_checked_by_who_found_them_wrong() =>
        Given(Drafted("Rain. " + Claim), Flagged(), Checked("c1", Verdict.Wrong), Asked(new WithdrawClaim("c1", "Opinion."), Fay))
            .And(s =>
                Reason(s)
                    .Ways[1]
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

    /// <summary>Checks stored before findings followed their words have the words as written, with the attribution after them.</summary>
    [Fact]
    public void The_finding_of_an_older_check_is_derived_from_its_members()
    {
        var spec = Given(
            Drafted("“We *will* rebuild the bridge,” said the mayor. It cost 3 million."),
            Attributed("“We *will* rebuild the bridge,”", attribution: "said the mayor"),
            Checked("q1", Verdict.Wrong),
            Checked("q1", Verdict.Disputed, by: Fay),
            Checked("q1", by: Fay)
        );
        var story = spec
            .Recorded.Select(r =>
                (Happened: r.Happened is FactChecked e ? e with { Read = null, WordsAlone = null } : r.Happened, r.Metadata)
            )
            .Aggregate((Story?)null, (at, r) => Story.Evolve(at, spec.Story.Id, r.Happened, r.Metadata))!;
        story.Findings!.Value.ShouldBe(spec.Story.Findings!.Value);
        story.Findings.Value.ShouldHaveSingleItem().Words.ShouldBe("“We will rebuild the bridge,”");
    }

    [Fact]
    public void Words_repeated_very_often_are_told_once_and_quickly()
    {
        var spec = Given(
            Drafted("It cost 3 million."),
            Flagged(),
            Checked("c1", Verdict.Wrong),
            Checked("c1", Verdict.Wrong, by: Fay),
            Revised(string.Concat(Enumerable.Repeat("it cost 3 million ", 50_000))),
            Asked(new WithdrawClaim("c1", "Opinion."), Ed)
        );
        var watch = new ThreadClock();
        Told(spec).ShouldBe(["claim-words-wrong body"]);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static GivenCommand Attributed(
        string words,
        string speaker = "ada",
        string? attribution = null,
        ArticleField field = ArticleField.Body,
        string? quote = null
    ) =>
        Asked(
            new AttributeQuote(words, speaker)
            {
                Quote = quote,
                Attribution = attribution,
                Field = field,
            },
            Rita
        );

    private static GivenCommand Attributed(string words, int start) => GivenCommands.Attributed(words, start: start);

    private static GivenCommand Attributed(string? attribution = null) => GivenCommands.Attributed(attribution: attribution);

    private static GateReason Reason(StorySpec spec) =>
        spec.Gates.SelectMany(g => g.Reasons).Single(r => r.Code.Contains("-words-", StringComparison.Ordinal));

    private static IEnumerable<string> Told(StorySpec spec, params Gate[] gates) =>
        spec
            .Gates.Where(g => gates.Contains(g.Gate) || (gates.Length == 0 && g.Gate is Gate.QuotesVerified or Gate.ClaimsChecked))
            .SelectMany(g => g.Blocking)
            .Select(r => $"{r.Code} {r.Subject}");

    private sealed class WayComparer : IEqualityComparer<GateWay>
    {
        public bool Equals(GateWay? one, GateWay? other) => one!.Command == other!.Command && one.Roles.SequenceEqual(other.Roles);

        public int GetHashCode(GateWay way) => way.Command.GetHashCode(StringComparison.Ordinal);
    }
}
