using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Newsroom.Client.Http;
using Newsroom.Client.LiveFeed;

namespace Newsroom.Console.Changes;

/// <summary>A story that changed; nothing of its content.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Desk">Its desk.</param>
public sealed record Change(Guid Story, long Version, string? Desk);

/// <summary>
/// Reads what changed from the live feed of the API, as the person whose page listens: the API leaves out what they may not read. The lists
/// of the API have a change when it is read here.
/// </summary>
internal static class ChangeReader
{
    /// <summary>The event that says that the page is listening.</summary>
    public const string Listening = "listening";

    /// <summary>The event of a change.</summary>
    public const string Changed = "change";

    // A session that has ended is noticed when the page connects again.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Reads changes until the lifetime of a connection ends, or the feed does; a browser then connects again.</summary>
    /// <param name="feed">The connection, which is closed at the end.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    public static async IAsyncEnumerable<SseItem<Change?>> ReadAsync(
        FeedConnection feed,
        TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var open = feed;
        var begun = clock.GetUtcNow();
        while (clock.GetUtcNow() - begun < Lifetime && await NextAsync(feed, cancellationToken) is { } item)
        {
            yield return item.Event is { } happened
                ? new SseItem<Change?>(new Change(happened.Story, happened.Version, happened.Desk), Changed)
                : new SseItem<Change?>(null, Listening) { ReconnectionInterval = TimeSpan.FromSeconds(2) };
        }
    }

    private static async Task<FeedItem?> NextAsync(FeedConnection feed, CancellationToken cancellationToken)
    {
        try
        {
            return await feed.NextAsync(cancellationToken);
        }
        catch (Exception failure)
            when (failure is UnexpectedResponseException
                || (failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
            )
        {
            // The stream ends, and the browser connects again if it still shows the page.
            return null;
        }
    }
}
