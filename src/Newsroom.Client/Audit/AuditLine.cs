using Newsroom.Client.Stories;

namespace Newsroom.Client.Audit;

/// <summary>An entry of the audit trail.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Sentence">What happened, for people.</param>
/// <param name="Version">The version of the story that it made.</param>
/// <param name="As">The role acted in.</param>
/// <param name="Story">The story.</param>
/// <param name="Why">The reason.</param>
/// <param name="Type">The storage name of the event.</param>
/// <param name="Check">The check with its evidence, of a check.</param>
public sealed record AuditLine(
    DateTimeOffset At,
    string Sentence,
    long? Version = null,
    string? As = null,
    Guid? Story = null,
    string? Why = null,
    string? Type = null,
    RecordedCheck? Check = null
);

/// <summary>Selects entries of the audit trail; all members given have to match.</summary>
/// <param name="Actor">The person who acted.</param>
/// <param name="Role">The role acted in.</param>
/// <param name="Story">The id or the slug of the story.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Type">The storage name of the event, such as <c>quote_attributed</c>.</param>
/// <param name="From">Recorded at this time or later.</param>
/// <param name="To">Recorded before this time.</param>
/// <param name="Text">Words in what happened or why.</param>
public sealed record AuditQuery(
    string? Actor = null,
    string? Role = null,
    StoryKey? Story = null,
    string? Desk = null,
    string? Type = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Text = null
)
{
    internal IEnumerable<(string Name, object? Value)> Parameters =>
        [("actor", Actor), ("role", Role), ("story", Story), ("desk", Desk), ("type", Type), ("from", From), ("to", To), ("text", Text)];
}

/// <summary>A format of an exported audit trail.</summary>
public enum AuditExportFormat
{
    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}
