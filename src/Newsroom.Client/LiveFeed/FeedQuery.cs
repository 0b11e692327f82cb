using Newsroom.Client.Stories;

namespace Newsroom.Client.LiveFeed;

/// <summary>Selects events of the live feed; null for all.</summary>
/// <param name="Desk">The desk of the story when the event happened.</param>
/// <param name="Story">The story.</param>
/// <param name="Since">The time to begin at; null for now.</param>
/// <param name="Position">The position to resume after, which precedes the time.</param>
public sealed record FeedQuery(string? Desk = null, StoryKey? Story = null, DateTimeOffset? Since = null, long? Position = null)
{
    internal IEnumerable<(string Name, object? Value)> Parameters =>
        [("desk", Desk), ("story", Story), ("since", Since), ("lastEventId", Position)];
}
