using System.Net.ServerSentEvents;
using System.Text.Json;
using Newsroom.Client.Http;

namespace Newsroom.Client.LiveFeed;

/// <summary>An open connection to the live feed. It is read by one caller at a time.</summary>
public sealed class FeedConnection : IAsyncDisposable
{
    // The server writes something every fifteen seconds.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);

    private readonly HttpResponseMessage response;
    private readonly TimeProvider clock;
    private readonly SseParser<FeedEvent?> parser;
    private readonly IAsyncEnumerator<SseItem<FeedEvent?>> items;
    private readonly CancellationTokenSource reading = new();

    internal FeedConnection(HttpResponseMessage response, Stream content, TimeProvider clock)
    {
        (this.response, this.clock) = (response, clock);
        parser = SseParser.Create(content, Parse);
        items = parser.EnumerateAsync(reading.Token).GetAsyncEnumerator(CancellationToken.None);
    }

    /// <summary>Gets how long the server asks to wait before the next connection.</summary>
    internal TimeSpan Reconnection =>
        parser.ReconnectionInterval is { } interval && interval > TimeSpan.Zero ? interval : TimeSpan.FromSeconds(2);

    /// <summary>Waits for the next item.</summary>
    /// <returns>The item; null where the connection has ended, broken off or gone silent. Connect again to resume.</returns>
    /// <exception cref="UnexpectedResponseException">The item is not one of this feed.</exception>
    public async Task<FeedItem?> NextAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var next = items.MoveNextAsync().AsTask();
            return await next.WaitAsync(Silence, clock, cancellationToken)
                ? new FeedItem(PositionOf(items.Current), items.Current.Data)
                : null;
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or TimeoutException)
        {
            return null;
        }
        catch (JsonException failure)
        {
            throw new UnexpectedResponseException(
                $"The server sent an event that is not in the expected format: {failure.Message}",
                failure
            );
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await reading.CancelAsync();
        response.Dispose();
        reading.Dispose();
    }

    private static FeedEvent? Parse(string type, ReadOnlySpan<byte> data) =>
        data.IsEmpty ? null : JsonSerializer.Deserialize<FeedEvent>(data, JsonSerializerOptions.Web);

    private static long PositionOf(SseItem<FeedEvent?> item) =>
        long.TryParse(item.EventId, System.Globalization.CultureInfo.InvariantCulture, out var position)
            ? position
            : throw new UnexpectedResponseException("The server sent an item without its position.");
}
