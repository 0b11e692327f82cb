using System.Text.Json.Nodes;
using Newsroom.Api.Publication;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Publication;

/// <summary>What readers see of a story that was withheld, retracted or killed.</summary>
public class TakedownTests(Newsroom newsroom)
{
    private const string Words = "The wall is thirteen metres long, and it leans.";
    private const string Standfirst = "A wall that leans";

    [Fact]
    public async Task A_withheld_story_is_not_found_until_it_is_released()
    {
        var story = await PublishedAsync("Wall withheld");
        var page = (await ReadAsync(story)).Is(200);
        (await story.DoAsync("withhold", "pia", Role.Publisher, new { reason = "The figure is being checked." })).Is(200);

        foreach (var query in new[] { "", "?at=2100-01-01T00:00:00Z", $"?at={await DraftedAtAsync(story)}" })
        {
            var hidden = (await ReadAsync(story, query, page.ETag)).IsRefused(404, "unknown-slug");
            hidden.Headers.ShouldNotContainKey("Retry-After");
            hidden.Text.ShouldNotContain("figure");
        }

        (await ReadAsync(story, "", "*")).IsRefused(404, "unknown-slug");
        (await ListedAsync(story)).ShouldBeNull();
        (await newsroom.As("ana", Role.Editor).GetAsync($"/stories/{story.Id}")).Is(200).Json["publication"]!["withheld"]!["reason"]!
            .GetValue<string>()
            .ShouldBe("The figure is being checked.");

        (await story.DoAsync("publish", "pia", Role.Publisher)).IsRefused(422, "story-withheld");
        (await story.DoAsync("release", "pia", Role.Publisher)).Is(200);
        (await ReadAsync(story)).Is(200).Json.ToJsonString().ShouldBe(page.Json.ToJsonString());
        (await ListedAsync(story)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_story_that_legal_withheld_is_released_by_legal_and_not_under_a_hold()
    {
        var story = await PublishedAsync("Wall withheld by legal");
        (await story.DoAsync("withhold", "lea", Role.Legal, new { reason = "A letter from their lawyer." })).Is(200);
        (await story.DoAsync("release", "pia", Role.Publisher)).IsRefused(403, "withheld-by-legal");
        (await story.DoAsync("place-hold", "lea", Role.Legal, new { reason = "In case." })).Is(200);
        (await story.DoAsync("release", "lea", Role.Legal)).IsRefused(422, "held");
        (await story.DoAsync("lift-hold", "lea", Role.Legal, new { hold = "h1" })).Is(200);
        (await story.DoAsync("release", "lea", Role.Legal)).Is(200);
    }

    [Fact]
    public async Task A_retracted_story_keeps_its_page_with_the_notice_in_place_of_its_words()
    {
        var story = await PublishedAsync("Wall retracted");
        var live = (await ReadAsync(story)).Is(200);
        var published = live.Json["firstPublished"]!.GetValue<string>();
        var past = (await ReadAsync(story, $"?at={published}")).Is(200);
        (await story.DoAsync("retract", "chi", Role.ChiefEditor, new { reason = "Forged.", notice = "" })).IsRefused(
            422,
            "notice-required"
        );
        (await story.DoAsync("retract", "chi", Role.ChiefEditor, new { reason = "Forged.", notice = "We have retracted this story." })).Is(
            200
        );

        foreach (var query in new[] { "", $"?at={published}", "?at=2100-01-01T00:00:00Z" })
        {
            foreach (var tag in new[] { live.ETag, past.ETag })
            {
                HasNoWords((await ReadAsync(story, query, tag)).Is(200));
            }

            var page = (await ReadAsync(story, query)).Is(200);
            (await ReadAsync(story, query, page.ETag)).Is(304);
            (
                page.Json["status"]!.GetValue<string>(),
                page.Json["notice"]!.GetValue<string>(),
                page.Json["headline"]!.GetValue<string>()
            ).ShouldBe(("retracted", "We have retracted this story.", "Wall retracted"));
            HasNoWords(page);
            page.Text.ShouldNotContain("Forged");
        }

        var line = (await ListedAsync(story)).ShouldNotBeNull();
        (line["status"]!.GetValue<string>(), line["notice"]!.GetValue<string>()).ShouldBe(("retracted", "We have retracted this story."));
        line.ToJsonString().ShouldNotContain(Standfirst);
        (await story.DoAsync("revise-article", "ana", Role.Editor, new { body = "Again." })).IsRefused(422, "story-retracted");
        (await story.BodyAsync()).ShouldBe(Words);
    }

    [Fact]
    public async Task Of_a_killed_story_only_the_notice_is_public()
    {
        var story = await PublishedAsync("Wall killed");
        var page = (await ReadAsync(story)).Is(200);
        var body = new { reason = "A court order.", notice = "This story is no longer available for legal reasons." };
        (await story.DoAsync("kill", "pia", Role.Publisher, body)).Is(403);
        (await story.DoAsync("kill", "lea", Role.Legal, body)).Is(200);

        foreach (var query in new[] { "", $"?at={page.Json["firstPublished"]}", "?at=2100-01-01T00:00:00Z" })
        {
            foreach (var tag in new[] { null, page.ETag, "*" })
            {
                var gone = (await ReadAsync(story, query, tag)).IsRefused(410, "killed");
                gone.Json["detail"]!.GetValue<string>().ShouldBe(body.notice);
                HasNoWords(gone);
                gone.Text.ShouldNotContain("Wall killed");
                gone.Text.ShouldNotContain("court");
            }
        }

        (await ListedAsync(story)).ShouldBeNull();
        (await DocumentAsync(story)).ShouldNotContain("thirteen");
        var history = (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history")).Is(200).Json.AsArray()[^1]!;
        history["why"]!.GetValue<string>().ShouldBe("A court order.");
        (await story.BodyAsync()).ShouldBe(Words);
    }

    [Fact]
    public async Task Corrections_of_a_story_are_public_as_long_as_it_is()
    {
        var story = await PublishedAsync("Wall with notices");
        (await story.DoAsync("correct", "pia", Role.Publisher, new { kind = "editors-note", note = "It leans to the west." })).Is(200);
        (await NoticesAsync(story)).ShouldBe([("editors-note", "It leans to the west.")]);

        (await story.DoAsync("withhold", "pia", Role.Publisher, new { reason = "Checking." })).Is(200);
        (await newsroom.Reader().GetAsync($"/corrections?slug={story.Slug}")).IsRefused(404, "unknown-slug");
        (await newsroom.Reader().GetAsync("/corrections?limit=200")).Is(200).Text.ShouldNotContain(story.Slug);
        (await story.DoAsync("release", "pia", Role.Publisher)).Is(200);
        (await story.DoAsync("retract", "chi", Role.ChiefEditor, new { reason = "Forged.", notice = "We have retracted it." })).Is(200);
        (await NoticesAsync(story)).ShouldBe([("retraction", "We have retracted it."), ("editors-note", "It leans to the west.")]);

        (await story.DoAsync("kill", "lea", Role.Legal, new { reason = "A court order.", notice = "It is gone." })).Is(200);
        (await NoticesAsync(story)).ShouldBe([("kill", "It is gone.")]);
        (await newsroom.Reader().GetAsync($"/corrections?slug={story.Slug}")).Text.ShouldNotContain("Wall with notices");
        (await newsroom.Reader().GetAsync("/corrections?limit=200")).Text.ShouldNotContain(story.Slug);
        foreach (var line in new string[][] { ["corrections"], ["corrections", story.Slug] })
        {
            var listed = await newsroom.TypeAsync("rob", Role.Reporter, line);
            listed.Code.ShouldBe(0, listed.Said);
            listed.Said.ShouldContain("It is gone.");
        }

        (await newsroom.Reader().GetAsync("/corrections?slug=no-such-story")).IsRefused(404, "unknown-slug");
        (await StoredNoticesAsync(story)).ShouldBe(["It is gone."]);
    }

    private async Task<IEnumerable<(string, string)>> NoticesAsync(StoryDriver story)
    {
        await newsroom.CatchUpAsync();
        var all = (await newsroom.Reader().GetAsync("/corrections?limit=200")).Is(200).Json.AsArray();
        var own = (await newsroom.Reader().GetAsync($"/corrections?slug={story.Slug}")).Is(200).Json.AsArray();
        own.Where(line => line!["kind"]!.GetValue<string>() != "kill")
            .Select(line => line!.ToJsonString())
            .ShouldBe(all.Where(line => line!["slug"]?.GetValue<string>() == story.Slug).Select(line => line!.ToJsonString()));
        return own.Select(line => (line!["kind"]!.GetValue<string>(), line["text"]!.GetValue<string>()));
    }

    private async Task<List<string>> StoredNoticesAsync(StoryDriver story)
    {
        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        await using var command = database.CreateCommand($"select data ->> 'text' from {PublicNotice.Table} where story = $1");
        command.Parameters.AddWithValue(story.Id);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var texts = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }

    private async Task<string> DocumentAsync(StoryDriver story)
    {
        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        await using var command = database.CreateCommand($"select data::text from {PublishedStory.Table} where id = $1");
        command.Parameters.AddWithValue(story.Id);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static void HasNoWords(Answer answer)
    {
        answer.Text.ShouldNotContain("thirteen");
        answer.Text.ShouldNotContain(Standfirst);
    }

    private Task<Answer> ReadAsync(StoryDriver story, string query = "", string? ifNoneMatch = null) =>
        newsroom.Reader().GetAsync($"/published/{story.Slug}{query}", ifNoneMatch);

    private static async Task<string> DraftedAtAsync(StoryDriver story) => (await story.ReadAsync()).Json["draftedAt"]!.GetValue<string>();

    private async Task<JsonNode?> ListedAsync(StoryDriver story) =>
        (await newsroom.Reader().GetAsync("/published?limit=200"))
            .Is(200)
            .Json.AsArray()
            .SingleOrDefault(line => line!["slug"]!.GetValue<string>() == story.Slug);

    private async Task<StoryDriver> PublishedAsync(string headline)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, headline, Words);
        (await story.DoAsync("revise-article", "rita", Role.Reporter, new { standfirst = Standfirst })).Is(200);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ed")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await story.PublishAsync()).Is(200);
        return story;
    }
}
