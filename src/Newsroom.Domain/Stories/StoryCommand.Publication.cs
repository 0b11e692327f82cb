namespace Newsroom.Domain.Stories;

/// <content>Commands on editions, schedules and takedowns.</content>
public abstract partial record StoryCommand
{
    /// <summary>Publish edition 1, or a further edition of a live story.</summary>
    public sealed record Publish : StoryCommand
    {
        /// <summary>The kind of a further edition; update by default.</summary>
        public EditionKind? Kind { get; init; }
    }

    /// <summary>Publish a correction, a clarification or an editor's note of a live story.</summary>
    /// <param name="Kind">Correction, clarification or editors-note.</param>
    /// <param name="Note">The note to readers.</param>
    public sealed record Correct(EditionKind Kind, string Note) : StoryCommand;

    /// <summary>Publish exactly these words at a time.</summary>
    /// <param name="Time">When: an instant with its offset.</param>
    public sealed record Schedule(DateTimeOffset Time) : StoryCommand
    {
        /// <summary>The kind of a further edition; update by default.</summary>
        public EditionKind? Kind { get; init; }
    }

    /// <summary>Cancel the scheduled publication, or settle one that failed.</summary>
    public sealed record CancelSchedule : StoryCommand
    {
        /// <summary>The reason, for the history and the audit trail; null for none.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Hide a live story from readers until it is released.</summary>
    /// <param name="Reason">Why; staff see it.</param>
    public sealed record Withhold(string Reason) : StoryCommand;

    /// <summary>Show a withheld story to readers again, as it was.</summary>
    public sealed record Release : StoryCommand
    {
        /// <summary>Why; staff see it.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Retract a published story: readers see a notice in place of the article. It cannot be undone.</summary>
    /// <param name="Reason">Why; staff see it.</param>
    /// <param name="Notice">The notice to readers.</param>
    public sealed record Retract(string Reason, string Notice) : StoryCommand;

    /// <summary>Kill a published story: readers see only that it is gone, with a notice. It cannot be undone.</summary>
    /// <param name="Reason">Why; staff see it.</param>
    /// <param name="Notice">The notice to readers.</param>
    public sealed record Kill(string Reason, string Notice) : StoryCommand;
}
