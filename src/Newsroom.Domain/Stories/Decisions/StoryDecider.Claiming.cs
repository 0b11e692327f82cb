using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides claims of checks. A claim tells others who is checking a passage; any fact-checker can still check it.</summary>
public static partial class StoryDecider
{
    /// <summary>Claims the check of a passage, or extends the caller's claim.</summary>
    private static Decision<StoryEvent> ClaimCheck(Story story, StoryText text, ClaimCheck command, DecisionContext context)
    {
        if (story.PassageOf(command.Passage) is not { } passage)
        {
            return Refusal.NotFound("unknown-passage", $"The story has no passage \"{command.Passage}\".");
        }

        if (passage.IsOrphaned)
        {
            return Refusal.Rule("passage-orphaned", $"The words of {passage.Id} are no longer in the article, so they cannot be checked.");
        }

        if (RefuseOwnWords(text, passage, context) is { } ownWords)
        {
            return ownWords;
        }

        return passage.Checking is { } other && other.By != context.Actor.Person && other.IsInForce(context.Now)
            ? Refusal.Rule(
                "check-claimed",
                $"{{{other.By}}} claimed the check of {passage.Id} until {other.Until.UtcDateTime:yyyy-MM-dd HH:mm} UTC. You can still "
                    + "check it with fact-check."
            )
            : context.Accept(new CheckClaimed(passage.Id, context.Now + CheckClaim.Duration));
    }

    /// <summary>Releases the caller's claim.</summary>
    private static Decision<StoryEvent> ReleaseCheck(Story story, ReleaseCheck command, DecisionContext context)
    {
        if (story.PassageOf(command.Passage) is not { } passage)
        {
            return Refusal.NotFound("unknown-passage", $"The story has no passage \"{command.Passage}\".");
        }

        return passage.Checking is { } claim && claim.By == context.Actor.Person
            ? context.Accept(new CheckReleased(passage.Id))
            : Refusal.Rule("check-not-claimed", $"You have not claimed the check of {passage.Id}.");
    }
}
