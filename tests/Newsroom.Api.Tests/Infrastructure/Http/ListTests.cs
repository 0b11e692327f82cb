using System.Text.Json.Nodes;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Worklists;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>Every list is answered as a page: its items, and the cursor of the next page.</summary>
public sealed class ListTests(Newsroom newsroom)
{
    /// <summary>The lists, each with the role that reads it.</summary>
    public static TheoryData<string, Role> Lists =>
        new()
        {
            { "/stories", Role.Editor },
            { "/stories?slug=none", Role.Editor },
            { "/stories?q=%22%22", Role.Editor },
            { "/dismissed-phrases", Role.Editor },
            { "/desks", Role.Editor },
            { "/speakers", Role.Editor },
            { "/people", Role.Editor },
            { "/fact-checks/queue", Role.Editor },
            { "/fact-checks/queue?order=due", Role.Editor },
            { "/stories?order=priority", Role.Editor },
            { "/me/work", Role.Editor },
            { "/erasures", Role.Legal },
            { "/audit", Role.Auditor },
            { "/subscribers", Role.Auditor },
            { "/views/parked-events", Role.Auditor },
            { "/published", Role.Editor },
            { "/corrections", Role.Editor },
        };

    [Fact]
    public async Task The_cursor_of_another_list_is_refused()
    {
        var (at, id) = (DateTimeOffset.UnixEpoch, Guid.NewGuid());
        var cursors = new Dictionary<string, object>
        {
            ["/stories"] = new Keyset(at, id),
            ["/published"] = new Keyset(at, id) { List = CursorList.Published },
            ["/corrections"] = new Keyset(at, id) { List = CursorList.Corrections },
            ["/dismissed-phrases"] = new Keyset(at, id) { List = CursorList.DismissedPhrases },
            ["/speakers/none/quotes"] = new Keyset(at, id) { List = CursorList.SpeakerQuotes },
            ["/stories?order=priority"] = new RankedKeyset(1, at, id),
            ["/me/work"] = new RankedKeyset(1, at, id) { List = CursorList.Work },
        };
        foreach (var (list, path) in cursors.Keys.SelectMany(list => cursors.Keys.Select(path => (list, path))))
        {
            var answer = await newsroom.As("ed", Role.Editor).GetAsync($"{path}{(path.Contains('?') ? '&' : '?')}after={cursors[list]}");
            (answer.Status == 400).ShouldBe(list != path, $"{path} with a cursor of {list}: {answer.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_has_items_and_a_cursor(string path, Role role)
    {
        var answer = (await newsroom.As("lister", role).GetAsync(path)).Is(200);
        answer.Body.AsObject().Select(member => member.Key).ShouldBe(["items", "next"]);
        answer.Body["items"].ShouldBeOfType<JsonArray>();
        (answer.Link is null).ShouldBe(answer.Body["next"] is null);
    }

    [Fact]
    public async Task The_description_has_no_list_without_a_page()
    {
        var paths = (await newsroom.Reader().GetAsync("/openapi/v1.json")).Is(200).Body["paths"]!.AsObject();
        paths
            .Select(path => (Path: path.Key, Schema: path.Value!["get"]?["responses"]?["200"]?["content"]?["application/json"]?["schema"]))
            .Where(read => $"{read.Schema?["type"]}" == "array")
            .Select(read => read.Path)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_cursor_leads_through_the_whole_queue_once()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Queued in pages", "It rains. It snows. It hails. It thaws.");
        foreach (var words in new[] { "It rains.", "It snows.", "It hails.", "It thaws." })
        {
            (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words })).Is(200);
        }

        (await story.VerifyAsync("c1")).Is(200);
        (await story.ReplaceAsync("ed", Role.Editor, "rains", "rained")).Is(200);
        await newsroom.CatchUpAsync();
        var reader = newsroom.As("lister", Role.Editor);
        var whole = (await reader.GetAsync("/fact-checks/queue?desk=world&limit=200")).Is(200).Json.AsArray().Select(q => $"{q!["id"]}");

        var paged = new List<string>();
        for (var after = ""; after is not null;)
        {
            var page = (await reader.GetAsync($"/fact-checks/queue?desk=world&limit=1{after}")).Is(200).Body;
            paged.AddRange(page["items"]!.AsArray().Select(q => $"{q!["id"]}"));
            after = page["next"] is { } next ? $"&after={next}" : null;
        }

        paged.ShouldBe(whole);
        paged.Count(id => id.StartsWith($"{story.Id}/", StringComparison.Ordinal)).ShouldBe(4);
        (await reader.GetAsync("/fact-checks/queue?after=nonsense")).IsRefused(400, "cursor");
    }
}
