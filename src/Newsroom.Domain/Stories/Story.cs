using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>The state of a story that decisions need, folded from its events. The texts are in <see cref="StoryText"/>.</summary>
public sealed partial record Story
{
    /// <summary>The story's id, and its stream's.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number of events folded.</summary>
    public required long Version { get; init; }

    /// <summary>The desk it belongs to.</summary>
    public required string Desk { get; init; }

    /// <summary>BCP 47 tag of the language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>Cannot change after edition 1.</summary>
    public required string Slug { get; init; }

    /// <summary>The retracted or killed story for which it is a substitute; null where there is none.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>The story of which it is a translation; null where there is none.</summary>
    public Guid? TranslationOf { get; init; }

    /// <summary>The genre; null for a report.</summary>
    public Genre? Genre { get; init; }

    /// <summary>The stage of the working copy.</summary>
    public Stage Stage { get; init; }

    /// <summary>The published state.</summary>
    public Publication Publication { get; init; }

    /// <summary>SHA-256 over headline, standfirst, body, byline and dateline.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>The person who drafted it; does not change.</summary>
    public required string Drafter { get; init; }

    /// <summary>Everyone who drafted or revised it.</summary>
    public required ImmutableArray<string> Authors { get; init; }

    /// <summary>The assigned person; null when unassigned.</summary>
    public string? Assignee { get; init; }

    /// <summary>When the person was assigned; null when unassigned, and in states of earlier builds.</summary>
    public DateTimeOffset? AssignedAt { get; init; }

    /// <summary>When it is due; null where no time is set.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Its priority; null where none was set, which is normal.</summary>
    public Priority? Priority { get; init; }

    /// <summary>The request for changes that returned it to drafting; null once it left that stage, and where there was none.</summary>
    public ChangeRequest? SentBack { get; init; }

    /// <summary>Quotes and claims, in the order they were marked; withdrawn ones are gone.</summary>
    public ImmutableArray<Passage> Passages { get; init; } = [];

    /// <summary>Approvals since the last request for changes, current or lapsed.</summary>
    public ImmutableArray<Approval> Approvals { get; init; } = [];

    /// <summary>Holds not lifted.</summary>
    public ImmutableArray<Hold> Holds { get; init; } = [];

    /// <summary>Notes not resolved.</summary>
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>Dismissed quotations; each counts while the article has its words.</summary>
    public ImmutableArray<Dismissal> Dismissals { get; init; } = [];

    /// <summary>Words found wrong or disputed; null when there are none.</summary>
    public ImmutableArray<Finding>? Findings { get; init; }

    /// <summary>Desks it left during this review, whose policies bind it too; null when there are none.</summary>
    public ImmutableArray<string>? DesksLeft { get; init; }

    /// <summary>The version that last changed desk or language, which approvals must have seen; null when none did.</summary>
    public long? ApprovalsFrom { get; init; }

    /// <summary>
    /// The digest of the latest edition exactly as written; null when there is none, and in states of earlier builds.
    /// </summary>
    public string? PublishedDigest { get; init; }

    /// <summary>The verdicts that readers see on claims; null when there are none. A takedown ends them.</summary>
    public ImmutableArray<PublicFactCheck>? FactChecks { get; init; }

    /// <summary>
    /// The claims whose fact check a person withdrew, with their words then; null when there are none. A claim is left out once it is
    /// checked again, or has a public fact check.
    /// </summary>
    public ImmutableArray<PassageFingerprint>? FactChecksWithdrawn { get; init; }

    /// <summary>Content that corrections replaced; null when there was none.</summary>
    public CorrectedContent? Corrected { get; init; }

    /// <summary>Waivers of gates.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>The first request for legal clearance; null when there is none.</summary>
    public LegalReview? LegalReview { get; init; }

    /// <summary>The embargo, also when it has passed; null when none is set.</summary>
    public Embargo? Embargo { get; init; }

    /// <summary>The pending publication; null where none is scheduled.</summary>
    public PublicationSchedule? Schedule { get; init; }

    /// <summary>The last scheduled publication, where it failed and no later command settled it; null otherwise.</summary>
    public FailedSchedule? ScheduleFailed { get; init; }

    /// <summary>Its confidentiality; null where everyone on the staff may read it.</summary>
    public Confidentiality? Confidential { get; init; }

    /// <summary>The numbers of quotes, claims, notes and holds so far.</summary>
    public Numbering Numbers { get; init; }

    /// <summary>When it was drafted.</summary>
    public DateTimeOffset DraftedAt { get; init; }

    /// <summary>When it entered its stage.</summary>
    public DateTimeOffset StageSince { get; init; }

    /// <summary>When it last changed in any way.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Returns the passage with this id; null where there is none.</summary>
    public Passage? PassageOf(string id) => Passages.FirstOrDefault(p => p.Id == id);

    /// <summary>Returns the state in which it accepts only a few commands; null while it is open.</summary>
    public ClosedState? Closed() =>
        (Stage, Publication.Status) switch
        {
            (_, PublicationStatus.Killed) => ClosedState.Killed,
            (_, PublicationStatus.Retracted) => ClosedState.Retracted,
            (Stage.Spiked, _) => ClosedState.Spiked,
            _ => null,
        };

    /// <summary>
    /// Returns whether it needs no work: readers have its words, and it has no review, open note, hold, failed schedule or verdict to
    /// publish; or it was retracted or killed, and has no open note.
    /// </summary>
    public bool IsAtRest() =>
        Closed() is ClosedState.Retracted or ClosedState.Killed
            ? Notes.IsEmpty
            : Stage == Stage.Drafting
                && Publication.Status == PublicationStatus.Live
                && Publication.Fingerprint == Fingerprint
                && Notes.IsEmpty
                && Holds.IsEmpty
                && ScheduleFailed is null
                && !new FactCheckVerdicts(this).Awaited().Any();

    /// <summary>Returns whether readers have exactly this article.</summary>
    public bool IsPublishedAs(Article article) =>
        Publication.Fingerprint == Fingerprint && (PublishedDigest is null || PublishedDigest == Fingerprints.Digest(article));

    /// <summary>Returns whether a person drafted or revised the story.</summary>
    public bool IsAuthor(string person) => Authors.Contains(person);

    /// <summary>Folds an event.</summary>
    /// <exception cref="InvalidOperationException">The first event is not StoryDrafted.</exception>
    public static Story Evolve(Story? story, Guid id, StoryEvent happened, EventMetadata metadata) =>
        (
            happened is StoryDrafted drafted
                ? Draft(id, drafted, metadata)
                : Fold(story ?? throw new InvalidOperationException($"Story {id} has no beginning."), happened, metadata)
                    .ActedOn(metadata.By)
        ) with
        {
            Version = metadata.Version,
            ChangedAt = metadata.At,
        };

    private static Story Draft(Guid id, StoryDrafted e, EventMetadata metadata) =>
        new()
        {
            Id = id,
            Version = metadata.Version,
            Desk = e.Desk,
            Language = e.Language,
            Slug = e.Slug,
            Replaces = e.Replaces,
            TranslationOf = e.TranslationOf,
            Genre = e.Genre,
            Fingerprint = e.Fingerprint,
            Drafter = metadata.Authors[0],
            Authors = [.. metadata.Authors.Distinct()],
            DraftedAt = metadata.At,
            StageSince = metadata.At,
        };

    private static Story Fold(Story story, StoryEvent happened, EventMetadata metadata) =>
        happened switch
        {
            StoryDrafted => story,
            StoryDescribed e => story.Describe(e, metadata),
            ArticleRevised e => story.Revise(e, metadata),
            PassageReworded e => story.With(e.Passage, p => Reworded(p, e, metadata)),
            PassageRestyled => story,
            PassageMoved e => story.With(e.Passage, p => Moved(p, e)),
            PassageOrphaned e => story.With(e.Passage, p => Orphaned(p, e)),
            CheckLapsed e => story.With(e.Passage, p => p with { Checks = Lapsed(p, e) }),
            CheckReinstated e => story.With(e.Passage, p => p with { Checks = Reinstated(p, e) }),
            ApprovalLapsed e => story with { Approvals = [.. story.Approvals.Select(a => a.By == e.Approver ? Lapsed(a, e) : a)] },
            ApprovalReinstated e => story.Reinstate(e),
            QuoteAttributed e => story.Mark(Attributed(story, e, metadata)),
            ClaimFlagged e => story.Mark(Flagged(e, metadata)),
            QuoteWithdrawn e => story.Unmark(e.Quote),
            ClaimWithdrawn e => story.Unmark(e.Claim),
            QuotationDismissed e => story.Dismiss(e, metadata),
            FactChecked e => story.Check(e, metadata),
            NoteAdded e => story.AddNote(e, metadata),
            NoteResolved e => story with { Notes = story.Notes.RemoveAll(n => n.Id == e.Note) },
            StoryAssigned e => story with { Assignee = e.Assignee, AssignedAt = e.Assignee is null ? null : metadata.At },
            StoryPlanned e => story with { Due = e.Due, Priority = e.Priority },
            CheckClaimed e => story.With(e.Passage, p => p with { Checking = new CheckClaim(metadata.By, metadata.At, e.Until) }),
            CheckReleased e => story.With(e.Passage, p => p with { Checking = null }),
            StorySubmitted => story.Enter(Stage.InReview, metadata),
            ChangesRequested e => story.Enter(Stage.Drafting, metadata).WithoutApprovals() with
            {
                SentBack = new ChangeRequest(metadata.By, e.Reason, metadata.At),
            },
            StoryApproved e => story.Approve(e, metadata),
            ApprovalWithdrawn => story with { Approvals = story.Approvals.RemoveAll(a => a.By == metadata.By) },
            HoldPlaced e => story.PlaceHold(e, metadata),
            HoldLifted e => story with { Holds = story.Holds.RemoveAll(h => h.Id == e.Hold) },
            LegalReviewRequested e => story with { LegalReview = new LegalReview(metadata.By, e.Reason, metadata.At) },
            EmbargoSet e => story with { Embargo = new Embargo(e.Until, metadata.By, e.Reason, metadata.At) },
            EmbargoLifted => story with { Embargo = null },
            StoryMarkedConfidential e => story with
            {
                Confidential = new Confidentiality(e.Role, metadata.By, e.Reason, metadata.At, e.Readers, e.Acted),
            },
            ConfidentialityLifted => story with { Confidential = null },
            GateWaived e => story with { Waivers = story.Waivers.Add(Waived(e, metadata)) },
            StorySpiked e => Voided(story.Unscheduled().Enter(Stage.Spiked, metadata), e.VoidsApprovals),
            StoryUnspiked e => Voided(story.Enter(Stage.Drafting, metadata), e.VoidsApprovals),
            FileRenamed => story,
            _ => FoldPublication(story, happened, metadata),
        };

    private static Story FoldPublication(Story story, StoryEvent happened, EventMetadata metadata) =>
        happened switch
        {
            EditionEvent e => story.Publish(e, metadata),
            PublicationScheduled e => story.Unscheduled() with
            {
                Schedule = new PublicationSchedule(metadata.Version, e.Time, e.Fingerprint, metadata.By, metadata.At) { Kind = e.Kind },
            },
            ScheduleCancelled => story.Unscheduled(),
            ScheduledPublicationFailed e => story.Unscheduled() with
            {
                ScheduleFailed = new FailedSchedule(e.Schedule, e.Time, metadata.By, e.Reason, e.Gates, metadata.At),
            },
            StoryWithheld e => story.WithPublication(
                PublicationStatus.Withheld,
                new Withholding(e.Role, metadata.By, e.Reason, metadata.At)
            ),
            StoryReleased => story.WithPublication(PublicationStatus.Live),
            StoryRetracted => story.TakeDown(PublicationStatus.Retracted, metadata),
            StoryKilled => story.TakeDown(PublicationStatus.Killed, metadata),
            FactCheckPublished e => story.WithFactCheck(e, metadata),
            FactCheckWithdrawn e => story.WithoutFactCheck(e),
            _ => throw new InvalidOperationException($"A story cannot fold {happened.GetType().Name}."),
        };
}

/// <summary>The numbers assigned so far.</summary>
/// <param name="Quotes">The last quote's number.</param>
/// <param name="Claims">The last claim's number.</param>
/// <param name="Notes">The last note's number.</param>
/// <param name="Holds">The last hold's number.</param>
public readonly record struct Numbering(int Quotes, int Claims, int Notes, int Holds);
