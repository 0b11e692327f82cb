using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Worklists;

/// <summary>Lists are filtered and ordered by priority and due time, page by page, and show who claimed a check.</summary>
public sealed class PlannedListTests(Newsroom newsroom)
{
    private const string Claim = "The pier is 90 metres long.";

    [Fact]
    public async Task Stories_board_and_queue_follow_priority_and_due_time()
    {
        var (desk, first, second, third) = await PlannedAsync();
        (await IdsAsync($"/stories?desk={desk}&order=priority&limit=1", "id")).ShouldBe([second.Id, third.Id, first.Id]);
        (await IdsAsync($"/stories?desk={desk}&order=due&limit=1", "id")).ShouldBe([first.Id, second.Id]);
        (await IdsAsync($"/stories?desk={desk}&priority=urgent", "id")).ShouldBe([second.Id]);
        (await IdsAsync($"/stories?desk={desk}&dueBefore=2098-06-01T00:00:00Z", "id")).ShouldBe([first.Id]);
        (await IdsAsync($"/fact-checks/queue?desk={desk}&order=priority&limit=1", "story")).ShouldBe([second.Id, third.Id, first.Id]);
        (await IdsAsync($"/fact-checks/queue?desk={desk}&order=due&limit=1", "story")).ShouldBe([first.Id, second.Id]);
        (await BoardAsync("priority")).ShouldBe([second.Id, third.Id, first.Id]);
        (await BoardAsync("due")).ShouldBe([first.Id, second.Id, third.Id]);

        async Task<List<Guid>> BoardAsync(string order) =>
            [
                .. (await newsroom.As("ed", Role.Editor).GetAsync($"/desks/{desk}/board?order={order}")).Is(200).Body["columns"]![0]![
                    "stories"
                ]!
                    .AsArray()
                    .Select(card => card!["id"]!.GetValue<Guid>()),
            ];
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var (desk, _, _, _) = await PlannedAsync();
        var changed = (await newsroom.As("ed", Role.Editor).GetAsync($"/stories?desk={desk}&limit=1")).Is(200).Body["next"];
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories?desk={desk}&order=due&after={changed}")).IsRefused(400, "cursor");
        var queued = (await newsroom.As("ed", Role.Editor).GetAsync($"/fact-checks/queue?desk={desk}&limit=1")).Is(200).Body["next"];
        (await newsroom.As("ed", Role.Editor).GetAsync($"/fact-checks/queue?desk={desk}&order=due&after={queued}")).IsRefused(
            400,
            "cursor"
        );
    }

    [Fact]
    public async Task A_claimed_check_is_shown_in_queue_work_and_story_and_stops_no_one()
    {
        var (desk, story, _, _) = await PlannedAsync();
        (await story.DoAsync("claim-check", "femi", Role.FactChecker, new { passage = "c1" })).Is(200);
        (await story.DoAsync("claim-check", "fay", Role.FactChecker, new { passage = "c1" })).IsRefused(422, "check-claimed");
        await newsroom.CatchUpAsync();
        var fay = newsroom.As("fay", Role.FactChecker);
        var queued = (await fay.GetAsync($"/fact-checks/queue?desk={desk}"))
            .Is(200)
            .Json.AsArray()
            .Single(q => q!["story"]!.GetValue<Guid>() == story.Id);
        By(queued!["checking"]).ShouldBe("femi");
        By((await story.ReadAsync()).Json["claims"]![0]!["checking"]).ShouldBe("femi");
        var work = (await fay.GetAsync("/me/work?limit=200"))
            .Is(200)
            .Json.AsArray()
            .Single(i => i!["story"]?["id"]!.GetValue<Guid>() == story.Id);
        By(work!["checking"]).ShouldBe("femi");

        (await story.VerifyAsync("c1", by: "fay")).Is(200);
        (await story.DoAsync("release-check", "femi", Role.FactChecker, new { passage = "c1" })).Is(200);
        (await story.DoAsync("release-check", "femi", Role.FactChecker, new { passage = "c1" })).IsRefused(422, "check-not-claimed");
        (await story.ReadAsync()).Json["claims"]![0]!["checking"].ShouldBeNull();

        static string By(System.Text.Json.Nodes.JsonNode? claim) => claim!["by"]!.GetValue<string>().Split('@')[0];
    }

    /// <summary>Drafts three stories on a desk: due soon with low priority, due later and urgent, and without a plan.</summary>
    private async Task<(string Desk, StoryDriver First, StoryDriver Second, StoryDriver Third)> PlannedAsync()
    {
        var desk = $"pier-{Guid.NewGuid():N}"[..20];
        (await newsroom.As("jonas", Role.Admin).PutAsync($"/desks/{desk}", new { name = "Pier", language = "en" })).Is(201);
        var stories = new List<StoryDriver>();
        foreach (var name in new[] { "first", "second", "third" })
        {
            var story = await StoryDriver.DraftedAsync(newsroom, $"A {name} pier {desk}", $"{Claim} It rusts.", desk: desk);
            (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = Claim })).Is(200);
            stories.Add(story);
        }

        (await stories[0].DoAsync("plan-story", "ed", Role.Editor, new { priority = "low", due = "2098-01-01T12:00:00Z" })).Is(200);
        (await stories[1].DoAsync("plan-story", "ed", Role.Editor, new { priority = "urgent", due = "2099-01-01T12:00:00Z" })).Is(200);
        await newsroom.CatchUpAsync();
        return (desk, stories[0], stories[1], stories[2]);
    }

    private async Task<List<Guid>> IdsAsync(string path, string member)
    {
        var ids = new List<Guid>();
        for (var after = ""; after is not null;)
        {
            var page = (await newsroom.As("ed", Role.Editor).GetAsync($"{path}{after}")).Is(200).Body;
            ids.AddRange(page["items"]!.AsArray().Select(item => item![member]!.GetValue<Guid>()));
            after = page["next"] is { } next ? $"&after={next}" : null;
        }

        return ids;
    }
}
