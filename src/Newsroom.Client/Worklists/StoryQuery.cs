namespace Newsroom.Client.Worklists;

/// <summary>Selects stories; all members given have to match.</summary>
/// <param name="Words">Words in the article. Results are ranked, and have <see cref="StoryCard.Match"/>.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Assignee">The assignee; <c>me</c> for the caller, as for other people.</param>
/// <param name="Speaker">A speaker who is quoted.</param>
/// <param name="Slug">The slug.</param>
/// <param name="Priority">The priority.</param>
/// <param name="DueBefore">The end of the due time.</param>
/// <param name="Order">Changed, priority or due; changed by default. The others list unfinished stories only.</param>
/// <param name="Drafter">Who drafted it.</param>
/// <param name="Author">A person who drafted or revised it.</param>
/// <param name="Ready">Whether it can be published.</param>
/// <param name="ChangedSince">The earliest time of its last change.</param>
/// <param name="TranslationOf">The story of which it is a translation.</param>
public sealed record StoryQuery(
    string? Words = null,
    string? Desk = null,
    string? Stage = null,
    string? Assignee = null,
    string? Speaker = null,
    string? Slug = null,
    string? Priority = null,
    DateTimeOffset? DueBefore = null,
    string? Order = null,
    string? Drafter = null,
    string? Author = null,
    bool? Ready = null,
    DateTimeOffset? ChangedSince = null,
    Guid? TranslationOf = null
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
            ("drafter", Drafter),
            ("author", Author),
            ("ready", Written(Ready)),
            ("changedSince", ChangedSince),
            ("translationOf", TranslationOf),
        ];

    private static string? Written(bool? value) =>
        value switch
        {
            true => "true",
            false => "false",
            null => null,
        };
}
