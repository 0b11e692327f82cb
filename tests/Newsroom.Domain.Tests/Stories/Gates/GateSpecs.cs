using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Gates;

/// <summary>For each gate: when it passes, when it fails, and the reasons it gives.</summary>
public sealed class GateSpecs
{
    private const string Words = "“We will rebuild the bridge,”";

    // The marks are added after the words were attributed.
    private const string UnquotedWords = "We will rebuild the bridge,";
    private const string Unquoted = UnquotedWords + " said the mayor. It cost 3 million.";

    [Theory]
    [InlineData("“", "”")]
    [InlineData("„", "“")]
    [InlineData("«", "»")]
    public void A_long_quotation_is_cut_within_its_marks(string opening, string closing)
    {
        var quotation = $"{opening}{string.Join(' ', Enumerable.Repeat("water", 60))}{closing}";
        var reasons = Given(Drafted(quotation)).Gates.SelectMany(gate => gate.Blocking);
        var message = reasons.First(reason => reason.Code == "quotation-unattributed").Message;
        message.ShouldStartWith($"{opening}water water");
        message.ShouldContain($"…{closing} in the body is a quotation");
    }

    [Fact]
    public void An_unattributed_quotation_fails_and_is_located() =>
        Given(Drafted())
            .And(s => Failing(s, Gate.QuotesAttributed).ShouldBe([$"quotation-unattributed 0-29 {Words}"]))
            .When(new AttributeQuote(Words, "ada"), by: Rita)
            .And(s => Failing(s, Gate.QuotesAttributed).ShouldBeEmpty());

    [Fact]
    public void A_quote_of_only_some_of_the_quoted_words_is_not_enough() =>
        Given(Drafted(Unquoted), Attributed(UnquotedWords), Revised(Bridge)).And(s => Failing(s, Gate.QuotesAttributed).ShouldNotBeEmpty());

    [Fact]
    public void Quotations_count_in_headline_and_standfirst_too() =>
        Given(Drafted(Plain, headline: "“We will rebuild it all”"), Revised(standfirst: "Berg: “We will not wait for them.”"))
            .And(s => Failing(s, Gate.QuotesAttributed).Length.ShouldBe(2));

    [Theory]
    [InlineData("The mayor: &ldquo;We will rebuild the bridge.&rdquo;")]
    [InlineData("The mayor: &#8220;We will rebuild the bridge.&#8221;")]
    [InlineData("The mayor: &quot;We will rebuild the bridge.&quot;")]
    [InlineData("> The mayor: “We **will** rebuild\n> the bridge.”")]
    [InlineData("> “We will rebuild the bridge.\n>\n> “We will do it soon.”")]
    public void Quotations_are_those_a_reader_reads(string body) =>
        Given(Drafted(body)).And(s => Failing(s, Gate.QuotesAttributed).ShouldHaveSingleItem());

    [Theory]
    [InlineData("See [the plan](https://example.no \"We will rebuild the bridge\").")]
    [InlineData("See [the plan][1].\n\n[1]: https://example.no \"We will rebuild the bridge\"")]
    public void Invisible_words_are_no_quotation(string body) =>
        Given(Drafted(body)).And(s => Failing(s, Gate.QuotesAttributed).ShouldBeEmpty());

    [Theory]
    [InlineData("**“We will rebuild the bridge,”** said the mayor.", "**“We will rebuild the bridge,”**")]
    [InlineData("**“We will rebuild the bridge,”** said the mayor.", "“We will rebuild the bridge,”")]
    [InlineData("&ldquo;We will rebuild the bridge,&rdquo; said the mayor.", "&ldquo;We will rebuild the bridge,&rdquo;")]
    public void A_quote_marked_up_is_the_same_quote(string body, string words) =>
        Given(Drafted(body), Attributed(words)).And(s => Failing(s, Gate.QuotesAttributed).ShouldBeEmpty());

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
    public void A_passage_without_a_place_blocks_nothing() =>
        Given(Drafted(), Attributed(), Flagged(), Revised("Silence."))
            .And(s => s.Gates.Where(g => g.Outcome == GateOutcome.Failed).Select(g => g.Gate).ShouldBe([Gate.Approvals]));

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
    public void Two_people_who_did_not_write_it_approve_and_one_of_them_as_editor() =>
        Given(Drafted(Plain), Submitted())
            .And(s => Failing(s, Gate.Approvals).Select(CodeOf).ShouldBe(["approvals-missing", "editor-approval-missing"]))
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .When(story => new Approve(story.Fingerprint), by: Actor.Of("liv", Role.Legal))
            .And(s => Failing(s, Gate.Approvals).Select(CodeOf).ShouldBe(["editor-approval-missing"]))
            .When(story => new Approve(story.Fingerprint), by: Ed)
            .And(s => Failing(s, Gate.Approvals).ShouldBeEmpty());

    [Fact]
    public void An_approval_of_another_article_is_none() =>
        Given(Drafted(Plain), Submitted(), Approved(by: Ed), Approved(by: Lea), Revised("It fell.", by: Eve))
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.Approvals)
                    .Reasons[0]
                    .Message.ShouldStartWith("The article has 0 of 2 approvals; 2 lapsed")
            );

    [Fact]
    public void A_hold_says_who_lifts_it() =>
        Given(Drafted(Plain), Held(by: Ed), Held(by: Lea))
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.NoHolds)
                    .Reasons.Select(r => Told(r.Ways))
                    .ShouldBe(["lift-hold by editor or legal", "lift-hold by legal"])
            );

    [Fact]
    public void Only_notes_that_must_be_resolved_block() =>
        Given(Drafted(Plain), Noted(), Noted(mustResolve: true))
            .And(s => Failing(s, Gate.NotesResolved).Select(CodeOf).ShouldBe(["note-open"]))
            .When(new ResolveNote("n2"), by: Ed)
            .And(s => Failing(s, Gate.NotesResolved).ShouldBeEmpty());

    [Fact]
    public void Ready_means_in_review_and_every_gate_holds()
    {
        var ready = Given(Ready);
        GateList.IsReady(ready.Story, ready.Text, ready.Gates).ShouldBeTrue();
        var held = Given([.. Ready, Held()]);
        GateList.IsReady(held.Story, held.Text, held.Gates).ShouldBeFalse();
        var live = Given([.. Ready, Published()]);
        GateList.IsReady(live.Story, live.Text, live.Gates).ShouldBeFalse();
        var again = Given([.. Ready, Published(), Submitted()]);
        again.Gates.ShouldAllBe(g => g.Outcome != GateOutcome.Failed);
        GateList.IsReady(again.Story, again.Text, again.Gates).ShouldBeFalse("readers have it");
        var restyled = Given([.. Ready, Published(), Revised(Plain.Replace("bridge", "*bridge*", StringComparison.Ordinal)), Submitted()]);
        GateList.IsReady(restyled.Story, restyled.Text, restyled.Gates).ShouldBeTrue("only the markup changed, and can be published");
    }

    [Fact]
    public void A_quotation_may_be_dismissed_by_a_person_who_did_not_write_it() =>
        Given(Drafted())
            .And(s =>
                Reason(s, Gate.QuotesAttributed)
                    .Message.ShouldBe(
                        "“We will rebuild the bridge,” in the body is a quotation, but no quote has these words. A reporter, editor or "
                            + "fact-checker attributes exactly these words; if they are not speech, an editor or fact-checker dismisses "
                            + "them, but not {rita}."
                    )
            )
            .When(new DismissQuotation(Words, "The chorus of a song."), by: Ed)
            .And(s => Failing(s, Gate.QuotesAttributed).ShouldBeEmpty());

    [Fact]
    public void A_quote_that_overlaps_a_quotation_is_named() =>
        Given(Drafted(Unquoted), Attributed(UnquotedWords), Revised(Bridge))
            .And(s => Reason(s, Gate.QuotesAttributed).Message.ShouldContain("but q1 has only some of these words, or more."));

    [Fact]
    public void A_policy_may_take_more_words_for_a_term() =>
        Given(Drafted())
            .Under(new GateTerms(Gate.QuotesAttributed) { FewestWords = 6 })
            .And(s => Failing(s, Gate.QuotesAttributed).ShouldBeEmpty());

    [Theory]
    [InlineData("“Rebuild the bridge” pledge")]
    [InlineData("Mayor: “will rebuild”")]
    [InlineData("Mayor: “We will rebuild.”")]
    public void Words_quoted_in_the_headline_are_from_a_verified_quote(string headline) =>
        Given(Drafted(headline: headline), Attributed())
            .And(s => Failing(s, Gate.HeadlineQuotesSourced).Single().ShouldStartWith("headline-quote-unsourced"))
            .When(story => CheckOf(story, "q1"), by: Femi)
            .And(s => Failing(s, Gate.HeadlineQuotesSourced).ShouldBeEmpty());

    [Theory]
    [InlineData("“Never rebuild” pledge")]
    [InlineData("Mayor: “rebuild a bridge”")]
    [InlineData("Mayor: “build the bridge”")]
    public void Other_words_are_not(string headline) =>
        Given(Drafted(headline: headline), Attributed(), Checked())
            .And(s => Failing(s, Gate.HeadlineQuotesSourced).ShouldHaveSingleItem())
            .When(new ReviseArticle { Headline = "Bridge", Standfirst = headline }, by: Rita)
            .And(s => Reason(s, Gate.HeadlineQuotesSourced).Field.ShouldBe(ArticleField.Standfirst));

    [Fact]
    public void A_title_in_the_headline_is_dismissed() =>
        Given(Drafted(headline: "“The Bridge” sells out"), Dismissed("“The Bridge”").In(ArticleField.Headline))
            .And(s => Failing(s, Gate.HeadlineQuotesSourced).ShouldBeEmpty());

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

    [Fact]
    public void A_draft_is_submitted_before_it_is_approved() =>
        Given(Drafted(Plain))
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.Approvals)
                    .Reasons[0]
                    .ShouldSatisfyAllConditions(
                        r => r.Message.ShouldEndWith("Before that, an author submits the story for review."),
                        r => Told(r.Ways).ShouldBe("submit-for-review by reporter or editor if rita")
                    )
            )
            .When(new SubmitForReview(), by: Rita)
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.Approvals)
                    .Reasons[0]
                    .ShouldSatisfyAllConditions(
                        r => r.Message.ShouldBe("The article has 0 of 2 approvals. An editor or legal approves it, but not {rita}."),
                        r => Told(r.Ways).ShouldBe("approve by editor or legal but not rita")
                    )
            );

    [Fact]
    public void A_spiked_story_is_unspiked_before_it_is_approved() =>
        Given(Drafted(Plain), Spiked())
            .And(s => Told(s.Gates.Single(g => g.Gate == Gate.Approvals).Reasons[0].Ways).ShouldBe("unspike by editor"));

    [Fact]
    public void A_policy_asks_for_approvals_in_roles() =>
        Given(Ready)
            .Under(new GateTerms(Gate.Approvals) { Minimum = 2, Roles = [new RoleMinimum(Role.Editor, 2)] })
            .And(s => Failing(s, Gate.Approvals).ShouldBe(["editor-approval-missing"]))
            .And(s => Told(Reason(s, Gate.Approvals).Ways).ShouldBe("approve by editor but not rita or ed"));

    [Fact]
    public void A_gate_a_policy_leaves_out_asks_for_nothing()
    {
        var spec = Given(Drafted(), Flagged(), Held());
        var bare = new Policy(3, [new GateTerms(Gate.Approvals)]);
        GateList
            .Evaluate(spec.Story, spec.Text, bare, spec.Now)
            .Select(g => g.Gate)
            .ShouldBe([Gate.Approvals, Gate.LegalClearance, Gate.NoHolds, Gate.EmbargoPassed]);
    }

    [Fact]
    public void Every_reason_names_commands_there_are_and_roles_that_may_give_them()
    {
        var spec = Given(
            Drafted("“One, two, three, four.” " + Bridge, headline: "“Two, three” it is"),
            Attributed(),
            Flagged(),
            Held(),
            Noted(mustResolve: true),
            Asked(new RequestLegalReview("Thief."), Rita),
            Asked(new SetEmbargo(Start.AddDays(1)), Ed)
        );
        spec.Gates.Select(g => g.Outcome).Distinct().ShouldBe([GateOutcome.Failed]);
        spec.Gates.ShouldAllBe(g => g.Asks.EndsWith('.'));
        var reasons = spec.Gates.SelectMany(g => g.Reasons).ToList();
        reasons.Count.ShouldBeGreaterThanOrEqualTo(spec.Gates.Length);
        foreach (var reason in reasons)
        {
            reason.Message.ShouldEndWith(".");
            reason.Ways.ShouldNotBeEmpty();
            reason.Ways.ShouldAllBe(way =>
                way.Roles.All(role => CommandCatalog.All.Single(c => c.Name == way.Command).Roles.Contains(role))
            );
        }
    }

    private static string Told(IEnumerable<GateWay> ways) =>
        string.Join(
            ", ",
            ways.Select(w =>
            {
                var roles = string.Join(" or ", w.Roles.Select(r => r.ToKebabCase()));
                var only = w.OnlyBy.IsEmpty ? "" : $" if {string.Join(" or ", w.OnlyBy)}";
                var not = w.NotBy.IsEmpty ? "" : $" but not {string.Join(" or ", w.NotBy)}";
                return $"{w.Command} by {roles}{only}{not}";
            })
        );

    private static string[] Failing(StorySpec spec, Gate gate) =>
        [.. spec.Gates.Single(g => g.Gate == gate).Reasons.Select(r => r.Range is { } range ? $"{r.Code} {range} {r.Words}" : r.Code)];

    private static GateReason Reason(StorySpec spec, Gate gate) => spec.Gates.Single(g => g.Gate == gate).Reasons.ShouldHaveSingleItem();

    private static string CodeOf(string reason) => reason.Split(' ')[0];
}
