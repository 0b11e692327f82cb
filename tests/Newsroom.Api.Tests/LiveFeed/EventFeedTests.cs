using System.Net.ServerSentEvents;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newsroom.Api.LiveFeed;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.LiveFeed;

/// <summary>A connection on which nothing happens.</summary>
public sealed class EventFeedTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly FeedTail tail;
    private readonly EventFeed feed;

    public EventFeedTests()
    {
        // Nothing is read from the database before there is a new event.
        var reader = new FeedEventReader(null!);
        tail = new FeedTail(reader, new FeedListeners(), clock, NullLogger<FeedTail>.Instance);
        feed = new EventFeed(tail, reader, clock, NullLogger<EventFeed>.Instance);
    }

    [Fact]
    public async Task It_says_first_where_it_begins_and_when_to_connect_again_and_then_that_it_is_open_every_fifteen_seconds()
    {
        await using var items = Listen(CancellationToken.None);
        (await items.MoveNextAsync()).ShouldBeTrue();
        var first = items.Current;
        (first.EventType, first.EventId, first.ReconnectionInterval).ShouldBe(("heartbeat", "41", EventFeed.Reconnection));
        first.Data.ShouldBeNull();
        for (var beat = 0; beat < 2; beat++)
        {
            var next = items.MoveNextAsync().AsTask();
            clock.Advance(EventFeed.Silence - TimeSpan.FromMilliseconds(1));
            next.IsCompleted.ShouldBeFalse();
            clock.Advance(TimeSpan.FromMilliseconds(1));
            (await next).ShouldBeTrue();
            (items.Current.EventType, items.Current.EventId).ShouldBe(("heartbeat", "41"));
        }
    }

    [Fact]
    public async Task It_ends_without_an_error_when_it_is_cancelled()
    {
        using var ending = new CancellationTokenSource();
        await using var items = Listen(ending.Token);
        (await items.MoveNextAsync()).ShouldBeTrue();
        var next = items.MoveNextAsync().AsTask();
        await ending.CancelAsync();
        (await next).ShouldBeFalse();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        feed.Dispose();
        tail.Dispose();
    }

    private IAsyncEnumerator<SseItem<FeedEvent?>> Listen(CancellationToken cancellationToken) =>
        feed.ListenAsync(Actor.Of("kit@newsroom", [Role.Reporter]), new FeedFilter(null, null), 41, cancellationToken)
            .GetAsyncEnumerator(CancellationToken.None);
}
