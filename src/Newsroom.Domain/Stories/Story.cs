using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>The state of a story that decisions need, folded from its events. The texts are in <see cref="StoryText"/>.</summary>
public sealed record Story
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

    /// <summary>Content that corrections replaced; null when there was none.</summary>
    public CorrectedContent? Corrected { get; init; }

    /// <summary>Waivers of gates.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>The first request for legal clearance; null when there is none.</summary>
    public LegalReview? LegalReview { get; init; }

    /// <summary>The embargo, also when it has passed; null when none is set.</summary>
    public Embargo? Embargo { get; init; }

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

    /// <summary>Returns whether it needs no work: its words are published, and it has no review, open note or hold.</summary>
    public bool IsAtRest() => Stage == Stage.Drafting && Publication.Fingerprint == Fingerprint && Notes.IsEmpty && Holds.IsEmpty;

    /// <summary>Returns whether a person drafted or revised the story.</summary>
    public bool IsAuthor(string person) => Authors.Contains(person);

    /// <summary>Folds an event.</summary>
    /// <exception cref="InvalidOperationException">The first event is not StoryDrafted.</exception>
    public static Story Evolve(Story? story, Guid id, StoryEvent happened, EventMetadata metadata) =>
        (
            happened is StoryDrafted drafted
                ? Draft(id, drafted, metadata)
                : Fold(story ?? throw new InvalidOperationException($"Story {id} has no beginning."), happened, metadata)
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
            StoryDescribed e => story with
            {
                Desk = e.Desk ?? story.Desk,
                Language = e.Language ?? story.Language,
                Slug = e.Slug ?? story.Slug,
                Fingerprint = e.Fingerprint,
                DesksLeft = e.LeftInReview is { } left ? [.. (story.DesksLeft ?? []).Remove(left), left] : story.DesksLeft,
                ApprovalsFrom = e.BindsApprovals == true ? metadata.Version : story.ApprovalsFrom,
            },
            ArticleRevised e => story with
            {
                Fingerprint = e.Fingerprint,
                Authors = story.Authors.AddRange(metadata.Authors.Distinct().Where(author => !story.IsAuthor(author))),
                Passages = [.. story.Passages.Select(p => Shift(p, e.Edits))],
            },
            PassageReworded e => story.With(
                e.Passage,
                p => p with { Range = e.Range ?? p.Range, Fingerprint = e.Fingerprint, WordedAt = metadata.At }
            ),
            PassageRestyled => story,
            PassageMoved e => story.With(e.Passage, p => Moved(p, e)),
            PassageOrphaned e => story.With(
                e.Passage,
                p =>
                    p with
                    {
                        OrphanedWords = e.Words,
                        OrphanedAttribution = e.Attribution,
                        Attribution = null,
                        CarriedFrom = Carried(p, e.Touched),
                    }
            ),
            CheckLapsed e => story.With(
                e.Passage,
                p => p with { Checks = [.. p.Checks.Select(c => c.Checker == e.Checker ? c with { Standing = false } : c)] }
            ),
            CheckReinstated e => story.With(
                e.Passage,
                p =>
                    p with
                    {
                        Checks =
                        [
                            .. p.Checks.Select(c =>
                                c.Checker == e.Checker && c.Fingerprint == p.Fingerprint ? c with { Standing = true } : c
                            ),
                        ],
                    }
            ),
            ApprovalLapsed e => story with { Approvals = [.. story.Approvals.Select(a => a.By == e.Approver ? Lapsed(a, e) : a)] },
            ApprovalReinstated e => story with
            {
                Approvals =
                [
                    .. story.Approvals.Select(a =>
                        a.By == e.Approver && a.IsOf(story.Fingerprint, story.Desk, story.Language) ? a with { Standing = true } : a
                    ),
                ],
            },
            QuoteAttributed e => story.Mark(Attributed(story, e, metadata)),
            ClaimFlagged e => story.Mark(
                new Passage(e.Claim, PassageKind.Claim, e.Field, e.Range, e.Fingerprint, [metadata.By]) { WordedAt = metadata.At }
            ),
            QuoteWithdrawn e => story.Unmark(e.Quote),
            ClaimWithdrawn e => story.Unmark(e.Claim),
            QuotationDismissed e => story with
            {
                Dismissals = story.Dismissals.RemoveAll(d => d.Fingerprint == e.Fingerprint).Add(Dismissed(e, metadata)),
            },
            FactChecked e => story.With(e.Passage, p => p with { Checks = Checked(p, e, metadata) }) with
            {
                Findings = story.PassageOf(e.Passage) is { } judged ? Finding.After(story.Findings, judged, e, metadata) : story.Findings,
                // A waiver for words without a check does not cover a later adverse verdict on them.
                Waivers =
                    e.Verdict == Verdict.Verified
                        ? story.Waivers
                        : story.Waivers.RemoveAll(w => w.Subject == e.Passage || (w.WordsAlone is { } alone && alone == e.WordsAlone)),
            },
            NoteAdded e => story with
            {
                Notes = story.Notes.Add(new Note(e.Note, metadata.By, e.Text, e.MustResolve, e.Passage, metadata.At)),
                Numbers = story.Numbers with { Notes = story.Numbers.Notes + 1 },
            },
            NoteResolved e => story with { Notes = story.Notes.RemoveAll(n => n.Id == e.Note) },
            StoryAssigned e => story with { Assignee = e.Assignee },
            StorySubmitted => story.Enter(Stage.InReview, metadata),
            ChangesRequested => story.Enter(Stage.Drafting, metadata).WithoutApprovals(),
            StoryApproved e => story with
            {
                Approvals = story
                    .Approvals.RemoveAll(a =>
                        a.By == metadata.By
                        && a.As == metadata.As
                        && a.Fingerprint == e.Fingerprint
                        && a.Desk == e.Desk
                        && a.Language == e.Language
                    )
                    .Add(
                        new Approval(metadata.By, metadata.As ?? Role.Editor, e.Fingerprint, metadata.Version, metadata.At, Standing: true)
                        {
                            Desk = e.Desk,
                            Language = e.Language,
                        }
                    ),
            },
            ApprovalWithdrawn => story with { Approvals = story.Approvals.RemoveAll(a => a.By == metadata.By) },
            HoldPlaced e => story with
            {
                Holds = story.Holds.Add(new Hold(e.Hold, e.Role, metadata.By, e.Reason, metadata.At)),
                Numbers = story.Numbers with { Holds = story.Numbers.Holds + 1 },
            },
            HoldLifted e => story with { Holds = story.Holds.RemoveAll(h => h.Id == e.Hold) },
            LegalReviewRequested e => story with { LegalReview = new LegalReview(metadata.By, e.Reason, metadata.At) },
            EmbargoSet e => story with { Embargo = new Embargo(e.Until, metadata.By, e.Reason, metadata.At) },
            EmbargoLifted => story with { Embargo = null },
            GateWaived e => story with
            {
                Waivers = story.Waivers.Add(
                    new Waiver(e.Gate, e.Subject, e.Fingerprint, metadata.By, e.Reason, metadata.At) { WordsAlone = e.WordsAlone }
                ),
            },
            EditionEvent e => (e is StoryCorrected corrected ? story.Correct(corrected) : story).Enter(Stage.Drafting, metadata) with
            {
                Publication = new Publication(PublicationStatus.Live, e.Edition, e.Fingerprint),
            },
            StorySpiked e => Voided(story.Enter(Stage.Spiked, metadata), e.VoidsApprovals),
            StoryUnspiked e => Voided(story.Enter(Stage.Drafting, metadata), e.VoidsApprovals),
            FileRenamed => story,
            _ => throw new InvalidOperationException($"A story cannot fold {happened.GetType().Name}."),
        };

    private static Passage Shift(Passage passage, ArticleEdits edits)
    {
        if (passage.IsOrphaned)
        {
            return passage;
        }

        var field = edits[passage.Field];
        return passage with
        {
            Range = field.Shift(passage.Range),
            Attribution = passage.Attribution is { } words && field.Shift(words) is { IsEmpty: false } shifted ? shifted : null,
        };
    }

    private static Passage Moved(Passage passage, PassageMoved e) =>
        passage with
        {
            Field = e.Field ?? passage.Field,
            Range = e.Range,
            Attribution = e.Attribution,
            OrphanedWords = null,
            OrphanedAttribution = null,
            CarriedFrom = Carried(passage, e.Touched),
        };

    private static Dismissal Dismissed(QuotationDismissed e, EventMetadata metadata) =>
        new(e.Fingerprint, metadata.By, e.Reason, metadata.At) { Field = e.Field, Phrase = DismissedPhrase.Read(e) };

    private static Approval Lapsed(Approval approval, ApprovalLapsed e) =>
        approval with
        {
            Standing = false,
            Desk = approval.Desk ?? e.Desk,
            Language = approval.Language ?? e.Language,
        };

    private static Story Voided(Story story, bool? voidsApprovals) => voidsApprovals == true ? story.WithoutApprovals() : story;

    private static ImmutableArray<string> Carried(Passage passage, ImmutableArray<string> touched) =>
        [.. passage.CarriedFrom.Union(touched)];

    private static Passage Attributed(Story story, QuoteAttributed e, EventMetadata metadata)
    {
        var quote =
            story.PassageOf(e.Quote)
            ?? new Passage(e.Quote, PassageKind.Quote, e.Field, e.Range, e.Fingerprint, []) { WordedAt = metadata.At };
        return quote with
        {
            Field = e.Field,
            Range = e.Range,
            Fingerprint = e.Fingerprint,
            Speaker = e.Speaker,
            Attribution = e.Attribution,
            OrphanedWords = null,
            OrphanedAttribution = null,
            WordedAt = quote.Fingerprint == e.Fingerprint ? quote.WordedAt : metadata.At,
            MarkedBy = quote.MarkedBy.Contains(metadata.By) ? quote.MarkedBy : quote.MarkedBy.Add(metadata.By),
        };
    }

    private static ImmutableArray<Check> Checked(Passage passage, FactChecked e, EventMetadata metadata) =>
        passage
            .Checks.RemoveAll(c => c.Checker == metadata.By && c.Fingerprint == e.Fingerprint)
            .Add(new Check(metadata.By, e.Fingerprint, e.Verdict, e.Reason, metadata.Version, metadata.At, Standing: true));

    private Story Mark(Passage passage)
    {
        if (PassageOf(passage.Id) is { } known)
        {
            return this with { Passages = Passages.Replace(known, passage) };
        }

        var numbers =
            passage.Kind == PassageKind.Quote ? Numbers with { Quotes = Numbers.Quotes + 1 } : Numbers with { Claims = Numbers.Claims + 1 };
        return this with { Passages = Passages.Add(passage), Numbers = numbers };
    }

    private Story Unmark(string passage) => this with { Passages = Passages.RemoveAll(p => p.Id == passage) };

    private Story With(string passage, Func<Passage, Passage> change) =>
        this with
        {
            Passages = [.. Passages.Select(p => p.Id == passage ? change(p) : p)],
        };

    private Story Enter(Stage stage, EventMetadata metadata) => this with { Stage = stage, StageSince = metadata.At, DesksLeft = null };

    private Story WithoutApprovals() => this with { Approvals = [], Waivers = Waivers.RemoveAll(w => w.Gate == Gate.Approvals) };

    /// <summary>Applies a correction. The words that it replaced were wrong, so their checks and approvals are never reinstated.</summary>
    private Story Correct(StoryCorrected e) =>
        this with
        {
            Passages =
            [
                .. Passages.Select(p =>
                    p with
                    {
                        Checks = p.Checks.RemoveAll(c => e.Replaced.Contains(new PassageFingerprint(p.Id, c.Fingerprint))),
                    }
                ),
            ],
            Approvals =
                e.Kind == EditionKind.Correction && Publication.Fingerprint is { } replaced && replaced != e.Fingerprint
                    ? Approvals.RemoveAll(a => a.Fingerprint == replaced)
                    : Approvals,
            Corrected = e.Kind == EditionKind.Correction ? CorrectedContent.After(Corrected, Publication.Fingerprint, e) : Corrected,
        };
}

/// <summary>The numbers assigned so far.</summary>
/// <param name="Quotes">The last quote's number.</param>
/// <param name="Claims">The last claim's number.</param>
/// <param name="Notes">The last note's number.</param>
/// <param name="Holds">The last hold's number.</param>
public readonly record struct Numbering(int Quotes, int Claims, int Notes, int Holds);
