using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.LiveFeed;

/// <summary>Selects events of the feed; null for all.</summary>
/// <param name="Desk">The desk of the story when the event happened.</param>
/// <param name="Story">The story.</param>
internal sealed record FeedFilter(string? Desk, Guid? Story)
{
    private readonly string? desk = IndexedKey.Of(Desk);

    /// <summary>Returns whether an event is selected.</summary>
    public bool Selects(FeedEvent happened) =>
        (desk is null || happened.Desk == desk) && (Story is null || happened.Story == Story);
}
