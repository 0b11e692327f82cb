using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides review: notes, submission, requests for changes, approvals, holds, embargoes.</summary>
public static partial class StoryDecider
{
    /// <summary>Adds a note.</summary>
    private static Decision AddNote(Story story, AddNote command, DecisionContext context) =>
        string.IsNullOrWhiteSpace(command.Text) ? Refusal.Rule("text-required", "The text of the note is required.")
        : command.Passage is { } passage && story.PassageOf(passage) is null
            ? Refusal.NotFound("unknown-passage", $"The story has no passage \"{passage}\".")
        : context.Accept(new NoteAdded($"n{story.Numbers.Notes + 1}", command.Text, command.MustResolve, command.Passage));

    /// <summary>Resolves a note; one that must be resolved only by its writer or an editor.</summary>
    private static Decision ResolveNote(Story story, ResolveNote command, DecisionContext context) =>
        story.Notes.FirstOrDefault(n => n.Id == command.Note) is not { } note
            ? Refusal.NotFound("unknown-note", $"The story has no open note \"{command.Note}\".")
        : note.MustResolve && note.By != context.Actor.Person && context.Role != Role.Editor
            ? Refusal.Forbidden("not-the-writer", $"Only the writer of {note.Id}, or an editor, can resolve it.")
        : context.Accept(new NoteResolved(note.Id));

    /// <summary>Submits the story for review; only an author can.</summary>
    private static Decision Submit(Story story, DecisionContext context) =>
        story.Stage != Stage.Drafting ? Refusal.Rule("not-drafting", "The story is already in review.")
        : !story.IsAuthor(context.Actor.Person) ? Refusal.Forbidden("not-an-author", "Only an author of the story can submit it.")
        : context.Accept(new StorySubmitted());

    /// <summary>Returns the story to drafting; earlier approvals become void.</summary>
    private static Decision RequestChanges(Story story, RequestChanges command, DecisionContext context) =>
        NotInReview(story) is { } notNow ? notNow
        : string.IsNullOrWhiteSpace(command.Reason) ? Refusal.Rule("reason-required", "A reason is required: what has to change.")
        : context.Accept(new ChangesRequested(command.Reason));

    /// <summary>Approves the whole article; its drafter cannot. The approval covers what its giver did not touch.</summary>
    private static Decision Approve(Story story, StoryText text, Approve command, DecisionContext context) =>
        NotInReview(story) is { } notNow ? notNow
        : story.Fingerprint != command.Fingerprint ? new StaleFingerprintRefusal("the article", story.Fingerprint)
        : RefuseUnseen(story, command) is { } unseen ? unseen
        : context.Actor.Person == story.Drafter ? Refusal.Forbidden("author-approves", "You drafted this story; others have to approve it.")
        : text.IsAllOf(context.Actor.Person)
            ? Refusal.Forbidden("author-approves", "You wrote every word of the article; others have to approve it.")
        : story.Approvals.Any(a => a.By == context.Actor.Person && a.Standing && a.As == context.Role)
            ? Refusal.Rule("already-approved", "You have already approved this article.")
        : context.Accept(new StoryApproved(story.Fingerprint) { Desk = story.Desk, Language = story.Language });

    /// <summary>Withdraws the actor's approval.</summary>
    private static Decision WithdrawApproval(Story story, WithdrawApproval command, DecisionContext context) =>
        story.Approvals.Any(a => a.By == context.Actor.Person)
            ? context.Accept(new ApprovalWithdrawn(command.Reason))
            : Refusal.Rule("no-approval", "You have no approval to withdraw.");

    /// <summary>Places a hold, which blocks publication.</summary>
    private static Decision PlaceHold(Story story, PlaceHold command, DecisionContext context) =>
        string.IsNullOrWhiteSpace(command.Reason)
            ? Refusal.Rule("reason-required", "A reason is required: why the story is held.")
            : context.Accept(new HoldPlaced($"h{story.Numbers.Holds + 1}", context.Role, command.Reason));

    /// <summary>Lifts a hold; one by legal only as legal.</summary>
    private static Decision LiftHold(Story story, LiftHold command, DecisionContext context) =>
        story.Holds.FirstOrDefault(h => h.Id == command.Hold) is not { } hold
            ? Refusal.NotFound("unknown-hold", $"The story has no hold \"{command.Hold}\".")
        : hold.Role == Role.Legal && context.Role != Role.Legal
            ? Refusal.Forbidden("hold-by-legal", $"{hold.Id} was placed by legal. Only legal can lift it.")
        : context.Accept(new HoldLifted(hold.Id, command.Reason));

    /// <summary>Requests legal clearance before publication.</summary>
    private static Decision RequestLegalReview(Story story, RequestLegalReview command, DecisionContext context) =>
        string.IsNullOrWhiteSpace(command.Reason) ? Refusal.Rule("reason-required", "A reason is required: what legal should review.")
        : story.LegalReview is { } review
            ? Refusal.Rule(
                "already-requested",
                $"{{{review.By}}} has already requested legal clearance. Legal clears the story with approve."
            )
        : context.Accept(new LegalReviewRequested(command.Reason));

    /// <summary>Sets an embargo until a future instant.</summary>
    private static Decision SetEmbargo(Story story, SetEmbargo command, DecisionContext context) =>
        command.Until <= context.Now
            ? Refusal.Rule("embargo-past", $"{command.Until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC is in the past. Accepted: a future time.")
        : story.Embargo is { } set && set.Until == command.Until ? Refusal.Rule("nothing-changed", "The story already has this embargo.")
        : context.Accept(new EmbargoSet(command.Until.ToUniversalTime(), command.Reason));

    /// <summary>Lifts the embargo.</summary>
    private static Decision LiftEmbargo(Story story, LiftEmbargo command, DecisionContext context) =>
        story.Embargo is null ? Refusal.Rule("no-embargo", "The story has no embargo.") : context.Accept(new EmbargoLifted(command.Reason));

    // The fingerprint covers the words only. Desk and language select the policy and the quotation marks that apply to them.
    private static Refusal? RefuseUnseen(Story story, Approve command)
    {
        var filed = $"The story is on desk {story.Desk} in language {story.Language} since version {story.ApprovalsFrom}";
        return command.BasedOn switch
        {
            { } seen when seen < 1 || seen > story.Version => Refusal.StaleVersion(seen, story.Version),
            { } seen when seen < story.ApprovalsFrom => new Refusal(
                RefusalKind.Stale,
                "stale-description",
                $"{filed}, but you read version {seen}. Read the story again and retry."
            )
            {
                CurrentVersion = story.Version,
            },
            null when story.ApprovalsFrom is not null => new Refusal(
                RefusalKind.BasisMissing,
                "version-required",
                $"{filed}. The version that you read is required: send If-Match: \"v{story.Version}\" if that is the one."
            )
            {
                CurrentVersion = story.Version,
            },
            _ => null,
        };
    }

    private static Refusal? NotInReview(Story story) =>
        story.Stage == Stage.InReview ? null : Refusal.Rule("not-in-review", "The story is not in review. An author must submit it first.");
}
