using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Finds the step that moves a story on, where no gate has to be resolved before it.</summary>
public static class NextSteps
{
    /// <summary>
    /// Returns the next step: submission of a draft, publication of a ready story, for a spiked story its return, the release of a
    /// withheld one that has no hold, and the end of a schedule that failed. Empty while gates fail in review, for a draft that readers
    /// have, for a scheduled story, and for a retracted or killed one.
    /// </summary>
    public static ImmutableArray<GateWay> Of(Story story, StoryText text, ImmutableArray<GateResult> gates) =>
        ConfidentialWays.Restrict(story, Find(story, text, gates));

    private static ImmutableArray<GateWay> Find(Story story, StoryText text, ImmutableArray<GateResult> gates) =>
        story.Closed() switch
        {
            ClosedState.Spiked => [GateWay.By<StoryCommand.Unspike>()],
            null => [.. Releasing(story), .. Settling(story), .. WhileOpen(story, text, gates)],
            _ => [],
        };

    private static IEnumerable<GateWay> Releasing(Story story)
    {
        if (story.Publication.Withheld is not { } withheld || !story.Holds.IsEmpty)
        {
            return [];
        }

        var release = GateWay.By<StoryCommand.Release>();
        return [withheld.As == Role.Legal ? release with { Roles = [Role.Legal] } : release];
    }

    private static IEnumerable<GateWay> Settling(Story story) =>
        story.ScheduleFailed is null ? [] : [GateWay.By<StoryCommand.CancelSchedule>()];

    private static ImmutableArray<GateWay> WhileOpen(Story story, StoryText text, ImmutableArray<GateResult> gates) =>
        story.Stage switch
        {
            Stage.Drafting => story.IsPublishedAs(text.Article)
                ? []
                : [GateWay.By<StoryCommand.SubmitForReview>() with { OnlyBy = story.Authors }],
            _ when story.IsPublishedAs(text.Article) => [GateWay.By<StoryCommand.RequestChanges>()],
            _ when !GateList.IsReady(story, text, gates) => [],
            // The publication waits for its time, not for a person.
            _ when story.Schedule?.Fingerprint == story.Fingerprint => [],
            // Words that a correction replaced are published by a correction only.
            _ => [story.Corrected is null ? GateWay.By<StoryCommand.Publish>() : GateWay.By<StoryCommand.Correct>()],
        };
}
