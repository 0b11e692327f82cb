using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides takedowns of published stories: withholding, release, retraction and kill.</summary>
public static partial class StoryDecider
{
    /// <summary>Hides the live edition from readers. Legal may withhold what another role withheld; then only legal releases it.</summary>
    private static Decision<StoryEvent> Withhold(Story story, Withhold command, DecisionContext context)
    {
        var isWithheld = story.Publication.Withheld is { } withheld && (withheld.As == Role.Legal || context.Role != Role.Legal);
        if (isWithheld)
        {
            return Refusal.Rule("already-withheld", $"Edition {story.Publication.Edition} is already withheld.");
        }

        if (story.Publication.Status is not (PublicationStatus.Live or PublicationStatus.Withheld))
        {
            return NotPublished("withhold");
        }

        return string.IsNullOrWhiteSpace(command.Reason)
            ? Refusal.Rule("reason-required", "A reason is required: why readers may not see the story.")
            : context.Accept(new StoryWithheld(story.Publication.Edition, context.Role, command.Reason));
    }

    /// <summary>Shows the withheld edition again; one that legal withheld only as legal, and none while the story has a hold.</summary>
    private static Decision<StoryEvent> Release(Story story, Release command, DecisionContext context)
    {
        if (story.Publication.Status != PublicationStatus.Withheld)
        {
            return Refusal.Rule("not-withheld", "The story is not withheld.");
        }

        if (story.Publication.Withheld?.As == Role.Legal && context.Role != Role.Legal)
        {
            return Refusal.Forbidden("withheld-by-legal", "Legal withheld the story. Only legal can release it.");
        }

        return story.Holds.IsEmpty
            ? context.Accept(new StoryReleased(story.Publication.Edition, command.Reason))
            : Refusal.Rule("held", $"The story has {string.Join(", ", story.Holds.Select(h => h.Id))}. Lift every hold first.");
    }

    /// <summary>Retracts the story; not one that legal withheld, because readers would see its headline and notices again.</summary>
    private static Decision<StoryEvent> Retract(Story story, Retract command, DecisionContext context) =>
        (RefuseWithheldByLegal(story) ?? RefuseTakedown(story, "retract", command.Reason, command.Notice)) is { } refusal
            ? refusal
            : context.Accept([new StoryRetracted(story.Publication.Edition, command.Reason, command.Notice), .. EndOfSchedule(story)]);

    /// <summary>Kills the story, also a retracted one.</summary>
    private static Decision<StoryEvent> Kill(Story story, Kill command, DecisionContext context) =>
        RefuseTakedown(story, "kill", command.Reason, command.Notice) is { } refusal
            ? refusal
            : context.Accept([
                new StoryKilled(story.Publication.Edition, context.Role, command.Reason, command.Notice),
                .. EndOfSchedule(story),
            ]);

    private static Refusal? RefuseWithheldByLegal(Story story) =>
        story.Publication.Withheld?.As == Role.Legal
            ? Refusal.Forbidden(
                "withheld-by-legal",
                "Legal withheld the story. A retraction would show its headline again. Legal can release it first; kill removes it."
            )
            : null;

    private static Refusal? RefuseTakedown(Story story, string command, string reason, string notice)
    {
        if (story.Publication.Edition == 0)
        {
            return NotPublished(command);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Rule("reason-required", "A reason is required: why the story is taken from readers. Staff see it.");
        }

        return string.IsNullOrWhiteSpace(notice)
            ? Refusal.Rule("notice-required", "A notice to readers is required: what they see in place of the article.")
            : null;
    }

    private static Refusal NotPublished(string command) =>
        Refusal.Rule("not-published", $"The story was never published, so there is nothing to {command}. Use spike.");

    /// <summary>Refuses a further edition of a withheld story: it would show the story to readers again.</summary>
    private static Refusal? RefuseWithheld(Story story) =>
        story.Publication.Status == PublicationStatus.Withheld
            ? Refusal.Rule(
                "story-withheld",
                $"Edition {story.Publication.Edition} is withheld. Release it before a further edition is published."
            )
            : null;
}
