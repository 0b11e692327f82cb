using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public static partial class StorageContract
{
    private static StoredEvent[] Workflow() =>
        [
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
