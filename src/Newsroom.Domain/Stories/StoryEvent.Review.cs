using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <content>Events of notes, assignment, review, approval and readers.</content>
public abstract partial record StoryEvent
{
    /// <summary>An approval no longer has the article's current fingerprint.</summary>
    public sealed record ApprovalLapsed(string Approver, int Normaliser) : StoryEvent
    {
        /// <summary>The approved desk, for an approval stored without one; null otherwise.</summary>
        public string? Desk { get; init; }

        /// <summary>The approved language, for an approval stored without one; null otherwise.</summary>
        public string? Language { get; init; }
    }

    /// <summary>The fingerprint of a lapsed approval is current again.</summary>
    public sealed record ApprovalReinstated(string Approver, int Normaliser) : StoryEvent;

    /// <summary>A note was added.</summary>
    public sealed record NoteAdded(string Note, string Text, bool MustResolve, string? Passage) : StoryEvent;

    /// <summary>A note was resolved.</summary>
    public sealed record NoteResolved(string Note) : StoryEvent;

    /// <summary>The story was assigned; unassigned where the assignee is null.</summary>
    public sealed record StoryAssigned(string? Assignee) : StoryEvent;

    /// <summary>The plan of a story was set: when it is due, null for no time, and its priority.</summary>
    public sealed record StoryPlanned(DateTimeOffset? Due, Priority Priority) : StoryEvent;

    /// <summary>An author submitted the story for review.</summary>
    public sealed record StorySubmitted : StoryEvent;

    /// <summary>An editor requested changes; earlier approvals are void.</summary>
    public sealed record ChangesRequested(string Reason) : StoryEvent;

    /// <summary>The whole article was approved.</summary>
    public sealed record StoryApproved(Fingerprint Fingerprint) : StoryEvent
    {
        /// <summary>The approved desk; null in events of earlier builds.</summary>
        public string? Desk { get; init; }

        /// <summary>The approved language; null in events of earlier builds.</summary>
        public string? Language { get; init; }
    }

    /// <summary>An approval was withdrawn by its giver.</summary>
    public sealed record ApprovalWithdrawn(string? Reason) : StoryEvent;

    /// <summary>Legal clearance was requested before publication.</summary>
    public sealed record LegalReviewRequested(string Reason) : StoryEvent;

    /// <summary>A story was made confidential, or other readers were admitted.</summary>
    /// <param name="Role">The role in which the person acted.</param>
    /// <param name="Reason">Why; null where it was drafted as confidential.</param>
    /// <param name="Readers">The people admitted by name; they replace earlier ones.</param>
    /// <param name="Acted">Everyone who had acted on the story.</param>
    public sealed record StoryMarkedConfidential(Role Role, string? Reason, ImmutableArray<string> Readers, ImmutableArray<string> Acted)
        : StoryEvent;

    /// <summary>A story is no longer confidential.</summary>
    public sealed record ConfidentialityLifted(string Reason) : StoryEvent;
}
