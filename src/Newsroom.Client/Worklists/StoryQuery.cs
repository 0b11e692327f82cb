namespace Newsroom.Client.Worklists;

/// <summary>Selects stories; all members given have to match.</summary>
/// <param name="Words">Words in the article.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Assignee">The assignee.</param>
/// <param name="Speaker">A speaker who is quoted.</param>
/// <param name="Slug">The slug.</param>
/// <param name="Priority">The priority.</param>
/// <param name="DueBefore">The end of the due time.</param>
/// <param name="Order">Changed, priority or due; changed by default. The others list unfinished stories only.</param>
public sealed record StoryQuery(
    string? Words = null,
    string? Desk = null,
    string? Stage = null,
    string? Assignee = null,
    string? Speaker = null,
    string? Slug = null,
    string? Priority = null,
    DateTimeOffset? DueBefore = null,
    string? Order = null
)
{
    internal IEnumerable<(string Name, object? Value)> Parameters =>
        [
            ("q", Words),
            ("desk", Desk),
            ("stage", Stage),
            ("assignee", Assignee),
            ("speaker", Speaker),
            ("slug", Slug),
            ("priority", Priority),
            ("dueBefore", DueBefore),
            ("order", Order),
        ];
}
