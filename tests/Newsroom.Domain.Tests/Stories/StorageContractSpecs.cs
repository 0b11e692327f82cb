using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>
/// Events are stored permanently. A change that fails here breaks every existing database: add members, never rename or remove them.
/// </summary>
public sealed class StorageContractSpecs
{
    private static readonly Fingerprint Print = new(new string('0', 63) + "a");
    private static readonly Article Article = new("Bridge", "It falls.", "It *fell*.", "By Rita Moe", "HARBOUR");

    private static readonly (string Name, StoryEvent Event, string Json)[] Contract =
    [
        (
            "story_drafted",
            new StoryDrafted("city", "en", "bridge", Article, Print, 1),
            """{"desk":"city","language":"en","slug":"bridge","article":{"headline":"Bridge","standfirst":"It falls.","body":"It *fell*.","byline":"By Rita Moe","dateline":"HARBOUR"},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
        ),
        (
            "story_described",
            new StoryDescribed(null, "nb", null, "", null, Print, 1),
            """{"language":"nb","byline":"","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
        ),
        (
            "story_described",
            new StoryDescribed("kultur", null, null, null, null, Print, 1) { LeftInReview = "city" },
            """{"desk":"kultur","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1,"leftInReview":"city"}"""
        ),
        (
            "story_described",
            new StoryDescribed("kultur", null, null, null, null, Print, 1) { BindsApprovals = true },
            """{"desk":"kultur","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1,"bindsApprovals":true}"""
        ),
        (
            "article_revised",
            new ArticleRevised(new ArticleEdits([new TextEdit(0, "B", "b")], [], [new TextEdit(3, "", "“so” ")]), Print, 1),
            """{"edits":{"headline":[{"at":0,"remove":"B","insert":"b"}],"standfirst":[],"body":[{"at":3,"remove":"","insert":"“so” "}]},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
        ),
        (
            "article_revised",
            new ArticleRevised(new ArticleEdits([], [], [new TextEdit(0, "B", "b")]), Print, 1)
            {
                Carried =
                [
                    new CarriedWords(
                        ArticleField.Body,
                        0,
                        new Blame([new BlameSpan(1, "ed", 3) { Movers = ["eve"] }, new BlameSpan(2, "eve", 4)], [new Seam(1, "ed", 5)])
                    ),
                ],
                RestoredFrom = 7,
                BasedOn = 8,
            },
            """{"edits":{"headline":[],"standfirst":[],"body":[{"at":0,"remove":"B","insert":"b"}]},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1,"carried":[{"field":"body","at":0,"blame":{"spans":[{"length":1,"author":"ed","version":3,"movers":["eve"]},{"length":2,"author":"eve","version":4,"movers":[]}],"seams":[{"at":1,"author":"ed","version":5}]}}],"restoredFrom":7,"basedOn":8}"""
        ),
        (
            "passage_reworded",
            new PassageReworded("q1", "a", "b", Print, 1),
            """{"passage":"q1","was":"a","now":"b","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
        ),
        (
            "passage_reworded",
            new PassageReworded("c1", "a", "b", Print, 1) { Range = new TextRange(3, 9) },
            """{"passage":"c1","was":"a","now":"b","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1,"range":{"start":3,"end":9}}"""
        ),
        ("passage_restyled", new PassageRestyled("q1", "a", "b", 1), """{"passage":"q1","was":"a","now":"b","normaliser":1}"""),
        (
            "passage_moved",
            new PassageMoved("q1", new TextRange(3, 9), new TextRange(10, 12), ["ed"], 1),
            """{"passage":"q1","range":{"start":3,"end":9},"attribution":{"start":10,"end":12},"touched":["ed"],"normaliser":1}"""
        ),
        (
            "passage_moved",
            new PassageMoved("q1", new TextRange(3, 9), null, [], 1) { Field = ArticleField.Standfirst },
            """{"passage":"q1","range":{"start":3,"end":9},"touched":[],"normaliser":1,"field":"standfirst"}"""
        ),
        (
            "passage_orphaned",
            new PassageOrphaned("q1", "a", "b", ["ed"], 1),
            """{"passage":"q1","words":"a","attribution":"b","touched":["ed"],"normaliser":1}"""
        ),
        (
            "check_lapsed",
            new CheckLapsed("q1", "femi", Verdict.Unverifiable, "a", "", 1),
            """{"passage":"q1","checker":"femi","verdict":"unverifiable","was":"a","now":"","normaliser":1}"""
        ),
        (
            "check_reinstated",
            new CheckReinstated("q1", "femi", Verdict.Verified, "a", 1),
            """{"passage":"q1","checker":"femi","verdict":"verified","words":"a","normaliser":1}"""
        ),
        ("approval_lapsed", new ApprovalLapsed("ed", 1), """{"approver":"ed","normaliser":1}"""),
        (
            "approval_lapsed",
            new ApprovalLapsed("ed", 1) { Desk = "city", Language = "en" },
            """{"approver":"ed","normaliser":1,"desk":"city","language":"en"}"""
        ),
        ("approval_reinstated", new ApprovalReinstated("ed", 1), """{"approver":"ed","normaliser":1}"""),
        (
            "quote_attributed",
            new QuoteAttributed("q1", ArticleField.Body, new TextRange(3, 9), "“so”", "ada", null, null, Print, 1),
            """{"quote":"q1","field":"body","range":{"start":3,"end":9},"words":"“so”","speaker":"ada","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
        ),
        (
            "quote_attributed",
            new QuoteAttributed("q1", ArticleField.Body, new TextRange(3, 9), "“so”", "ada", new TextRange(10, 18), "she said", Print, 1),
            """{"quote":"q1","field":"body","range":{"start":3,"end":9},"words":"“so”","speaker":"ada","attribution":{"start":10,"end":18},"attributionWords":"she said","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
        ),
        (
            "claim_flagged",
            new ClaimFlagged("c1", ArticleField.Headline, new TextRange(0, 6), "Bridge", Print, 1),
            """{"claim":"c1","field":"headline","range":{"start":0,"end":6},"words":"Bridge","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
        ),
        ("quote_withdrawn", new QuoteWithdrawn("q1", "a", "why"), """{"quote":"q1","words":"a","reason":"why"}"""),
        ("claim_withdrawn", new ClaimWithdrawn("c1", "a", "why"), """{"claim":"c1","words":"a","reason":"why"}"""),
        (
            "fact_checked",
            new FactChecked(
                "q1",
                Print,
                "a",
                Verdict.Disputed,
                "asked",
                [
                    new EvidenceItem(EvidenceKind.Interview, "Bo Lund", Sha256: new string('f', 64)),
                    new EvidenceItem(EvidenceKind.Document, "Minutes", "https://x.no", "p. 3", null, "so", "s1"),
                ],
                "why"
            ),
            """{"passage":"q1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","words":"a","verdict":"disputed","method":"asked","evidence":[{"kind":"interview","citation":"Bo Lund","sha256":"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"},{"kind":"document","citation":"Minutes","url":"https://x.no","locator":"p. 3","excerpt":"so","suppliedBy":"s1"}],"reason":"why"}"""
        ),
        (
            "fact_checked",
            new FactChecked("c1", Print, "*a*", Verdict.Wrong, null, [], "why") { Read = "a", WordsAlone = Print },
            """{"passage":"c1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","words":"*a*","verdict":"wrong","evidence":[],"reason":"why","read":"a","wordsAlone":"000000000000000000000000000000000000000000000000000000000000000a"}"""
        ),
        ("note_added", new NoteAdded("n1", "a", true, null), """{"note":"n1","text":"a","mustResolve":true}"""),
        ("note_added", new NoteAdded("n1", "a", false, "c1"), """{"note":"n1","text":"a","mustResolve":false,"passage":"c1"}"""),
        ("note_resolved", new NoteResolved("n1"), """{"note":"n1"}"""),
        ("story_assigned", new StoryAssigned(null), "{}"),
        ("story_assigned", new StoryAssigned("liv"), """{"assignee":"liv"}"""),
        ("story_submitted", new StorySubmitted(), "{}"),
        ("changes_requested", new ChangesRequested("why"), """{"reason":"why"}"""),
        (
            "story_approved",
            new StoryApproved(Print),
            """{"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a"}"""
        ),
        (
            "story_approved",
            new StoryApproved(Print) { Desk = "city", Language = "en" },
            """{"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","desk":"city","language":"en"}"""
        ),
        ("approval_withdrawn", new ApprovalWithdrawn(null), "{}"),
        ("approval_withdrawn", new ApprovalWithdrawn("why"), """{"reason":"why"}"""),
        ("hold_placed", new HoldPlaced("h1", Role.Legal, "why"), """{"hold":"h1","role":"legal","reason":"why"}"""),
        ("hold_lifted", new HoldLifted("h1", null), """{"hold":"h1"}"""),
        ("hold_lifted", new HoldLifted("h1", "why"), """{"hold":"h1","reason":"why"}"""),
        (
            "story_published",
            new StoryPublished(
                2,
                EditionKind.Refile,
                "bridge",
                "city",
                "en",
                Article,
                Print,
                [new PassageFingerprint("q1", Print)],
                1,
                [
                    new PublishedGate(
                        Gate.QuotesVerified,
                        "asks",
                        GateOutcome.Waived,
                        [
                            new PublishedReason(
                                "code",
                                "q1",
                                "message",
                                [new GateWay("fact-check", [Role.FactChecker]) { NotBy = ["rita"] }]
                            )
                            {
                                Fingerprint = Print,
                                Field = ArticleField.Body,
                                Range = new TextRange(1, 2),
                                Words = "a",
                                Waiver = new Waiver(Gate.QuotesVerified, "q1", Print, "chi", "why", Start),
                            },
                        ]
                    ),
                ]
            ),
            """{"edition":2,"kind":"refile","slug":"bridge","desk":"city","language":"en","article":{"headline":"Bridge","standfirst":"It falls.","body":"It *fell*.","byline":"By Rita Moe","dateline":"HARBOUR"},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","passages":[{"passage":"q1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a"}],"policy":1,"gates":[{"gate":"quotes-verified","asks":"asks","outcome":"waived","reasons":[{"code":"code","subject":"q1","message":"message","ways":[{"command":"fact-check","roles":["fact-checker"],"onlyBy":[],"notBy":["rita"]}],"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","field":"body","range":{"start":1,"end":2},"words":"a","waiver":{"gate":"quotes-verified","subject":"q1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","by":"chi","reason":"why","at":"2026-03-02T09:00:00+00:00"}}]}]}"""
        ),
        (
            "story_published",
            new StoryPublished(
                1,
                EditionKind.First,
                "bridge",
                "city",
                "en",
                Article,
                Print,
                [],
                1,
                [
                    new PublishedGate(Gate.NoHolds, null, GateOutcome.Passed, []),
                    new PublishedGate(
                        Gate.ClaimsChecked,
                        null,
                        GateOutcome.Waived,
                        [
                            new PublishedReason("claim-words-wrong", "body", null, null)
                            {
                                Fingerprint = Print,
                                Field = ArticleField.Body,
                                Range = new TextRange(1, 2),
                                Words = "a",
                                Quote = "q2",
                                Passage = "c1",
                                WordsAlone = Print,
                                Proposal = QuotationProposal.Name,
                                Waiver = new Waiver(Gate.ClaimsChecked, "body", Print, "chi", "why", Start),
                            },
                        ]
                    )
                    {
                        Terms = new GateTerms(Gate.ClaimsChecked) { Minimum = 2, Waivable = true },
                    },
                ]
            ),
            """{"edition":1,"kind":"first","slug":"bridge","desk":"city","language":"en","article":{"headline":"Bridge","standfirst":"It falls.","body":"It *fell*.","byline":"By Rita Moe","dateline":"HARBOUR"},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","passages":[],"policy":1,"gates":[{"gate":"no-holds","outcome":"passed","reasons":[]},{"gate":"claims-checked","outcome":"waived","reasons":[{"code":"claim-words-wrong","subject":"body","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","field":"body","range":{"start":1,"end":2},"words":"a","quote":"q2","passage":"c1","wordsAlone":"000000000000000000000000000000000000000000000000000000000000000a","proposal":"name","waiver":{"gate":"claims-checked","subject":"body","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","by":"chi","reason":"why","at":"2026-03-02T09:00:00+00:00"}}],"terms":{"gate":"claims-checked","minimum":2,"roles":[],"waivable":true}}]}"""
        ),
        (
            "story_corrected",
            new StoryCorrected(2, EditionKind.EditorsNote, "bridge", "city", "en", Article, Print, [], 1, [])
            {
                Note = "a",
                Changed = new ArticleEdits([], [], [new TextEdit(1, "b", "c")]),
                Replaced = [new PassageFingerprint("q1", Print)],
            },
            """{"note":"a","changed":{"headline":[],"standfirst":[],"body":[{"at":1,"remove":"b","insert":"c"}]},"replaced":[{"passage":"q1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a"}],"edition":2,"kind":"editors-note","slug":"bridge","desk":"city","language":"en","article":{"headline":"Bridge","standfirst":"It falls.","body":"It *fell*.","byline":"By Rita Moe","dateline":"HARBOUR"},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","passages":[],"policy":1,"gates":[]}"""
        ),
        (
            "story_corrected",
            new StoryCorrected(3, EditionKind.Correction, "bridge", "city", "en", Article, Print, [], 1, [])
            {
                Note = "a",
                Changed = new ArticleEdits([], [], []),
                ReplacedWords = [new ReplacedWords("It fell", true)],
                RestoredWords = ["It rose"],
            },
            """{"note":"a","changed":{"headline":[],"standfirst":[],"body":[]},"replaced":[],"replacedWords":[{"words":"It fell","isSentence":true}],"restoredWords":["It rose"],"edition":3,"kind":"correction","slug":"bridge","desk":"city","language":"en","article":{"headline":"Bridge","standfirst":"It falls.","body":"It *fell*.","byline":"By Rita Moe","dateline":"HARBOUR"},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","passages":[],"policy":1,"gates":[]}"""
        ),
        (
            "story_corrected",
            new StoryCorrected(3, EditionKind.Correction, "bridge", "city", "en", Article, Print, [], 1, [])
            {
                Note = "a",
                Changed = new ArticleEdits([], [], []),
                ReplacedWords = [new ReplacedWords("It Fell", true) { Cased = 1 }],
            },
            """{"note":"a","changed":{"headline":[],"standfirst":[],"body":[]},"replaced":[],"replacedWords":[{"words":"It Fell","isSentence":true,"cased":1}],"edition":3,"kind":"correction","slug":"bridge","desk":"city","language":"en","article":{"headline":"Bridge","standfirst":"It falls.","body":"It *fell*.","byline":"By Rita Moe","dateline":"HARBOUR"},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","passages":[],"policy":1,"gates":[]}"""
        ),
        (
            "quotation_dismissed",
            new QuotationDismissed(ArticleField.Body, new TextRange(3, 9), "“so”", Print, "why", 1),
            """{"field":"body","range":{"start":3,"end":9},"words":"“so”","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","reason":"why","normaliser":1}"""
        ),
        (
            "quotation_dismissed",
            new QuotationDismissed(ArticleField.Body, new TextRange(3, 11), "“*so*”", Print, "why", 1) { Phrase = "“so”" },
            """{"field":"body","range":{"start":3,"end":11},"words":"“*so*”","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","reason":"why","normaliser":1,"phrase":"“so”"}"""
        ),
        ("legal_review_requested", new LegalReviewRequested("why"), """{"reason":"why"}"""),
        ("embargo_set", new EmbargoSet(Start, null), """{"until":"2026-03-02T09:00:00+00:00"}"""),
        ("embargo_set", new EmbargoSet(Start, "why"), """{"until":"2026-03-02T09:00:00+00:00","reason":"why"}"""),
        ("embargo_lifted", new EmbargoLifted("why"), """{"reason":"why"}"""),
        (
            "gate_waived",
            new GateWaived(Gate.ClaimsChecked, "c1", Print, "a", "why", 2),
            """{"gate":"claims-checked","subject":"c1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","words":"a","reason":"why","policy":2}"""
        ),
        (
            "gate_waived",
            new GateWaived(Gate.ClaimsChecked, "headline", Print, "a", "why", 2) { WordsAlone = Print },
            """{"gate":"claims-checked","subject":"headline","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","words":"a","reason":"why","policy":2,"wordsAlone":"000000000000000000000000000000000000000000000000000000000000000a"}"""
        ),
        ("story_spiked", new StorySpiked("why"), """{"reason":"why"}"""),
        ("story_spiked", new StorySpiked("why") { VoidsApprovals = true }, """{"reason":"why","voidsApprovals":true}"""),
        ("story_unspiked", new StoryUnspiked(null), "{}"),
        ("story_unspiked", new StoryUnspiked("why"), """{"reason":"why"}"""),
        (
            "story_unspiked",
            new StoryUnspiked(null) { Origin = new Origin("jane@example.org@git", Start, "c0ffee", "Back") { Path = "a.md" } },
            """{"origin":{"by":"jane@example.org@git","at":"2026-03-02T09:00:00+00:00","commit":"c0ffee","message":"Back","path":"a.md"}}"""
        ),
        ("story_unspiked", new StoryUnspiked(null) { VoidsApprovals = true }, """{"voidsApprovals":true}"""),
        ("file_renamed", new FileRenamed("a.md", "b.md"), """{"from":"a.md","to":"b.md"}"""),
    ];

    public static TheoryData<string> Names => [.. Contract.Select(c => c.Name).Distinct()];

    [Fact]
    public void Every_event_is_in_the_contract() =>
        StoryEvents.ByName.Keys.ShouldBe(Contract.Select(c => c.Name).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_name_of_an_event_is_kept(string name) => Examples(name).ShouldAllBe(e => e.Event.GetType() == StoryEvents.ByName[name]);

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_written_as_it_always_was(string name) =>
        Examples(name)
            .Select(e => JsonSerializer.Serialize(e.Event, StoryEvents.ByName[name], Storage))
            .ShouldBe(Examples(name).Select(e => e.Json));

    [Theory]
    [MemberData(nameof(Names))]
    public void Stored_events_are_read_and_written_unchanged(string name) =>
        Examples(name)
            .Select(e =>
                JsonSerializer.Serialize(
                    JsonSerializer.Deserialize(e.Json, StoryEvents.ByName[name], Storage),
                    StoryEvents.ByName[name],
                    Storage
                )
            )
            .ShouldBe(Examples(name).Select(e => e.Json));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_has_the_sentence_of_its_stored_summary(string name)
    {
        foreach (var (_, happened, _) in Examples(name))
        {
            var summary = EventSummaries.Of(happened);
            SummaryCodes.ShouldContain(summary.Code);
            var sentence = Sentences.Of(EventSummary.Read(summary.Code, summary.Json), "rita");
            sentence.ShouldBe(Sentences.Of(happened, "rita"));
            sentence.ShouldNotStartWith("{rita}:");
        }
    }

    /// <summary>Codes are stored: none is renamed or removed.</summary>
    private static readonly string[] SummaryCodes =
    [
        .. "story-drafted story-described revision-restored article-revised passage-reworded passage-reattributed passage-restyled".Split(
            ' '
        ),
        .. "passage-moved passage-orphaned check-lapsed check-lapsed-reattributed check-lapsed-words-removed check-reinstated".Split(' '),
        .. "approval-lapsed approval-reinstated quote-attributed claim-flagged quote-withdrawn claim-withdrawn".Split(' '),
        .. "quotation-dismissed fact-checked note-added note-resolved story-assigned assignee-removed story-submitted".Split(' '),
        .. "changes-requested story-approved approval-withdrawn hold-placed hold-lifted legal-review-requested".Split(' '),
        .. "embargo-set embargo-lifted gate-waived edition-published story-spiked story-unspiked file-renamed".Split(' '),
    ];

    [Fact]
    public void Enums_are_written_as_words_and_never_as_numbers()
    {
        Written<Role>().ShouldBe("reporter editor fact-checker legal publisher chief-editor auditor admin");
        Written<ArticleField>().ShouldBe("headline standfirst body");
        Written<Verdict>().ShouldBe("verified disputed wrong unverifiable");
        Written<EvidenceKind>().ShouldBe("recording transcript document interview dataset expert erased");
        Written<EditionKind>().ShouldBe("first update refile correction clarification editors-note");
        Written<Gate>()
            .ShouldBe(
                "quotes-attributed quotes-verified claims-checked headline-quotes-sourced approvals legal-clearance no-holds "
                    + "notes-resolved embargo-passed"
            );
        Written<GateOutcome>().ShouldBe("passed failed waived");
        Written<QuotedState>().ShouldBe("attributed dismissed term unattributed unclosed");
        Written<PolicyState>().ShouldBe("proposed in-force superseded rejected");
        Written<RefusalKind>().ShouldBe("malformed forbidden not-found overlap stale too-large rule basis-missing");
        Written<Stage>().ShouldBe("drafting in-review spiked");
        Written<PublicationStatus>().ShouldBe("unpublished live");
        Written<PassageKind>().ShouldBe("quote claim");
        Written<PassageState>().ShouldBe("unchecked lapsed verified adverse orphaned");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("\"0\"")]
    [InlineData("\"Chief Editor\"")]
    [InlineData("null")]
    public void No_other_words_are_read_as_a_role(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Role>(json, Storage));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"000000000000000000000000000000000000000000000000000000000000000A\"")]
    [InlineData("\"000000000000000000000000000000000000000000000000000000000000000\"")]
    [InlineData("\"g000000000000000000000000000000000000000000000000000000000000000\"")]
    [InlineData("null")]
    public void A_fingerprint_is_64_lower_case_hexadecimal_digits(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Fingerprint>(json, Storage));

    [Fact]
    public void A_folded_story_can_be_kept_and_read_again()
    {
        var spec = Given(
            Drafted(),
            Attributed(attribution: "said the mayor"),
            Flagged(),
            Checked("q1"),
            Checked("c1", Verdict.Wrong),
            Noted(),
            Held(),
            Revised("It *may* fall.", by: Ed),
            Submitted(),
            Approved(by: Lea)
        );
        Again(spec.Story).ShouldBe(JsonSerializer.Serialize(spec.Story, Storage));
        Again(spec.Text).ShouldBe(JsonSerializer.Serialize(spec.Text, Storage));
    }

    [Fact]
    public void A_story_that_was_corrected_and_moved_in_review_can_be_kept_and_read_again()
    {
        GivenCommand[] reviewed = [Submitted(), Approved(by: Ed), Approved(by: Lea)];
        var spec = Given([
            Drafted("It cost 3 million, they say."),
            .. reviewed,
            Published(),
            Revised("It cost 4 million, they say."),
            .. reviewed,
            Asked(new Correct(EditionKind.Correction, "It cost 4 million."), Pia),
            Attributed("It cost 4 million", attribution: "they say"),
            Checked("q1", Verdict.Wrong),
            Asked(new AttributeQuote("It cost 4 million", "bo") { Quote = "q1" }, Rita),
            Checked("q1"),
            Submitted(),
            Asked(new DescribeStory { Desk = "kultur" }, Ed),
        ]);
        spec.Story.ShouldSatisfyAllConditions(
            s => s.Corrected!.Words.ShouldNotBeEmpty(),
            s => s.DesksLeft!.Value.ShouldBe(["city"]),
            s => s.ApprovalsFrom.ShouldNotBeNull(),
            s => s.Findings!.Value.Single().ClearedFor!.Value.ShouldBe(["bo"])
        );
        Again(spec.Story).ShouldBe(JsonSerializer.Serialize(spec.Story, Storage));
    }

    private static string Again<T>(T state) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(state, Storage), Storage), Storage);

    /// <summary>The members that the contract has of an event.</summary>
    public static IEnumerable<string> MembersOf(string name) =>
        Examples(name).SelectMany(e => JsonNode.Parse(e.Json)!.AsObject().Select(member => member.Key)).Distinct();

    private static IEnumerable<(string Name, StoryEvent Event, string Json)> Examples(string name) => Contract.Where(c => c.Name == name);

    private static string Written<TEnum>()
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            JsonSerializer.Serialize(value).ShouldBe($"\"{value.ToKebabCase()}\"");
            JsonSerializer.Deserialize<TEnum>($"\"{value.ToKebabCase()}\"").ShouldBe(value);
        }

        return string.Join(' ', Enum.GetValues<TEnum>().Select(v => v.ToKebabCase()));
    }
}
