using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Newsroom.Api.LiveFeed;

namespace Newsroom.Api.Tests.LiveFeed;

/// <summary>A client of the feed, which reads what is sent as it is.</summary>
internal sealed class Listener : IDisposable
{
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private Listener(HttpResponseMessage response, Stream content)
    {
        Response = response;
        items = SseParser.Create(content).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);
    }

    /// <summary>The response, whose body goes on.</summary>
    public HttpResponseMessage Response { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Connects, and reads the first item where the connection is accepted.</summary>
    public static async Task<Listener> ConnectAsync(Newsroom newsroom, string token, string query = "", long? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/events{query}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", $"{lastEventId}");
        }

        var client = newsroom.Host.Server.CreateClient();
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        var listener = new Listener(response, await response.Content.ReadAsStreamAsync(Cancellation));
        if (response.IsSuccessStatusCode)
        {
            var first = (await listener.NextAsync())!.Value;
            first.EventType.ShouldBe(EventFeed.Heartbeat);
        }

        return listener;
    }

    /// <summary>Waits for the next item; null where the response has ended.</summary>
    public async Task<SseItem<string>?> NextAsync() =>
        await items.MoveNextAsync().AsTask().WaitAsync(Eventually.Timeout, Cancellation) ? items.Current : null;

    /// <summary>Waits for some events.</summary>
    public async Task<List<JsonNode>> EventsAsync(int count)
    {
        var events = new List<JsonNode>();
        while (events.Count < count)
        {
            var item = (await NextAsync()).ShouldNotBeNull("The feed ended.");
            if (item.EventType == SseParser.EventTypeDefault)
            {
                events.Add(JsonNode.Parse(item.Data)!);
                item.EventId.ShouldBe($"{events[^1]["sequence"]}");
            }
        }

        return events;
    }

    /// <inheritdoc/>
    public void Dispose() => Response.Dispose();
}
