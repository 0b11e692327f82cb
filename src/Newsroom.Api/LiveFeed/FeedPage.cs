namespace Newsroom.Api.LiveFeed;

/// <summary>The events of stories between two positions of the record.</summary>
/// <param name="Events">The events, in the order of the record.</param>
/// <param name="Confidential">Those of their stories that are confidential.</param>
/// <param name="End">The position after the page; events of other streams before it are left out.</param>
internal sealed record FeedPage(IReadOnlyList<FeedEvent> Events, IReadOnlySet<Guid> Confidential, long End);
