using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <content>Commands on what stops a publication, and on exceptions to it.</content>
public abstract partial record StoryCommand
{
    /// <summary>Place a hold: nothing publishes until it is lifted.</summary>
    public sealed record PlaceHold(string Reason) : StoryCommand;

    /// <summary>Lift a hold.</summary>
    public sealed record LiftHold(string Hold) : StoryCommand
    {
        /// <summary>The reason, for the history and the audit trail; null for none.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Set an embargo.</summary>
    public sealed record SetEmbargo(DateTimeOffset Until) : StoryCommand
    {
        /// <summary>The reason, for the history and the audit trail; null for none.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Lift the embargo.</summary>
    public sealed record LiftEmbargo : StoryCommand
    {
        /// <summary>The reason, for the history and the audit trail; null for none.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Waive a gate for one subject at its current fingerprint.</summary>
    /// <param name="Gate">The gate.</param>
    /// <param name="Subject">The subject of the gate's reason: a passage, a note, a field with a quotation, or <c>article</c>.</param>
    /// <param name="Fingerprint">The subject's fingerprint, as in the gate's reason.</param>
    /// <param name="Reason">Why.</param>
    public sealed record WaiveGate(Gate Gate, string Subject, Fingerprint Fingerprint, string Reason) : StoryCommand;
}
