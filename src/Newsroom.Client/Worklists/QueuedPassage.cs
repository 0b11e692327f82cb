using Newsroom.Client.Stories;

namespace Newsroom.Client.Worklists;

/// <summary>A passage that awaits a check.</summary>
/// <param name="Slug">The story's slug.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Words">Its words.</param>
/// <param name="Fingerprint">Its fingerprint.</param>
/// <param name="Lapsed">Whether an earlier check lapsed.</param>
/// <param name="Since">Since when it has these words.</param>
/// <param name="Speaker">A quote's speaker.</param>
/// <param name="AwaitedFrom">The only fact-checker who can check it; null when any can.</param>
/// <param name="Priority">The story's priority.</param>
/// <param name="Due">When the story is due.</param>
/// <param name="Checking">Who claimed the check.</param>
/// <param name="Checks">Its earlier checks, latest first; null where the server left them out because the response is too large.</param>
/// <param name="Story">The story.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Desk">Its desk.</param>
public sealed record QueuedPassage(
    string Slug,
    string Passage,
    string Words,
    string Fingerprint,
    bool Lapsed,
    DateTimeOffset Since,
    string? Speaker = null,
    string? AwaitedFrom = null,
    string Priority = "normal",
    DateTimeOffset? Due = null,
    CheckClaim? Checking = null,
    IReadOnlyList<CheckDetails>? Checks = null,
    Guid? Story = null,
    string Headline = "",
    string Desk = ""
);
