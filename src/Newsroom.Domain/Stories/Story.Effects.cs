using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>The effects of events on the state.</summary>
public sealed partial record Story
{
    private Story ActedOn(string person) =>
        Confidential?.After(person) is { } after && after != Confidential ? this with { Confidential = after } : this;

    private Story Describe(StoryDescribed e, EventMetadata metadata) =>
        this with
        {
            Desk = e.Desk ?? Desk,
            Language = e.Language ?? Language,
            Slug = e.Slug ?? Slug,
            Genre = GenreAfter(e),
            Fingerprint = e.Fingerprint,
            DesksLeft = e.LeftInReview is { } left ? [.. (DesksLeft ?? []).Remove(left), left] : DesksLeft,
            ApprovalsFrom = e.BindsApprovals == true ? metadata.Version : ApprovalsFrom,
        };

    private Story Revise(ArticleRevised e, EventMetadata metadata) =>
        this with
        {
            Fingerprint = e.Fingerprint,
            Authors = Authors.AddRange(metadata.Authors.Distinct().Where(author => !IsAuthor(author))),
            Passages = [.. Passages.Select(p => Shift(p, e.Edits))],
        };

    private Story Reinstate(ApprovalReinstated e) =>
        this with
        {
            Approvals =
            [
                .. Approvals.Select(a => a.By == e.Approver && a.IsOf(Fingerprint, Desk, Language) ? a with { Standing = true } : a),
            ],
        };

    private Story Dismiss(QuotationDismissed e, EventMetadata metadata) =>
        this with
        {
            Dismissals = Dismissals.RemoveAll(d => d.Fingerprint == e.Fingerprint).Add(Dismissed(e, metadata)),
        };

    private Story Check(FactChecked e, EventMetadata metadata) =>
        With(e.Passage, p => p with { Checks = Checked(p, e, metadata), Checking = p.Checking?.By == metadata.By ? null : p.Checking }) with
        {
            FactChecksWithdrawn = WithdrawnExcept(e.Passage),
            Findings = PassageOf(e.Passage) is { } judged ? Finding.After(Findings, judged, e, metadata) : Findings,
            // A waiver for words without a check does not cover a later adverse verdict on them.
            Waivers =
                e.Verdict == Verdict.Verified
                    ? Waivers
                    : Waivers.RemoveAll(w => w.Subject == e.Passage || (w.WordsAlone is { } alone && alone == e.WordsAlone)),
        };

    private Story AddNote(NoteAdded e, EventMetadata metadata) =>
        this with
        {
            Notes = Notes.Add(new Note(e.Note, metadata.By, e.Text, e.MustResolve, e.Passage, metadata.At)),
            Numbers = Numbers with { Notes = Numbers.Notes + 1 },
        };

    private Story Approve(StoryApproved e, EventMetadata metadata) =>
        this with
        {
            Approvals = Approvals
                .RemoveAll(a =>
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
        };

    private Story PlaceHold(HoldPlaced e, EventMetadata metadata) =>
        this with
        {
            Holds = Holds.Add(new Hold(e.Hold, e.Role, metadata.By, e.Reason, metadata.At)),
            Numbers = Numbers with { Holds = Numbers.Holds + 1 },
        };

    private Story Publish(EditionEvent e, EventMetadata metadata) =>
        (e is StoryCorrected corrected ? Correct(corrected) : this).Unscheduled().Enter(Stage.Drafting, metadata) with
        {
            Publication = new Publication(PublicationStatus.Live, e.Edition, e.Fingerprint) { Claims = ClaimsOf(e) },
            PublishedDigest = Fingerprints.Digest(e.Article),
        };

    private Story WithPublication(PublicationStatus status, Withholding? withheld = null) =>
        this with
        {
            Publication = Publication with { Status = status, Withheld = withheld },
        };

    private Story TakeDown(PublicationStatus status, EventMetadata metadata) =>
        Unscheduled().WithPublication(status).Enter(Stage.Drafting, metadata) with
        {
            FactChecks = null,
            FactChecksWithdrawn = null,
        };

    private Story WithFactCheck(FactCheckPublished e, EventMetadata metadata) =>
        this with
        {
            FactChecks = [.. FactChecks ?? [], FactCheckOf(e, metadata)],
            FactChecksWithdrawn = WithdrawnExcept(e.Claim),
        };

    private Story WithoutFactCheck(FactCheckWithdrawn e) =>
        this with
        {
            FactChecks = (FactChecks ?? []).RemoveAll(f => f.Claim == e.Claim) is { IsEmpty: false } others ? others : null,
            FactChecksWithdrawn =
                e.Cause == FactCheckEnd.Withdrawn
                    ? [.. WithdrawnExcept(e.Claim) ?? [], new PassageFingerprint(e.Claim, e.Fingerprint)]
                    : FactChecksWithdrawn,
        };

    private ImmutableArray<PassageFingerprint>? WithdrawnExcept(string claim) =>
        (FactChecksWithdrawn ?? []).RemoveAll(withdrawn => withdrawn.Passage == claim) is { IsEmpty: false } others ? others : null;

    private Genre? GenreAfter(StoryDescribed e)
    {
        var genre = e.Genre ?? Genre;
        return genre == Stories.Genre.Report ? null : genre;
    }

    private ImmutableArray<PassageFingerprint>? ClaimsOf(EditionEvent e) =>
        e.Genre == Stories.Genre.FactCheck ? [.. e.Passages.Where(p => PassageOf(p.Passage)?.Kind == PassageKind.Claim)] : null;

    private static PublicFactCheck FactCheckOf(FactCheckPublished e, EventMetadata metadata) =>
        new(e.Claim, e.Fingerprint, e.Verdict, e.Rating, metadata.By, metadata.At, metadata.Version)
        {
            Sources = [.. e.Evidence.Select(piece => piece.Source?.Check).OfType<long>().Distinct()],
        };

    private Story Unscheduled() => this with { Schedule = null, ScheduleFailed = null };

    private static Passage Reworded(Passage passage, PassageReworded e, EventMetadata metadata) =>
        passage with
        {
            Range = e.Range ?? passage.Range,
            Fingerprint = e.Fingerprint,
            WordedAt = metadata.At,
        };

    private static Passage Orphaned(Passage passage, PassageOrphaned e) =>
        passage with
        {
            OrphanedWords = e.Words,
            OrphanedAttribution = e.Attribution,
            Attribution = null,
            CarriedFrom = Carried(passage, e.Touched),
        };

    private static ImmutableArray<Check> Lapsed(Passage passage, CheckLapsed e) =>
        [.. passage.Checks.Select(c => c.Checker == e.Checker ? c with { Standing = false } : c)];

    private static ImmutableArray<Check> Reinstated(Passage passage, CheckReinstated e) =>
        [.. passage.Checks.Select(c => c.Checker == e.Checker && c.Fingerprint == passage.Fingerprint ? c with { Standing = true } : c)];

    private static Passage Flagged(ClaimFlagged e, EventMetadata metadata) =>
        new(e.Claim, PassageKind.Claim, e.Field, e.Range, e.Fingerprint, [metadata.By]) { WordedAt = metadata.At };

    private static Waiver Waived(GateWaived e, EventMetadata metadata) =>
        new(e.Gate, e.Subject, e.Fingerprint, metadata.By, e.Reason, metadata.At) { WordsAlone = e.WordsAlone };

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

    private Story Enter(Stage stage, EventMetadata metadata) =>
        this with
        {
            Stage = stage,
            StageSince = metadata.At,
            DesksLeft = null,
            SentBack = null,
        };

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
