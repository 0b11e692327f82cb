using Newsroom.Domain.Desks;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>The data that a decision on an imported change needs besides the story.</summary>
/// <param name="Desk">The desk of a new story.</param>
/// <param name="Language">The language of a new story (BCP 47); null for the desk's.</param>
/// <param name="Slug">A free slug.</param>
/// <param name="Path">The file's name before the change.</param>
public sealed record ImportContext(Desk Desk, string? Language, string Slug, string Path);
