using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Publication;

/// <summary>Pages of the past: what was public then, and was not withdrawn since.</summary>
public sealed class PastFactCheckTests(ShiftedNewsroom newsroom) : IClassFixture<ShiftedNewsroom>
{
    private const string Rated = $"{FactCheckStories.Claim}: Mostly true";

    private readonly FactCheckStories stories = new(newsroom);

    [Fact]
    public async Task A_page_of_the_past_has_a_fact_check_that_was_public_then_and_is_not_withdrawn()
    {
        var story = await stories.LiveAsync("Rated wall of the past");
        var live = await ChangedAsync(story);
        (await FactCheckStories.RateAsync(story)).Is(200);
        var rated = await ChangedAsync(story);
        (await story.DoAsync("revise-article", "rita", Role.Reporter, new { standfirst = "A wall that leans to the west" })).Is(200);
        await FactCheckStories.PublishAgainAsync(story, "publish", new { kind = "update" });
        var updated = await ChangedAsync(story);
        (await stories.AgreedAsync(story, live)).ShouldBe("");
        (await stories.AgreedAsync(story, rated)).ShouldBe(Rated);
        (await stories.AgreedAsync(story, updated)).ShouldBe(Rated);
        var past = (await stories.PageAsync(story, at: rated)).Is(200);
        (past.Json["edition"]!.GetValue<int>(), past.Json["updated"]!.GetValue<string>()).ShouldBe((1, rated));
        (await stories.PageAsync(story, past.ETag, rated)).Is(304);

        (await story.DoAsync("withdraw-fact-check", "pia", Role.Publisher, new { claim = "c1", reason = "Wrong wall." })).Is(200);
        (await stories.AgreedAsync(story, rated)).ShouldBe("");
        (await stories.AgreedAsync(story, updated)).ShouldBe("");
        (await stories.PageAsync(story, past.ETag, rated)).Is(200);
    }

    [Fact]
    public async Task A_fact_check_that_an_edition_without_its_words_ended_is_on_no_page_of_the_past()
    {
        var story = await stories.RatedAsync("Rated wall that grew");
        var rated = await ChangedAsync(story);
        (await story.ReplaceAsync("rita", Role.Reporter, "thirteen", "fourteen")).Is(200);
        await FactCheckStories.PublishAgainAsync(story, "publish", new { kind = "update" }, "femi", "fay");
        await ChangedAsync(story);
        (await FactCheckStories.RateAsync(story, sources: [])).Is(200);
        (await stories.AgreedAsync(story, rated)).ShouldBe("");
        (await stories.AgreedAsync(story)).ShouldBe("The wall is fourteen metres long.: Mostly true");
    }

    /// <summary>Returns when readers saw the last change; the next one is a minute later.</summary>
    private async Task<string> ChangedAsync(StoryDriver story)
    {
        var changed = (await stories.PageAsync(story)).Is(200).Json["updated"]!.GetValue<string>();
        newsroom.Time.Ahead += TimeSpan.FromMinutes(1);
        return changed;
    }
}
