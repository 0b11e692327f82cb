using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>The outcome of a story command: events to append, all or none, or a refusal.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>The command is accepted.</summary>
    /// <param name="As">The role in which the actor acted.</param>
    /// <param name="Events">The events to append, in order; none where others have saved the same change.</param>
    public sealed record Accepted(Role As, ImmutableArray<StoryEvent> Events) : Decision
    {
        /// <summary>Gets the revisions by others that the command was merged with.</summary>
        public ImmutableArray<OtherRevision> MergedOver { get; init; } = [];
    }

    /// <summary>The command is refused; nothing changes.</summary>
    public sealed record Refused(Refusal Refusal) : Decision;

    /// <summary>Returns the refusal as a decision.</summary>
    public static implicit operator Decision(Refusal refusal) => new Refused(refusal);
}
