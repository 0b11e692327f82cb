namespace Newsroom.Client.LiveFeed;

/// <summary>An event of a story: what happened to which story, and none of its words.</summary>
/// <param name="Sequence">The event's sequence in the record.</param>
/// <param name="Event">The event's id.</param>
/// <param name="Type">The event's storage name, such as <c>quote_attributed</c>.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The identity of the person who acted.</param>
/// <param name="As">The role in which they acted.</param>
/// <param name="Story">The story.</param>
/// <param name="Desk">The desk of the story at that time.</param>
/// <param name="Version">The version of the story after the event.</param>
public sealed record FeedEvent(
    long Sequence,
    Guid Event,
    string Type,
    DateTimeOffset At,
    string By,
    string? As,
    Guid Story,
    string? Desk,
    long Version
);

/// <summary>An item of the live feed.</summary>
/// <param name="Position">The position to resume after.</param>
/// <param name="Event">The event; null for an item that shows only that the connection is open.</param>
public sealed record FeedItem(long Position, FeedEvent? Event);
