using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public static partial class StorageContract
{
    private static StoredEvent[] Events() =>
        [
            new(
                "story_drafted",
                new StoryDrafted("city", "en", "bridge", Article, Print, 1),
                """{"desk":"city","language":"en","slug":"bridge","article":{"headline":"Bridge","standfirst":"It falls.","body":"It *fell*.","byline":"By Rita Moe","dateline":"HARBOUR"},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
            ),
            new(
                "story_drafted",
                new StoryDrafted("city", "en", "bridge", Article, Print, 1) { Replaces = Linked, TranslationOf = Linked },
                """{"desk":"city","language":"en","slug":"bridge","article":{"headline":"Bridge","standfirst":"It falls.","body":"It *fell*.","byline":"By Rita Moe","dateline":"HARBOUR"},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1,"replaces":"0198c0de-0000-7000-8000-000000000002","translationOf":"0198c0de-0000-7000-8000-000000000002"}"""
            ),
            new(
                "story_drafted",
                new StoryDrafted("city", "en", "bridge", Article, Print, 1) { Genre = Genre.FactCheck },
                """{"desk":"city","language":"en","slug":"bridge","article":{"headline":"Bridge","standfirst":"It falls.","body":"It *fell*.","byline":"By Rita Moe","dateline":"HARBOUR"},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1,"genre":"fact-check"}"""
            ),
            new(
                "story_described",
                new StoryDescribed(null, null, null, null, null, Print, 1) { Genre = Genre.Report },
                """{"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1,"genre":"report"}"""
            ),
            new(
                "story_described",
                new StoryDescribed(null, "nb", null, "", null, Print, 1),
                """{"language":"nb","byline":"","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
            ),
            new(
                "story_described",
                new StoryDescribed("kultur", null, null, null, null, Print, 1) { LeftInReview = "city" },
                """{"desk":"kultur","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1,"leftInReview":"city"}"""
            ),
            new(
                "story_described",
                new StoryDescribed("kultur", null, null, null, null, Print, 1) { BindsApprovals = true },
                """{"desk":"kultur","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1,"bindsApprovals":true}"""
            ),
            new(
                "article_revised",
                new ArticleRevised(new ArticleEdits([new TextEdit(0, "B", "b")], [], [new TextEdit(3, "", "“so” ")]), Print, 1),
                """{"edits":{"headline":[{"at":0,"remove":"B","insert":"b"}],"standfirst":[],"body":[{"at":3,"remove":"","insert":"“so” "}]},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
            ),
            new(
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
            new(
                "passage_reworded",
                new PassageReworded("q1", "a", "b", Print, 1),
                """{"passage":"q1","was":"a","now":"b","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
            ),
            new(
                "passage_reworded",
                new PassageReworded("c1", "a", "b", Print, 1) { Range = new TextRange(3, 9) },
                """{"passage":"c1","was":"a","now":"b","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1,"range":{"start":3,"end":9}}"""
            ),
            new("passage_restyled", new PassageRestyled("q1", "a", "b", 1), """{"passage":"q1","was":"a","now":"b","normaliser":1}"""),
            new(
                "passage_moved",
                new PassageMoved("q1", new TextRange(3, 9), new TextRange(10, 12), ["ed"], 1),
                """{"passage":"q1","range":{"start":3,"end":9},"attribution":{"start":10,"end":12},"touched":["ed"],"normaliser":1}"""
            ),
            new(
                "passage_moved",
                new PassageMoved("q1", new TextRange(3, 9), null, [], 1) { Field = ArticleField.Standfirst },
                """{"passage":"q1","range":{"start":3,"end":9},"touched":[],"normaliser":1,"field":"standfirst"}"""
            ),
            new(
                "passage_orphaned",
                new PassageOrphaned("q1", "a", "b", ["ed"], 1),
                """{"passage":"q1","words":"a","attribution":"b","touched":["ed"],"normaliser":1}"""
            ),
            new(
                "check_lapsed",
                new CheckLapsed("q1", "femi", Verdict.Unverifiable, "a", "", 1),
                """{"passage":"q1","checker":"femi","verdict":"unverifiable","was":"a","now":"","normaliser":1}"""
            ),
            new(
                "check_reinstated",
                new CheckReinstated("q1", "femi", Verdict.Verified, "a", 1),
                """{"passage":"q1","checker":"femi","verdict":"verified","words":"a","normaliser":1}"""
            ),
            new("approval_lapsed", new ApprovalLapsed("ed", 1), """{"approver":"ed","normaliser":1}"""),
            new(
                "approval_lapsed",
                new ApprovalLapsed("ed", 1) { Desk = "city", Language = "en" },
                """{"approver":"ed","normaliser":1,"desk":"city","language":"en"}"""
            ),
            new("approval_reinstated", new ApprovalReinstated("ed", 1), """{"approver":"ed","normaliser":1}"""),
            new(
                "quote_attributed",
                new QuoteAttributed("q1", ArticleField.Body, new TextRange(3, 9), "“so”", "ada", null, null, Print, 1),
                """{"quote":"q1","field":"body","range":{"start":3,"end":9},"words":"“so”","speaker":"ada","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
            ),
            new(
                "quote_attributed",
                new QuoteAttributed(
                    "q1",
                    ArticleField.Body,
                    new TextRange(3, 9),
                    "“so”",
                    "ada",
                    new TextRange(10, 18),
                    "she said",
                    Print,
                    1
                ),
                """{"quote":"q1","field":"body","range":{"start":3,"end":9},"words":"“so”","speaker":"ada","attribution":{"start":10,"end":18},"attributionWords":"she said","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
            ),
            new(
                "claim_flagged",
                new ClaimFlagged("c1", ArticleField.Headline, new TextRange(0, 6), "Bridge", Print, 1),
                """{"claim":"c1","field":"headline","range":{"start":0,"end":6},"words":"Bridge","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","normaliser":1}"""
            ),
            new("quote_withdrawn", new QuoteWithdrawn("q1", "a", "why"), """{"quote":"q1","words":"a","reason":"why"}"""),
            new("claim_withdrawn", new ClaimWithdrawn("c1", "a", "why"), """{"claim":"c1","words":"a","reason":"why"}"""),
            new(
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
            new(
                "fact_checked",
                new FactChecked("c1", Print, "*a*", Verdict.Wrong, null, [], "why") { Read = "a", WordsAlone = Print },
                """{"passage":"c1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","words":"*a*","verdict":"wrong","evidence":[],"reason":"why","read":"a","wordsAlone":"000000000000000000000000000000000000000000000000000000000000000a"}"""
            ),
            new("note_added", new NoteAdded("n1", "a", true, null), """{"note":"n1","text":"a","mustResolve":true}"""),
            new("note_added", new NoteAdded("n1", "a", false, "c1"), """{"note":"n1","text":"a","mustResolve":false,"passage":"c1"}"""),
            new("note_resolved", new NoteResolved("n1"), """{"note":"n1"}"""),
            new("story_assigned", new StoryAssigned(null), "{}"),
            new("story_assigned", new StoryAssigned("liv"), """{"assignee":"liv"}"""),
            new("story_planned", new StoryPlanned(null, Priority.Normal), """{"priority":"normal"}"""),
            new("story_planned", new StoryPlanned(Start, Priority.Urgent), """{"due":"2026-03-02T09:00:00+00:00","priority":"urgent"}"""),
            new(
                "story_marked_confidential",
                new StoryMarkedConfidential(Role.Reporter, null, [], []),
                """{"role":"reporter","readers":[],"acted":[]}"""
            ),
            new(
                "story_marked_confidential",
                new StoryMarkedConfidential(Role.Legal, "why", ["pia"], ["rita"]),
                """{"role":"legal","reason":"why","readers":["pia"],"acted":["rita"]}"""
            ),
            new("confidentiality_lifted", new ConfidentialityLifted("why"), """{"reason":"why"}"""),
            new("check_claimed", new CheckClaimed("c1", Start), """{"passage":"c1","until":"2026-03-02T09:00:00+00:00"}"""),
            new("check_released", new CheckReleased("c1"), """{"passage":"c1"}"""),
            new("story_submitted", new StorySubmitted(), "{}"),
            new("changes_requested", new ChangesRequested("why"), """{"reason":"why"}"""),
            new(
                "story_approved",
                new StoryApproved(Print),
                """{"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a"}"""
            ),
            new(
                "story_approved",
                new StoryApproved(Print) { Desk = "city", Language = "en" },
                """{"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","desk":"city","language":"en"}"""
            ),
            new("approval_withdrawn", new ApprovalWithdrawn(null), "{}"),
            new("approval_withdrawn", new ApprovalWithdrawn("why"), """{"reason":"why"}"""),
            new("hold_placed", new HoldPlaced("h1", Role.Legal, "why"), """{"hold":"h1","role":"legal","reason":"why"}"""),
            new("hold_lifted", new HoldLifted("h1", null), """{"hold":"h1"}"""),
            new("hold_lifted", new HoldLifted("h1", "why"), """{"hold":"h1","reason":"why"}"""),
            new(
                "quotation_dismissed",
                new QuotationDismissed(ArticleField.Body, new TextRange(3, 9), "“so”", Print, "why", 1),
                """{"field":"body","range":{"start":3,"end":9},"words":"“so”","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","reason":"why","normaliser":1}"""
            ),
            new(
                "quotation_dismissed",
                new QuotationDismissed(ArticleField.Body, new TextRange(3, 11), "“*so*”", Print, "why", 1) { Phrase = "“so”" },
                """{"field":"body","range":{"start":3,"end":11},"words":"“*so*”","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","reason":"why","normaliser":1,"phrase":"“so”"}"""
            ),
            new("legal_review_requested", new LegalReviewRequested("why"), """{"reason":"why"}"""),
            new("embargo_set", new EmbargoSet(Start, null), """{"until":"2026-03-02T09:00:00+00:00"}"""),
            new("embargo_set", new EmbargoSet(Start, "why"), """{"until":"2026-03-02T09:00:00+00:00","reason":"why"}"""),
            new("embargo_lifted", new EmbargoLifted("why"), """{"reason":"why"}"""),
            new(
                "gate_waived",
                new GateWaived(Gate.ClaimsChecked, "c1", Print, "a", "why", 2),
                """{"gate":"claims-checked","subject":"c1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","words":"a","reason":"why","policy":2}"""
            ),
            new(
                "gate_waived",
                new GateWaived(Gate.ClaimsChecked, "headline", Print, "a", "why", 2) { WordsAlone = Print },
                """{"gate":"claims-checked","subject":"headline","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","words":"a","reason":"why","policy":2,"wordsAlone":"000000000000000000000000000000000000000000000000000000000000000a"}"""
            ),
            new(
                "publication_scheduled",
                new PublicationScheduled(Start, Print, null),
                """{"time":"2026-03-02T09:00:00+00:00","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a"}"""
            ),
            new(
                "publication_scheduled",
                new PublicationScheduled(Start, Print, EditionKind.Refile),
                """{"time":"2026-03-02T09:00:00+00:00","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","kind":"refile"}"""
            ),
            new(
                "schedule_cancelled",
                new ScheduleCancelled(5, Start, null),
                """{"schedule":5,"time":"2026-03-02T09:00:00+00:00"}"""
            ),
            new(
                "schedule_cancelled",
                new ScheduleCancelled(5, Start, "why"),
                """{"schedule":5,"time":"2026-03-02T09:00:00+00:00","reason":"why"}"""
            ),
            new(
                "scheduled_publication_failed",
                new ScheduledPublicationFailed(5, Start, "schedule-late", []),
                """{"schedule":5,"time":"2026-03-02T09:00:00+00:00","reason":"schedule-late","gates":[]}"""
            ),
            new(
                "scheduled_publication_failed",
                new ScheduledPublicationFailed(5, Start, "gates-failed", [new FailedGate(Gate.NoHolds, 2, ["hold"], ["h1", "h2"])]),
                """{"schedule":5,"time":"2026-03-02T09:00:00+00:00","reason":"gates-failed","gates":[{"gate":"no-holds","reasons":2,"codes":["hold"],"subjects":["h1","h2"]}]}"""
            ),
            new(
                "story_withheld",
                new StoryWithheld(2, Role.Publisher, "why"),
                """{"edition":2,"role":"publisher","reason":"why"}"""
            ),
            new("story_released", new StoryReleased(2, null), """{"edition":2}"""),
            new("story_released", new StoryReleased(2, "why"), """{"edition":2,"reason":"why"}"""),
            new(
                "story_retracted",
                new StoryRetracted(2, "why", "We have retracted this story."),
                """{"edition":2,"reason":"why","notice":"We have retracted this story."}"""
            ),
            new(
                "story_killed",
                new StoryKilled(2, Role.Legal, "why", "This story is no longer available."),
                """{"role":"legal","edition":2,"reason":"why","notice":"This story is no longer available."}"""
            ),
            new(
                "fact_check_published",
                new FactCheckPublished(
                    "c1",
                    Print,
                    "It cost 3 million.",
                    Verdict.Verified,
                    [4, 5],
                    "Ada Berg",
                    ClaimantKind.Person,
                    new FactCheckRating("True", 5, 5),
                    "It did.",
                    []
                ),
                """{"claim":"c1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","words":"It cost 3 million.","verdict":"verified","checks":[4,5],"claimant":"Ada Berg","claimantKind":"person","rating":{"name":"True","value":5,"best":5},"explanation":"It did.","evidence":[]}"""
            ),
            new(
                "fact_check_published",
                new FactCheckPublished(
                    "c1",
                    Print,
                    "It cost 3 million.",
                    Verdict.Wrong,
                    [4, 5],
                    "The council",
                    ClaimantKind.Organization,
                    new FactCheckRating("False", 1, 5),
                    "It did not.",
                    [
                        new PublicEvidence(EvidenceKind.Document, "Invoices")
                        {
                            Url = "https://example.org/",
                            Locator = "p. 4",
                            Source = new EvidencePlace(4, 0),
                        },
                        new PublicEvidence(EvidenceKind.Erased, "erased"),
                    ]
                )
                {
                    ClaimUrl = "https://example.org/council",
                    ClaimDate = new DateOnly(2026, 3, 1),
                },
                """{"claim":"c1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","words":"It cost 3 million.","verdict":"wrong","checks":[4,5],"claimant":"The council","claimantKind":"organization","rating":{"name":"False","value":1,"best":5},"explanation":"It did not.","evidence":[{"kind":"document","citation":"Invoices","url":"https://example.org/","locator":"p. 4","source":{"check":4,"piece":0}},{"kind":"erased","citation":"erased"}],"claimUrl":"https://example.org/council","claimDate":"2026-03-01"}"""
            ),
            new(
                "fact_check_withdrawn",
                new FactCheckWithdrawn("c1", Print, FactCheckEnd.Withdrawn, "why"),
                """{"claim":"c1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","cause":"withdrawn","reason":"why"}"""
            ),
            .. from cause in Enum.GetValues<FactCheckEnd>().Skip(1)
            select new StoredEvent(
                "fact_check_withdrawn",
                new FactCheckWithdrawn("c1", Print, cause, null),
                $$"""{"claim":"c1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","cause":"{{cause.ToKebabCase()}}"}"""
            ),
            new("story_spiked", new StorySpiked("why"), """{"reason":"why"}"""),
            new("story_spiked", new StorySpiked("why") { VoidsApprovals = true }, """{"reason":"why","voidsApprovals":true}"""),
            new("story_unspiked", new StoryUnspiked(null), "{}"),
            new("story_unspiked", new StoryUnspiked("why"), """{"reason":"why"}"""),
            new(
                "story_unspiked",
                new StoryUnspiked(null) { Origin = new Origin("jane@example.org@git", Start, "c0ffee", "Back") { Path = "a.md" } },
                """{"origin":{"by":"jane@example.org@git","at":"2026-03-02T09:00:00+00:00","commit":"c0ffee","message":"Back","path":"a.md"}}"""
            ),
            new("story_unspiked", new StoryUnspiked(null) { VoidsApprovals = true }, """{"voidsApprovals":true}"""),
            new("file_renamed", new FileRenamed("a.md", "b.md"), """{"from":"a.md","to":"b.md"}"""),
        ];
}
