using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Review: notes, submission, requests for changes, approvals, holds.</summary>
public static class Reviewing
{
    /// <summary>Somebody on the story leaves a note.</summary>
    public static Decision AddNote(Story story, AddNote command, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : string.IsNullOrWhiteSpace(command.Text) ? Refusal.Rule("text-required", "A note says something.")
        : command.Passage is { } passage && story.PassageOf(passage) is null
            ? Refusal.NotFound("unknown-passage", $"The story has no passage \"{passage}\".")
        : new Decision.Accepted(role, [new NoteAdded($"n{story.Numbers.Notes + 1}", command.Text, command.MustResolve, command.Passage)]);

    /// <summary>Somebody on the story settles a note; one that must be resolved, only its writer or an editor.</summary>
    public static Decision ResolveNote(Story story, ResolveNote command, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : story.Notes.FirstOrDefault(n => n.Id == command.Note) is not { } note
            ? Refusal.NotFound("unknown-note", $"The story has no open note \"{command.Note}\".")
        : note.MustResolve && note.By != actor.Person && role != Role.Editor
            ? Refusal.Forbidden("not-the-writer", $"{note.Id} must be resolved by who wrote it, or by an editor.")
        : new Decision.Accepted(role, [new NoteResolved(note.Id)]);

    /// <summary>An author hands the story to review.</summary>
    public static Decision Submit(Story story, SubmitForReview command, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : story.Stage != Stage.Drafting ? Refusal.Rule("not-drafting", "The story is in review already.")
        : !story.IsAuthor(actor.Person) ? Refusal.Forbidden("not-an-author", "A story is submitted by somebody who wrote it.")
        : new Decision.Accepted(role, [new StorySubmitted()]);

    /// <summary>An editor sends the story back; approvals given before never come back.</summary>
    public static Decision RequestChanges(Story story, RequestChanges command, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : NotInReview(story) is { } notNow ? notNow
        : string.IsNullOrWhiteSpace(command.Reason) ? Refusal.Rule("reason-required", "Say what has to change.")
        : new Decision.Accepted(role, [new ChangesRequested(command.Reason)]);

    /// <summary>Somebody who did not draft the story stands behind the whole article as it is. Their approval covers what they did not touch.</summary>
    public static Decision Approve(Story story, StoryText text, Approve command, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : NotInReview(story) is { } notNow ? notNow
        : story.Fingerprint != command.Fingerprint ? new StaleFingerprintRefusal("the article", story.Fingerprint)
        : RefuseUnseen(story, command) is { } unseen ? unseen
        : actor.Person == story.Drafter ? Refusal.Forbidden("author-approves", "You drafted this story; others have to approve it.")
        : text.IsAllOf(actor.Person)
            ? Refusal.Forbidden("author-approves", "There are no words here that you did not write; others have to approve them.")
        : story.Approvals.Any(a => a.By == actor.Person && a.Standing && a.As == role)
            ? Refusal.Rule("already-approved", "You have approved this article already.")
        : new Decision.Accepted(role, [new StoryApproved(story.Fingerprint) { Desk = story.Desk, Language = story.Language }]);

    /// <summary>Who approved stands behind the article no longer.</summary>
    public static Decision WithdrawApproval(Story story, WithdrawApproval command, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : story.Approvals.Any(a => a.By == actor.Person) ? new Decision.Accepted(role, [new ApprovalWithdrawn(command.Reason)])
        : Refusal.Rule("no-approval", "You have given no approval that could be withdrawn.");

    /// <summary>Nothing publishes until this is lifted.</summary>
    public static Decision PlaceHold(Story story, PlaceHold command, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : string.IsNullOrWhiteSpace(command.Reason) ? Refusal.Rule("reason-required", "Say why the story is held.")
        : new Decision.Accepted(role, [new HoldPlaced($"h{story.Numbers.Holds + 1}", role, command.Reason)]);

    /// <summary>A hold is lifted; one by legal, by legal only.</summary>
    public static Decision LiftHold(Story story, LiftHold command, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : story.Holds.FirstOrDefault(h => h.Id == command.Hold) is not { } hold
            ? Refusal.NotFound("unknown-hold", $"No hold \"{command.Hold}\" stands on the story.")
        : hold.Role == Role.Legal && role != Role.Legal
            ? Refusal.Forbidden("hold-by-legal", $"{hold.Id} was placed by legal; legal lifts it.")
        : new Decision.Accepted(role, [new HoldLifted(hold.Id, command.Reason)]);

    /// <summary>Somebody on the story wants legal to clear it before it is published.</summary>
    public static Decision RequestLegalReview(Story story, RequestLegalReview command, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : string.IsNullOrWhiteSpace(command.Reason) ? Refusal.Rule("reason-required", "Say what legal should look at.")
        : story.LegalReview is { } review
            ? Refusal.Rule(
                "already-requested",
                $"{{{review.By}}} has asked legal to clear the story already. Legal clears it with approve."
            )
        : new Decision.Accepted(role, [new LegalReviewRequested(command.Reason)]);

    /// <summary>Nothing publishes before an instant to come.</summary>
    /// <param name="story">The story.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="now">When.</param>
    public static Decision SetEmbargo(Story story, SetEmbargo command, Actor actor, DateTimeOffset now) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : command.Until <= now
            ? Refusal.Rule("embargo-past", $"{command.Until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC is past; an embargo ends in the future.")
        : story.Embargo is { } set && set.Until == command.Until
            ? Refusal.Rule("nothing-changed", "The story is under embargo until then already.")
        : new Decision.Accepted(role, [new EmbargoSet(command.Until.ToUniversalTime(), command.Reason)]);

    /// <summary>The story waits no more.</summary>
    public static Decision LiftEmbargo(Story story, LiftEmbargo command, Actor actor) =>
        !CommandGuard.Admits(story, command, actor, out var role, out var refusal) ? refusal
        : story.Embargo is null ? Refusal.Rule("no-embargo", "The story is under no embargo.")
        : new Decision.Accepted(role, [new EmbargoLifted(command.Reason)]);

    // The fingerprint covers the words alone; desk and language decide which policy and which quotation marks they are judged by.
    private static Refusal? RefuseUnseen(Story story, Approve command)
    {
        var filed = $"The story is on desk {story.Desk} in language {story.Language} since version {story.ApprovalsFrom}";
        return command.BasedOn switch
        {
            { } seen when seen < 1 || seen > story.Version => Refusal.StaleVersion(seen, story.Version),
            { } seen when seen < story.ApprovalsFrom => new Refusal(
                RefusalKind.Stale,
                "stale-description",
                $"{filed}, and you read version {seen}. Read it again and decide anew."
            )
            {
                CurrentVersion = story.Version,
            },
            null when story.ApprovalsFrom is not null => new Refusal(
                RefusalKind.BasisMissing,
                "version-required",
                $"{filed}. Say which version you read: send If-Match: \"v{story.Version}\" if that is the one."
            )
            {
                CurrentVersion = story.Version,
            },
            _ => null,
        };
    }

    private static Refusal? NotInReview(Story story) =>
        story.Stage == Stage.InReview ? null : Refusal.Rule("not-in-review", "The story is not in review; its author submits it first.");
}
