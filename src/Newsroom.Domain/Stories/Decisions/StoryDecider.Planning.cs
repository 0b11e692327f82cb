using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides who works on stories, and until when.</summary>
public static partial class StoryDecider
{
    /// <summary>Assigns or unassigns the story.</summary>
    private static Decision<StoryEvent> Assign(Story story, Assign command, DecisionContext context)
    {
        if (RefuseAssignee(story, command.Assignee, context) is { } unknown)
        {
            return unknown;
        }

        if (command.Assignee != story.Assignee)
        {
            return context.Accept(new StoryAssigned(command.Assignee));
        }

        var detail = command.Assignee is null ? "The story has no assignee." : $"The story is already assigned to {command.Assignee}.";
        return Refusal.Rule("nothing-changed", detail);
    }

    /// <summary>Sets when the story is due, and its priority.</summary>
    private static Decision<StoryEvent> Plan(Story story, PlanStory command, DecisionContext context)
    {
        var (due, priority) = (command.Due?.ToUniversalTime(), command.Priority ?? Priority.Normal);
        return due == story.Due && priority == (story.Priority ?? Priority.Normal)
            ? Refusal.Rule("nothing-changed", "The story already has this due time and priority.")
            : context.Accept(new StoryPlanned(due, priority));
    }

    // The caller, and the author of a recent revision, may not be in the audit trail yet.
    private static Refusal? RefuseAssignee(Story story, string? assignee, DecisionContext context) =>
        context.Assignee switch
        {
            _ when assignee is null || assignee == context.Actor.Person || context.Assignee == PersonStatus.WorksHere => null,
            PersonStatus.WroteElsewhere => Refusal.Rule(
                "unknown-assignee",
                $"{assignee} wrote imported words and has no role here. An admin can describe this person with PUT /people.",
                "The assignee has no role here."
            ),
            _ when story.IsAuthor(assignee) => null,
            _ => Refusal.Rule(
                "unknown-assignee",
                $"There is no person \"{assignee}\": no admin described them, and they have not acted here. An admin can describe them "
                    + "with PUT /people.",
                "There is no such person."
            ),
        };
}
