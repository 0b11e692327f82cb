using System.Text.Json;

namespace Newsroom.Client.Http;

/// <summary>Describes what a command would do. Nothing was stored.</summary>
/// <param name="Events">The events that it would append, in order.</param>
/// <param name="Effects">What would lapse, return, merge or change besides.</param>
/// <param name="Story">The story; null for a new one, and for commands that are not addressed to a story.</param>
/// <param name="Version">The version that the story would have.</param>
/// <param name="Slug">The slug that a new story would have.</param>
public sealed record CommandPreview(
    IReadOnlyList<PreviewedEvent> Events,
    IReadOnlyList<CommandEffect> Effects,
    Guid? Story = null,
    long? Version = null,
    string? Slug = null
);

/// <summary>An event that a command would append.</summary>
/// <param name="Type">Its stored name, such as <c>quote_attributed</c>.</param>
/// <param name="Data">Its data.</param>
/// <param name="Version">The version that the story would have after it.</param>
public sealed record PreviewedEvent(string Type, JsonElement Data, long? Version = null);

/// <summary>An effect that a command would have.</summary>
/// <param name="Kind">Lapses, returns, merges or changes.</param>
/// <param name="Sentence">The effect as a sentence.</param>
public sealed record CommandEffect(string Kind, string Sentence);
