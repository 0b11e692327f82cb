using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>An accepted command of a story. Every accepted decision of <see cref="Decisions.StoryDecider"/> is one.</summary>
/// <param name="As">The role in which the actor acted.</param>
/// <param name="Events">The events to append, in order; none where others have saved the same change.</param>
public sealed record AcceptedStoryCommand(Role As, ImmutableArray<StoryEvent> Events) : Decision<StoryEvent>.Accepted(Events)
{
    /// <summary>Gets the revisions by others that the command was merged with.</summary>
    public ImmutableArray<OtherRevision> MergedOver { get; init; } = [];
}
