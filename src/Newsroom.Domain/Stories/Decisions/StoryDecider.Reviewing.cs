using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides review: notes, submission, requests for changes, approvals, holds, embargoes.</summary>
public static partial class StoryDecider
{
    /// <summary>Adds a note.</summary>
    private static Decision<StoryEvent> AddNote(Story story, AddNote command, DecisionContext context)
    {
        if (string.IsNullOrWhiteSpace(command.Text))
        {
            return Refusal.Rule("text-required", "The text of the note is required.");
        }

        if (command.Passage is { } passage && story.PassageOf(passage) is null)
        {
            return Refusal.NotFound("unknown-passage", $"The story has no passage \"{passage}\".");
        }

        return context.Accept(new NoteAdded($"n{story.Numbers.Notes + 1}", command.Text, command.MustResolve, command.Passage));
    }

    /// <summary>Resolves a note; one that must be resolved only by its writer or an editor.</summary>
    private static Decision<StoryEvent> ResolveNote(Story story, ResolveNote command, DecisionContext context)
    {
        if (story.Notes.FirstOrDefault(n => n.Id == command.Note) is not { } note)
        {
            return Refusal.NotFound("unknown-note", $"The story has no open note \"{command.Note}\".");
        }

        return note.MustResolve && note.By != context.Actor.Person && context.Role != Role.Editor
            ? Refusal.Forbidden("not-the-writer", $"Only the writer of {note.Id}, or an editor, can resolve it.")
            : context.Accept(new NoteResolved(note.Id));
    }

    /// <summary>Submits the story for review; only an author can.</summary>
    private static Decision<StoryEvent> Submit(Story story, DecisionContext context)
    {
        if (story.Stage != Stage.Drafting)
        {
            return Refusal.Rule("not-drafting", "The story is already in review.");
        }

        return story.IsAuthor(context.Actor.Person)
            ? context.Accept(new StorySubmitted())
            : Refusal.Forbidden("not-an-author", "Only an author of the story can submit it.");
    }

    /// <summary>Returns the story to drafting; earlier approvals become void.</summary>
    private static Decision<StoryEvent> RequestChanges(Story story, RequestChanges command, DecisionContext context)
    {
        if (NotInReview(story) is { } notNow)
        {
            return notNow;
        }

        return string.IsNullOrWhiteSpace(command.Reason)
            ? Refusal.Rule("reason-required", "A reason is required: what has to change.")
            : context.Accept(new ChangesRequested(command.Reason));
    }

    /// <summary>Approves the whole article; its drafter cannot. The approval covers what its giver did not touch.</summary>
    private static Decision<StoryEvent> Approve(Story story, StoryText text, Approve command, DecisionContext context)
    {
        if (NotInReview(story) is { } notNow)
        {
            return notNow;
        }

        if (story.Fingerprint != command.Fingerprint)
        {
            return new StaleFingerprintRefusal("the article", story.Fingerprint);
        }

        return (RefuseUnseen(story, command) ?? RefuseApprover(story, text, context)) is { } refusal
            ? refusal
            : context.Accept(new StoryApproved(story.Fingerprint) { Desk = story.Desk, Language = story.Language });
    }

    private static Refusal? RefuseApprover(Story story, StoryText text, DecisionContext context)
    {
        if (context.Actor.Person == story.Drafter)
        {
            return Refusal.Forbidden("author-approves", "You drafted this story; others have to approve it.");
        }

        if (text.IsAllOf(context.Actor.Person))
        {
            return Refusal.Forbidden("author-approves", "You wrote every word of the article; others have to approve it.");
        }

        return story.Approvals.Any(a => a.By == context.Actor.Person && a.Standing && a.As == context.Role)
            ? Refusal.Rule("already-approved", "You have already approved this article.")
            : null;
    }

    /// <summary>Withdraws the actor's approval.</summary>
    private static Decision<StoryEvent> WithdrawApproval(Story story, WithdrawApproval command, DecisionContext context) =>
        story.Approvals.Any(a => a.By == context.Actor.Person)
            ? context.Accept(new ApprovalWithdrawn(command.Reason))
            : Refusal.Rule("no-approval", "You have no approval to withdraw.");

    /// <summary>Places a hold, which blocks publication.</summary>
    private static Decision<StoryEvent> PlaceHold(Story story, PlaceHold command, DecisionContext context) =>
        string.IsNullOrWhiteSpace(command.Reason)
            ? Refusal.Rule("reason-required", "A reason is required: why the story is held.")
            : context.Accept(new HoldPlaced($"h{story.Numbers.Holds + 1}", context.Role, command.Reason));

    /// <summary>Lifts a hold; one by legal only as legal.</summary>
    private static Decision<StoryEvent> LiftHold(Story story, LiftHold command, DecisionContext context)
    {
        if (story.Holds.FirstOrDefault(h => h.Id == command.Hold) is not { } hold)
        {
            return Refusal.NotFound("unknown-hold", $"The story has no hold \"{command.Hold}\".");
        }

        return hold.Role == Role.Legal && context.Role != Role.Legal
            ? Refusal.Forbidden("hold-by-legal", $"{hold.Id} was placed by legal. Only legal can lift it.")
            : context.Accept(new HoldLifted(hold.Id, command.Reason));
    }

    /// <summary>Requests legal clearance before publication.</summary>
    private static Decision<StoryEvent> RequestLegalReview(Story story, RequestLegalReview command, DecisionContext context)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return Refusal.Rule("reason-required", "A reason is required: what legal should review.");
        }

        return story.LegalReview is { } review
            ? Refusal.Rule(
                "already-requested",
                $"{{{review.By}}} has already requested legal clearance. Legal clears the story with approve."
            )
            : context.Accept(new LegalReviewRequested(command.Reason));
    }

    /// <summary>Sets an embargo until a future instant.</summary>
    private static Decision<StoryEvent> SetEmbargo(Story story, SetEmbargo command, DecisionContext context)
    {
        if (command.Until <= context.Now)
        {
            return Refusal.Rule(
                "embargo-past",
                $"{command.Until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC is in the past. Accepted: a future time."
            );
        }

        return story.Embargo is { } set && set.Until == command.Until
            ? Refusal.Rule("nothing-changed", "The story already has this embargo.")
            : context.Accept(new EmbargoSet(command.Until.ToUniversalTime(), command.Reason));
    }

    /// <summary>Lifts the embargo.</summary>
    private static Decision<StoryEvent> LiftEmbargo(Story story, LiftEmbargo command, DecisionContext context) =>
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
