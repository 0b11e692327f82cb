using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides spiking of stories.</summary>
public static partial class StoryDecider
{
    /// <summary>Spikes an unpublished story.</summary>
    private static Decision<StoryEvent> Spike(Story story, Spike command, DecisionContext context)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return Refusal.Rule("reason-required", "A reason is required: why the story is spiked.");
        }

        return story.Publication.Edition > 0
            ? RefuseSpikingPublished()
            : context.Accept([new StorySpiked(command.Reason) { VoidsApprovals = VoidsApprovals(story) }, .. EndOfSchedule(story)]);
    }

    private static Refusal RefuseSpikingPublished() =>
        Refusal.Rule("story-published", "The story is published. Only an unpublished story can be spiked.");

    /// <summary>Returns a spiked story to drafting.</summary>
    private static Decision<StoryEvent> Unspike(Story story, Unspike command, DecisionContext context) =>
        story.Stage != Stage.Spiked
            ? Refusal.Rule("not-spiked", "The story is not spiked.")
            : context.Accept(new StoryUnspiked(command.Reason) { VoidsApprovals = VoidsApprovals(story) });

    /// <summary>Returns true where there are approvals, or waivers of them, to void; null otherwise.</summary>
    private static bool? VoidsApprovals(Story story) =>
        story.Approvals.IsEmpty && story.Waivers.All(w => w.Gate != Gate.Approvals) ? null : true;
}
