using System.Text.Json.Serialization;

namespace Newsroom.Domain.Stories;

/// <summary>A story's state and texts at one version.</summary>
/// <param name="Story">The state.</param>
/// <param name="Text">The words.</param>
public sealed record StoryAt(Story Story, StoryText Text)
{
    /// <summary>
    /// Whether the words are of this version, and not of a later one that was committed while the two were read one after the other.
    /// </summary>
    [JsonIgnore]
    public bool IsOfOneVersion => Text.WordedIn <= Story.Version;

    /// <summary>Folds an event into both.</summary>
    /// <exception cref="InvalidOperationException">The event does not fit the state before it.</exception>
    public static StoryAt Evolve(StoryAt? at, Guid id, StoryEvent happened, EventMetadata stamp) =>
        new(Story.Evolve(at?.Story, id, happened, stamp), StoryText.Evolve(at?.Text, id, happened, stamp)!);
}
