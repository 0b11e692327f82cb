using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Queries;

/// <summary>The gates of a story name its next step, and the people who can take it.</summary>
public sealed class NextStepTests(Newsroom newsroom)
{
    [Fact]
    public async Task A_draft_is_submitted_by_its_author_and_published_once_it_is_ready()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A next step", "It rains.");
        (await NextAsync()).ShouldBe("submit-for-review by reporter editor if rita");
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter, new { })).Is(200);
        (await NextAsync()).ShouldBe("");
        (await story.ApproveAsync("ed")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await NextAsync()).ShouldBe("publish by publisher if ");
        (await story.DoAsync("publish", "pia", Role.Publisher, new { })).Is(200);
        (await NextAsync()).ShouldBe("");

        (await story.DoAsync("submit-for-review", "rita", Role.Reporter, new { })).Is(200);
        (await GatesAsync())["ready"]!.GetValue<bool>().ShouldBeFalse("readers have these words");
        (await NextAsync()).ShouldBe("request-changes by editor if ");

        async Task<System.Text.Json.Nodes.JsonNode> GatesAsync() =>
            (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/gates")).Is(200).Json;

        async Task<string> NextAsync() =>
            string.Join(
                ", ",
                (await GatesAsync())["next"]!
                    .AsArray()
                    .Select(way =>
                        $"{way!["command"]} by {string.Join(' ', way["roles"]!.AsArray())} if "
                        + string.Join(' ', way["onlyBy"]!.AsArray().Select(person => person!.GetValue<string>().Split('@')[0]))
                    )
            );
    }
}
