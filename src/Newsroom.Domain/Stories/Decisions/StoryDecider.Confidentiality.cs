using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides the confidentiality of stories.</summary>
public static partial class StoryDecider
{
    /// <summary>Makes a story confidential, or changes who is admitted to it. What legal marked, only legal changes.</summary>
    private static Decision<StoryEvent> MarkConfidential(Story story, MarkConfidential command, DecisionContext context)
    {
        if (RefuseConfidentiality(story, command.Reason, "why the story is confidential", context) is { } refusal)
        {
            return refusal;
        }

        var readers = command.Readers.IsDefault ? [] : command.Readers.Distinct().ToImmutableArray();
        if (readers.FirstOrDefault(r => context.UnknownReaders.Contains(r) && r != context.Actor.Person && !story.IsAuthor(r)) is { } who)
        {
            return Refusal.Rule(
                "unknown-reader",
                $"There is no person \"{who}\": no admin described them with a role, and they have not acted here. An admin can describe "
                    + "them with PUT /people.",
                "There is no such person."
            );
        }

        return story.Confidential is { } now && now.Role == context.Role && now.Readers.ToHashSet().SetEquals(readers)
            ? Refusal.Rule("nothing-changed", "The story is already confidential, with these readers.")
            : context.Accept(new StoryMarkedConfidential(context.Role, command.Reason, readers, context.Acted));
    }

    /// <summary>Makes a story readable by everyone on the staff.</summary>
    private static Decision<StoryEvent> LiftConfidentiality(Story story, LiftConfidentiality command, DecisionContext context)
    {
        if (RefuseConfidentiality(story, command.Reason, "why the story need not be confidential", context) is { } refusal)
        {
            return refusal;
        }

        return story.Confidential is null
            ? Refusal.Rule("not-confidential", "The story is not confidential.")
            : context.Accept(new ConfidentialityLifted(command.Reason));
    }

    private static Refusal? RefuseConfidentiality(Story story, string reason, string why, DecisionContext context)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Rule("reason-required", $"A reason is required: {why}.");
        }

        return story.Confidential?.Role == Role.Legal && context.Role != Role.Legal
            ? Refusal.Forbidden("confidential-by-legal", "Legal marked the story confidential. Only legal can change or lift that.")
            : null;
    }
}
