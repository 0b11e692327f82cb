using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Newsroom.Api.LiveFeed;
using Newsroom.Api.Tests.Access;
using Newsroom.Api.Tests.Composition.AsyncApi;
using Newsroom.Domain.Kernel;
using Newsroom.Local;
using Npgsql;

namespace Newsroom.Api.Tests.LiveFeed;

/// <summary>The events of stories as they are recorded.</summary>
public sealed class LiveFeedTests(Newsroom newsroom)
{
    private const string Note = "Who else saw the ferry?";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_event_comes_once_in_order_and_says_what_happened_and_no_words()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A ferry that is followed", "It was late.");
        using var listener = await ConnectAsync("kit", Role.Reporter, $"?story={story.Slug}&lastEventId=0");
        (await listener.EventsAsync(1))[0]["type"]!.GetValue<string>().ShouldBe("story_drafted");
        var revised = (await story.ReplaceAsync("rita", Role.Reporter, "late", "very late")).Is(200);
        (await story.DoAsync("add-note", "ed", Role.Editor, new { text = Note })).Is(200);

        var events = await listener.EventsAsync(2);
        events.Select(e => $"{e["type"]} v{e["version"]} by {e["by"]!.GetValue<string>().Split('@')[0]} as {e["as"]} on {e["desk"]}")
            .ShouldBe([
                "article_revised v2 by rita as reporter on world",
                "note_added v3 by ed as editor on world",
            ]);
        events.ShouldAllBe(e => e["story"]!.GetValue<Guid>() == story.Id);
        var described = await DescribedMessages.ReadAsync(newsroom);
        events.SelectMany(e => described.Faults("event", e)).ShouldBeEmpty();
        events[0]["sequence"]!.GetValue<long>().ShouldBeLessThan(events[1]["sequence"]!.GetValue<long>());
        string.Concat(events.Select(e => e.ToJsonString())).ShouldNotContain("ferry");
        revised.Version.ShouldBe(events[0]["version"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_client_continues_after_the_last_item_that_it_had()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A ferry that is resumed", "It was late.");
        long last;
        using (var first = await ConnectAsync("kit", Role.Reporter, $"?story={story.Id}&lastEventId=0"))
        {
            last = (await first.EventsAsync(1))[0]["sequence"]!.GetValue<long>();
        }

        (await story.DoAsync("add-note", "ed", Role.Editor, new { text = Note })).Is(200);
        using var byHeader = await ConnectAsync("kit", Role.Reporter, $"?story={story.Id}&lastEventId=0", last);
        VersionsOf(await byHeader.EventsAsync(1)).ShouldBe([2]);
        using var byParameter = await ConnectAsync("kit", Role.Reporter, $"?story={story.Id}&lastEventId={last}");
        VersionsOf(await byParameter.EventsAsync(1)).ShouldBe([2]);
    }

    [Fact]
    public async Task A_client_begins_at_a_time_or_with_the_whole_record()
    {
        var before = newsroom.Clock.GetUtcNow();
        var story = await StoryDriver.DraftedAsync(newsroom, "A ferry from the beginning", "It was late.");
        (await story.DoAsync("add-note", "ed", Role.Editor, new { text = Note })).Is(200);
        using var since = await ConnectAsync("kit", Role.Reporter, $"?story={story.Id}&since={before.UtcDateTime:o}");
        VersionsOf(await since.EventsAsync(2)).ShouldBe([1, 2]);
        using var all = await ConnectAsync("kit", Role.Reporter, $"?story={story.Id}&lastEventId=0");
        VersionsOf(await all.EventsAsync(2)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_desk_has_the_events_that_happened_on_it()
    {
        var (one, other) = (await ConfidentialStories.DeskAsync(newsroom), await ConfidentialStories.DeskAsync(newsroom));
        using var listener = await ConnectAsync("kit", Role.Reporter, $"?desk={one}");
        var elsewhere = await StoryDriver.DraftedAsync(newsroom, "A ferry elsewhere", "It was late.", desk: other);
        var moving = await StoryDriver.DraftedAsync(newsroom, "A ferry that moves", "It was late.", desk: one);
        (await moving.DoAsync("describe-story", "ed", Role.Editor, new { desk = other })).Is(200);
        (await moving.DoAsync("add-note", "ed", Role.Editor, new { text = Note })).Is(200);
        (await elsewhere.DoAsync("describe-story", "ed", Role.Editor, new { desk = one })).Is(200);

        var events = await listener.EventsAsync(2);
        events.Select(e => (e["story"]!.GetValue<Guid>(), e["version"]!.GetValue<long>())).ShouldBe([(moving.Id, 1), (elsewhere.Id, 2)]);
    }

    [Fact]
    public async Task Events_of_a_confidential_story_reach_its_readers_only()
    {
        var desk = await ConfidentialStories.DeskAsync(newsroom);
        using var toRita = await ConnectAsync("rita", Role.Reporter, $"?desk={desk}");
        using var toOthers = await ConnectAsync("kit", Role.Reporter, $"?desk={desk}");
        using var toEditors = await ConnectAsync("ed", Role.Editor, $"?desk={desk}");
        var story = await ConfidentialStories.DraftedAsync(newsroom, desk);
        var open = await StoryDriver.DraftedAsync(newsroom, "An open ferry", "It was late.", desk: desk);

        VersionsOf(await toRita.EventsAsync(6)).ShouldBe([1, 2, 3, 4, 5, 1]);
        VersionsOf(await toEditors.EventsAsync(6)).ShouldBe([1, 2, 3, 4, 5, 1]);
        (await toOthers.EventsAsync(1))[0]["story"]!.GetValue<Guid>().ShouldBe(open.Id);

        // What was open before is not told again once it is confidential, and its later events are not told.
        (await open.DoAsync("mark-confidential", "ed", Role.Editor, new { reason = "Sources", readers = Array.Empty<string>() })).Is(200);
        (await story.DoAsync("lift-confidentiality", "ed", Role.Editor, new { reason = "Published elsewhere" })).Is(200);
        (await toOthers.EventsAsync(1))[0]["story"]!.GetValue<Guid>().ShouldBe(story.Id);
        using var again = await ConnectAsync("kit", Role.Reporter, $"?desk={desk}&lastEventId=0");
        (await again.EventsAsync(6)).ShouldAllBe(e => e["story"]!.GetValue<Guid>() == story.Id);
    }

    [Fact]
    public async Task What_happened_before_a_story_was_made_confidential_is_not_told_to_a_client_that_connects_after_that()
    {
        var services = newsroom.Host.Services;
        var database = services.GetRequiredService<NpgsqlDataSource>();
        var reader = new FeedEventReader(database);
        using var tail = new FeedTail(reader, new FeedListeners(), TimeProvider.System, NullLogger<FeedTail>.Instance);
        using var feed = new EventFeed(tail, reader, TimeProvider.System, NullLogger<EventFeed>.Instance);
        await tail.AdvanceAsync(Cancellation);
        var start = $"{tail.End}";
        var desk = await ConfidentialStories.DeskAsync(newsroom);
        var story = await StoryDriver.DraftedAsync(newsroom, "A ferry that becomes secret", "It was late.", desk: desk);
        var open = await StoryDriver.DraftedAsync(newsroom, "A ferry that stays open", "It was late.", desk: desk);
        await newsroom.CatchUpAsync();

        // What this node has read is older than the mark.
        await tail.AdvanceAsync(Cancellation);
        (await story.DoAsync("mark-confidential", "ed", Role.Editor, new { reason = "Sources", readers = Array.Empty<string>() })).Is(200);

        (await FirstAsync("kit", Role.Reporter)).ShouldBe(open.Id);
        (await FirstAsync("ed", Role.Editor)).ShouldBe(story.Id);

        async Task<Guid> FirstAsync(string person, Role role)
        {
            var (position, _) = await new FeedStart(reader, tail, database).FindAsync(start, since: null, Cancellation);
            return await feed.ListenAsync(Actor.Of($"{person}@newsroom", [role]), new FeedFilter(desk, null), position, Cancellation)
                .Select(item => item.Data)
                .OfType<FeedEvent>()
                .Select(happened => happened.Story)
                .FirstAsync(Cancellation);
        }
    }

    [Theory]
    [InlineData("?lastEventId=yesterday", 400, "cursor")]
    [InlineData("?lastEventId=-1", 400, "cursor")]
    [InlineData("?lastEventId=999999999999999", 400, "cursor")]
    [InlineData("?since=yesterday", 400, "time")]
    [InlineData("?desk=nowhere", 404, "unknown-desk")]
    [InlineData("?story=019a0000-0000-7000-8000-000000000000", 404, "unknown-story")]
    [InlineData("?story=no-such-slug", 404, "unknown-story")]
    [InlineData("?colour=red", 400, "validation")]
    public async Task What_would_be_silent_for_ever_is_refused(string query, int status, string code)
    {
        var refused = (await newsroom.As("kit", Role.Reporter).GetAsync($"/events{query}")).Is(status);
        CodeOf(refused).ShouldBe(code);
    }

    [Fact]
    public async Task A_confidential_story_is_unknown_to_who_may_not_read_it()
    {
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        var refused = (await newsroom.As("kit", Role.Reporter).GetAsync($"/events?story={story.Id}")).Is(404);
        CodeOf(refused).ShouldBe("unknown-story");
        using var admitted = await ConnectAsync("rita", Role.Reporter, $"?story={story.Id}&lastEventId=0");
        VersionsOf(await admitted.EventsAsync(1)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_person_has_a_bounded_number_of_connections()
    {
        var open = new List<Listener>();
        try
        {
            for (var i = 0; i < FeedListeners.MaxOfPerson; i++)
            {
                open.Add(await ConnectAsync("many", Role.Reporter));
                open[^1].Response.StatusCode.ShouldBe(HttpStatusCode.OK);
            }

            var refused = (await newsroom.As("many", Role.Reporter).GetAsync("/events")).Is(503);
            (CodeOf(refused), refused.Headers.ContainsKey("Retry-After")).ShouldBe(("feed-full", true));
            using var another = await ConnectAsync("another", Role.Reporter);
            another.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            open.ForEach(listener => listener.Dispose());
        }
    }

    [Fact]
    public async Task A_connection_ends_with_its_token()
    {
        var lifetime = TimeSpan.FromSeconds(2);
        var key = DevelopmentIssuer.Key(newsroom.Data);
        var token = DevelopmentIssuer.Token(key, "kit", [Role.Reporter.ToKebabCase()], TimeProvider.System.GetUtcNow(), lifetime);
        using var listener = await Listener.ConnectAsync(newsroom, token);
        while (await listener.NextAsync() is not null)
        {
            // Other tests record events.
        }
    }

    [Fact]
    public async Task A_proxy_is_told_not_to_keep_it()
    {
        using var listener = await ConnectAsync("kit", Role.Reporter);
        listener.Response.Content.Headers.ContentType!.MediaType.ShouldBe(GetEventsEndpoint.MediaType);
        listener.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    private Task<Listener> ConnectAsync(string user, Role role, string query = "", long? lastEventId = null) =>
        Listener.ConnectAsync(newsroom, newsroom.Token(user, [role]), query, lastEventId);

    private static string CodeOf(Answer refused) => refused.Json["type"]!.GetValue<string>().Split('/')[^1];

    private static IEnumerable<long> VersionsOf(IEnumerable<JsonNode> events) => events.Select(e => e["version"]!.GetValue<long>());
}
