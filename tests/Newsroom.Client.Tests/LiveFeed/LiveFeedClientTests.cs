using System.Net;
using Newsroom.Client.Http;
using Newsroom.Client.LiveFeed;

namespace Newsroom.Client.Tests.LiveFeed;

/// <summary>A client follows the feed over connections that end.</summary>
public sealed class LiveFeedClientTests
{
    private const string Heartbeat = "event: heartbeat\nid: 7\nretry: 1\ndata:\n\n";

    private readonly StubServer server = new();

    [Fact]
    public async Task It_connects_again_after_the_last_item_and_lists_each_event_once()
    {
        server
            .Respond(Heartbeat + EventOf(9) + EventOf(12))
            .Fail(new HttpRequestException("The server restarts."))
            .Respond("{}", HttpStatusCode.ServiceUnavailable)
            .Respond(Heartbeat.Replace("id: 7", "id: 12", StringComparison.Ordinal) + EventOf(13));
        var clock = new ImmediateClock();
        using var client = server.Connect(new NewsroomClientOptions { TimeProvider = clock });
        var since = new DateTimeOffset(2026, 3, 12, 9, 30, 0, TimeSpan.Zero);

        var sequences = new List<long>();
        await foreach (var item in client.LiveFeed.FollowAsync(new FeedQuery("town", "harbour-vote", since), StubServer.Cancellation))
        {
            if (item.Event is { } happened)
            {
                happened.ShouldBe(
                    new FeedEvent(happened.Sequence, Id, "note_added", since, "kit@newsroom", "reporter", Id, "town", happened.Sequence - 5)
                );
                sequences.Add(happened.Sequence);
            }

            if (sequences.Count == 3)
            {
                break;
            }
        }

        sequences.ShouldBe([9, 12, 13]);
        var paths = server.Requests.Select(request => request.RequestUri!.PathAndQuery).ToList();
        paths[0].ShouldBe("/events?desk=town&story=harbour-vote&since=2026-03-12T09%3A30%3A00.0000000Z");
        paths.Skip(1).ShouldAllBe(path => path == $"{paths[0]}&lastEventId=12");
        paths.Count.ShouldBe(4);
        clock.Delays.ShouldContain(TimeSpan.FromMilliseconds(1), "the server's retry");
    }

    [Fact]
    public async Task A_refusal_ends_it()
    {
        server.Respond(Heartbeat).Respond("{}", HttpStatusCode.Unauthorized);
        using var client = server.Connect(new NewsroomClientOptions { TimeProvider = new ImmediateClock() });
        await Should.ThrowAsync<ApiException>(() => ReadAllAsync(client));
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_is_away_from_the_beginning_is_reported()
    {
        server.Fail(new HttpRequestException("No route."));
        using var client = server.Connect();
        await Should.ThrowAsync<ApiUnreachableException>(() => ReadAllAsync(client));
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("id: 9\ndata: {\"sequence\": \"nine\"}\n\n")]
    [InlineData("data: {}\n\n")]
    public async Task What_is_no_item_of_the_feed_is_reported(string sent)
    {
        server.Respond(sent);
        using var client = server.Connect();
        await Should.ThrowAsync<UnexpectedResponseException>(() => ReadAllAsync(client));
    }

    private static Guid Id { get; } = Guid.Parse("0199f0a2-5c1b-7d3e-9a4f-1234567890ab");

    private static string EventOf(long sequence) =>
        $"id: {sequence}\ndata: {{\"sequence\":{sequence},\"event\":\"{Id}\",\"type\":\"note_added\",\"at\":\"2026-03-12T09:30:00Z\","
        + $"\"by\":\"kit@newsroom\",\"as\":\"reporter\",\"story\":\"{Id}\",\"desk\":\"town\",\"version\":{sequence - 5}}}\n\n";

    private static async Task ReadAllAsync(NewsroomClient client)
    {
        await foreach (var item in client.LiveFeed.FollowAsync(cancellationToken: StubServer.Cancellation))
        {
            item.Position.ShouldBe(7);
        }
    }
}
