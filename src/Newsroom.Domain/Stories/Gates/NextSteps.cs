using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Finds the step that moves a story on, where no gate has to be resolved before it.</summary>
public static class NextSteps
{
    /// <summary>
    /// Returns the next step: submission of a draft, publication of a ready story, and for a spiked story its return. Empty while gates
    /// fail in review, and for a draft that readers have.
    /// </summary>
    public static ImmutableArray<GateWay> Of(Story story, StoryText text, ImmutableArray<GateResult> gates) =>
        ConfidentialWays.Restrict(story, Find(story, text, gates));

    private static ImmutableArray<GateWay> Find(Story story, StoryText text, ImmutableArray<GateResult> gates) =>
        story.Stage switch
        {
            Stage.Spiked => [GateWay.By<StoryCommand.Unspike>()],
            Stage.Drafting => story.IsPublishedAs(text.Article)
                ? []
                : [GateWay.By<StoryCommand.SubmitForReview>() with { OnlyBy = story.Authors }],
            _ when story.IsPublishedAs(text.Article) => [GateWay.By<StoryCommand.RequestChanges>()],
            _ when !GateList.IsReady(story, text, gates) => [],
            // Words that a correction replaced are published by a correction only.
            _ => [story.Corrected is null ? GateWay.By<StoryCommand.Publish>() : GateWay.By<StoryCommand.Correct>()],
        };
}
