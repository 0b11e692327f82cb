namespace Newsroom.Client.Worklists;

/// <summary>A story in a list.</summary>
/// <param name="Id">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Desk">Its desk.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Ready">Whether it can be published.</param>
/// <param name="Edition">Its latest edition; 0 before the first.</param>
/// <param name="Blockers">The gates that fail.</param>
/// <param name="StageSince">When it entered its stage.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="Assignee">Its assignee.</param>
/// <param name="Priority">The story's priority.</param>
/// <param name="Due">When the story is due.</param>
/// <param name="Confidential">Whether the story is confidential; without the right to read it, the card has no words.</param>
public sealed record StoryCard(
    Guid Id,
    long Version,
    string Slug,
    string Headline,
    string Desk,
    string Stage,
    bool Ready,
    int Edition,
    IReadOnlyList<Blocker> Blockers,
    DateTimeOffset StageSince,
    DateTimeOffset ChangedAt,
    string? Assignee = null,
    string Priority = "normal",
    DateTimeOffset? Due = null,
    bool? Confidential = null
);

/// <summary>A gate that fails.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Reasons">The number of reasons.</param>
public sealed record Blocker(string Gate, int Reasons);
