using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public static partial class StorageContract
{
    private static StoredEvent[] Texts() =>
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
        ];
}
