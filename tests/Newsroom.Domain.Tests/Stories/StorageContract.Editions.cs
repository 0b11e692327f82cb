using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public static partial class StorageContract
{
    private static StoredEvent[] Editions() =>
        [
            new(
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
            new(
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
            new(
                "story_published",
                new StoryPublished(1, EditionKind.First, "bridge", "city", "en", Article, Print, [], 1, [])
                {
                    Schedule = 5,
                    Replaces = Linked,
                    TranslationOf = Linked,
                    Genre = Genre.FactCheck,
                },
                """{"schedule":5,"edition":1,"kind":"first","slug":"bridge","desk":"city","language":"en","article":{"headline":"Bridge","standfirst":"It falls.","body":"It *fell*.","byline":"By Rita Moe","dateline":"HARBOUR"},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","passages":[],"policy":1,"gates":[],"replaces":"0198c0de-0000-7000-8000-000000000002","translationOf":"0198c0de-0000-7000-8000-000000000002","genre":"fact-check"}"""
            ),
            new(
                "story_corrected",
                new StoryCorrected(2, EditionKind.EditorsNote, "bridge", "city", "en", Article, Print, [], 1, [])
                {
                    Note = "a",
                    Changed = new ArticleEdits([], [], [new TextEdit(1, "b", "c")]),
                    Replaced = [new PassageFingerprint("q1", Print)],
                },
                """{"note":"a","changed":{"headline":[],"standfirst":[],"body":[{"at":1,"remove":"b","insert":"c"}]},"replaced":[{"passage":"q1","fingerprint":"000000000000000000000000000000000000000000000000000000000000000a"}],"edition":2,"kind":"editors-note","slug":"bridge","desk":"city","language":"en","article":{"headline":"Bridge","standfirst":"It falls.","body":"It *fell*.","byline":"By Rita Moe","dateline":"HARBOUR"},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","passages":[],"policy":1,"gates":[]}"""
            ),
            new(
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
            new(
                "story_corrected",
                new StoryCorrected(3, EditionKind.Correction, "bridge", "city", "en", Article, Print, [], 1, [])
                {
                    Note = "a",
                    Changed = new ArticleEdits([], [], []),
                    ReplacedWords = [new ReplacedWords("It Fell", true) { Cased = 1 }],
                },
                """{"note":"a","changed":{"headline":[],"standfirst":[],"body":[]},"replaced":[],"replacedWords":[{"words":"It Fell","isSentence":true,"cased":1}],"edition":3,"kind":"correction","slug":"bridge","desk":"city","language":"en","article":{"headline":"Bridge","standfirst":"It falls.","body":"It *fell*.","byline":"By Rita Moe","dateline":"HARBOUR"},"fingerprint":"000000000000000000000000000000000000000000000000000000000000000a","passages":[],"policy":1,"gates":[]}"""
            ),
        ];
}
