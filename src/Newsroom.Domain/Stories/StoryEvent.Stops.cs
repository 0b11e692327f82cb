using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <content>Events of what stops a publication, and of exceptions to it.</content>
public abstract partial record StoryEvent
{
    /// <summary>A hold was placed: nothing publishes until it is lifted.</summary>
    public sealed record HoldPlaced(string Hold, Role Role, string Reason) : StoryEvent;

    /// <summary>A hold was lifted.</summary>
    public sealed record HoldLifted(string Hold, string? Reason) : StoryEvent;

    /// <summary>An embargo was set: nothing publishes before this instant.</summary>
    public sealed record EmbargoSet(DateTimeOffset Until, string? Reason) : StoryEvent;

    /// <summary>The embargo was lifted.</summary>
    public sealed record EmbargoLifted(string? Reason) : StoryEvent;

    /// <summary>A gate was waived for one subject, bound to the subject's fingerprint.</summary>
    public sealed record GateWaived(Gate Gate, string Subject, Fingerprint Fingerprint, string? Words, string Reason, int Policy)
        : StoryEvent
    {
        /// <summary>The fingerprint of the words alone, for words found wrong or disputed; null otherwise.</summary>
        public Fingerprint? WordsAlone { get; init; }
    }
}
