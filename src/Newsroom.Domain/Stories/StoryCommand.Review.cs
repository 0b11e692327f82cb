using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <content>Commands on notes, assignment, review, approval and readers.</content>
public abstract partial record StoryCommand
{
    /// <summary>Add a note.</summary>
    public sealed record AddNote(string Text) : StoryCommand
    {
        /// <summary>Whether publication is blocked until it is resolved.</summary>
        public bool MustResolve { get; init; }

        /// <summary>The passage it refers to.</summary>
        public string? Passage { get; init; }
    }

    /// <summary>Resolve a note.</summary>
    public sealed record ResolveNote(string Note) : StoryCommand;

    /// <summary>Assign the story; without an assignee, unassign it.</summary>
    public sealed record Assign : StoryCommand
    {
        /// <summary>The person, as in <see cref="Actor.Person"/>, or a bare name of the local issuer.</summary>
        public string? Assignee { get; init; }
    }

    /// <summary>Set when the story is due, and its priority; this replaces both.</summary>
    public sealed record PlanStory : StoryCommand
    {
        /// <summary>When it is due; none by default.</summary>
        public DateTimeOffset? Due { get; init; }

        /// <summary>Low, normal, high or urgent; normal by default.</summary>
        public Priority? Priority { get; init; }
    }

    /// <summary>Submit the story for review.</summary>
    public sealed record SubmitForReview : StoryCommand;

    /// <summary>Request changes; earlier approvals become void.</summary>
    public sealed record RequestChanges(string Reason) : StoryCommand;

    /// <summary>Approve the whole article.</summary>
    public sealed record Approve(Fingerprint Fingerprint) : StoryCommand;

    /// <summary>Withdraw the caller's approval.</summary>
    public sealed record WithdrawApproval : StoryCommand
    {
        /// <summary>The reason, for the history and the audit trail; null for none.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Make the story confidential, or replace the people who are admitted to it by name.</summary>
    public sealed record MarkConfidential(string Reason) : StoryCommand
    {
        /// <summary>
        /// People who may read it besides its drafter, authors, assignee, everyone who acted on it, editors, legal and chief-editors.
        /// </summary>
        public ImmutableArray<string> Readers { get; init; } = [];
    }

    /// <summary>Make the story readable by everyone on the staff again.</summary>
    public sealed record LiftConfidentiality(string Reason) : StoryCommand;

    /// <summary>Require legal clearance before publication.</summary>
    public sealed record RequestLegalReview(string Reason) : StoryCommand;
}
