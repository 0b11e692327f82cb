using System.Text.Json;

namespace Newsroom.Client.Stories;

/// <summary>The result of an accepted command.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version after the command.</param>
/// <param name="Events">The appended events, in order.</param>
/// <param name="Slug">Its slug, where the command gave it one.</param>
/// <param name="Merged">The concurrent revisions that the command was merged with.</param>
public sealed record CommandResult(
    Guid Story,
    long Version,
    IReadOnlyList<AppendedEvent> Events,
    string? Slug = null,
    IReadOnlyList<MergedRevision>? Merged = null
);

/// <summary>An appended event.</summary>
/// <param name="Type">Its storage name, such as <c>quote_attributed</c>.</param>
/// <param name="Version">The version of the story that it made.</param>
/// <param name="Data">Its data.</param>
public sealed record AppendedEvent(string Type, long Version, JsonElement Data);

/// <summary>A concurrent revision that a command was merged with.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="By">Its author.</param>
public sealed record MergedRevision(long Version, string By);
