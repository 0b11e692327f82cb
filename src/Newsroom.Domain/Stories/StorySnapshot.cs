using System.Text.Json.Serialization;

namespace Newsroom.Domain.Stories;

/// <summary>A story's state and texts at one version.</summary>
/// <param name="Story">The state.</param>
/// <param name="Text">The words.</param>
public sealed record StorySnapshot(Story Story, StoryText Text)
{
    /// <summary>Gets whether state and texts are of one version. They are not where a commit came between reading the two.</summary>
    [JsonIgnore]
    public bool IsOfOneVersion => Text.WordedIn <= Story.Version;

    /// <summary>Folds an event into both.</summary>
    /// <exception cref="InvalidOperationException">The event does not fit the state before it.</exception>
    public static StorySnapshot Evolve(StorySnapshot? at, Guid id, StoryEvent happened, EventMetadata metadata) =>
        new(Story.Evolve(at?.Story, id, happened, metadata), StoryText.Evolve(at?.Text, id, happened, metadata)!);
}
