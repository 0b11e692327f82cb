using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.Worklists;

namespace Newsroom.Console.Changes;

/// <summary>A story that changed; nothing of its content.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Desk">Its desk.</param>
public sealed record Change(Guid Story, long Version, string Desk);

/// <summary>
/// Reads what changed from the API, as the person whose page listens: the API leaves out what they may not read. The lists of the API
/// have a change when it is read here.
/// </summary>
internal static class ChangeReader
{
    /// <summary>The event that says that the page is listening.</summary>
    public const string Listening = "listening";

    /// <summary>The event of a change.</summary>
    public const string Changed = "change";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);

    // What changed while the page was on its way to the browser.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    // A page that has gone is noticed when something is written; a session that has ended, when the page connects again.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Reads changes until the lifetime of a connection ends, or the API fails; a browser then connects again.</summary>
    public static async IAsyncEnumerable<SseItem<Change?>> ReadAsync(
        NewsroomClient api,
        TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var begun = clock.GetUtcNow();
        var (cursor, written) = ((string?)null, begun);
        yield return new SseItem<Change?>(null, Listening) { ReconnectionInterval = TimeSpan.FromSeconds(2) };
        while (clock.GetUtcNow() - begun < Lifetime && await PageAsync(api, begun - Overlap, cursor, cancellationToken) is { } page)
        {
            foreach (var card in page.Items)
            {
                written = clock.GetUtcNow();
                yield return new SseItem<Change?>(new Change(card.Id, card.Version, card.Desk), Changed);
            }

            var isAtEnd = page.Items.Count == 0 || page.Next == cursor;
            cursor = page.Next;
            if (clock.GetUtcNow() - written > Silence)
            {
                written = clock.GetUtcNow();
                yield return new SseItem<Change?>(null, Listening);
            }

            if (isAtEnd)
            {
                await Task.Delay(Interval, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task<Page<StoryCard>?> PageAsync(
        NewsroomClient api,
        DateTimeOffset since,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        try
        {
            return (await api.Worklists.GetChangedStoriesAsync(since, new PageRequest(cursor), cancellationToken)).Value;
        }
        catch (Exception failure)
            when (failure is ApiException or ApiUnreachableException
                || (failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
            )
        {
            // The stream ends, and the browser connects again if it still shows the page.
            return null;
        }
    }
}
