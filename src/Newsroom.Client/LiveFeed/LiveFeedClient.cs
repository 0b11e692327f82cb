using System.Net;
using System.Runtime.CompilerServices;
using Newsroom.Client.Http;

namespace Newsroom.Client.LiveFeed;

/// <summary>Follows the events of stories as they are recorded.</summary>
public sealed class LiveFeedClient
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly ApiConnection connection;
    private readonly TimeProvider clock;

    internal LiveFeedClient(ApiConnection connection, TimeProvider clock) => (this.connection, this.clock) = (connection, clock);

    /// <summary>Connects once. The caller disposes of the connection.</summary>
    public async Task<FeedConnection> ConnectAsync(FeedQuery? query = null, CancellationToken cancellationToken = default)
    {
        var request = ApiRequest.Get("events", (query ?? new FeedQuery()).Parameters);
        var response = await connection.OpenAsync(request, cancellationToken);
        return new FeedConnection(response, await response.Content.ReadAsStreamAsync(cancellationToken), clock);
    }

    /// <summary>
    /// Lists items until it is cancelled. Where the connection ends, it connects again and resumes: each event is listed once.
    /// </summary>
    /// <exception cref="ApiException">The server refuses the feed, such as when the token has expired.</exception>
    public async IAsyncEnumerable<FeedItem> FollowAsync(
        FeedQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var next = query ?? new FeedQuery();
        while (true)
        {
            await using var connected = await PersistAsync(next, cancellationToken);
            while (await connected.NextAsync(cancellationToken) is { } item)
            {
                next = next with { Position = item.Position };
                yield return item;
            }

            await Task.Delay(connected.Reconnection, clock, cancellationToken);
        }
    }

    /// <summary>Connects, and tries again while the server is away. The first connection of all is tried once.</summary>
    private async Task<FeedConnection> PersistAsync(FeedQuery query, CancellationToken cancellationToken)
    {
        for (var delay = TimeSpan.FromSeconds(1); ; delay = delay * 2 > LongestDelay ? LongestDelay : delay * 2)
        {
            try
            {
                return await ConnectAsync(query, cancellationToken);
            }
            catch (ApiUnreachableException) when (query.Position is not null)
            {
                // The server restarts, or the network is down.
            }
            catch (ApiException failure) when (failure.StatusCode == HttpStatusCode.ServiceUnavailable && query.Position is not null)
            {
                // The database restarts, or too many listen.
            }

            await Task.Delay(delay, clock, cancellationToken);
        }
    }
}
