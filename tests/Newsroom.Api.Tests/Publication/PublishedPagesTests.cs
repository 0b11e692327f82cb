using JasperFx.Events;
using Newsroom.Api.Publication;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Tests.Publication;

/// <summary>Pages of the past: what was public then, and was not withdrawn since.</summary>
public sealed class PublishedPagesTests(Newsroom newsroom)
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

    [Fact]
    public async Task A_page_of_the_past_has_the_desk_and_the_language_of_its_edition()
    {
        var story = await PublishedStories.PublishAsync(newsroom, "Wall of another desk");
        var first = await ChangedAsync(story);
        var before = await ReadAllAsync();
        var line = before["json"].Json;
        (line["desk"]!.GetValue<string>(), line["language"]!.GetValue<string>()).ShouldBe(("world", "en"));
        (await story.DoAsync("describe-story", "rita", Role.Reporter, new { desk = "metro", language = "en-GB" })).Is(200);
        await PublishedStories.UpdateAsync(story);
        var now = (await stories.PageAsync(story)).Is(200).Json;
        (now["desk"]!.GetValue<string>(), now["language"]!.GetValue<string>()).ShouldBe(("metro", "en-GB"));
        foreach (var (extension, page) in await ReadAllAsync())
        {
            page.Text.ShouldBe(before[extension].Text, extension);
        }

        async Task<Dictionary<string, Answer>> ReadAllAsync()
        {
            var pages = new Dictionary<string, Answer>(StringComparer.Ordinal);
            foreach (var extension in FormatNegotiation.Extensions)
            {
                var path = $"/published/{story.Slug}.{extension}?at={Uri.EscapeDataString(first)}";
                pages.Add(extension, (await newsroom.Reader().GetAsync(path)).Is(200));
            }

            return pages;
        }
    }

    [Fact]
    public void A_change_that_a_slow_clock_recorded_counts_as_not_earlier_than_the_edition()
    {
        var published = new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);
        var words = Fingerprint.Of("claim", FactCheckStories.Claim);
        var rated = new StoryEvent.FactCheckPublished(
            "c1",
            words,
            FactCheckStories.Claim,
            Verdict.Verified,
            [4, 5],
            "Ada Berg",
            ClaimantKind.Person,
            new FactCheckRating("True", 5, 5),
            "It is.",
            []
        );
        var line = new EditionLine(1, EditionKind.First, published, null, 1);
        var page = new PublishedStory(Guid.Empty, "", "", "", published, published, null!, [line]);
        var slow = new Event<StoryEvent.FactCheckPublished>(rated) { Timestamp = published - TimeSpan.FromMinutes(5), Version = 7 };
        var next = new PublishedStoryProjection().Evolve(page, Guid.Empty, slow).ShouldNotBeNull();
        next.Updated.ShouldBe(published);
        next.FactChecks!.Value.ShouldHaveSingleItem().FactCheck.At.ShouldBe(published);
        next.FactCheckChanges!.Value.ShouldBe([published]);
    }

    /// <summary>Returns when readers saw the last change.</summary>
    private async Task<string> ChangedAsync(StoryDriver story) =>
        (await stories.PageAsync(story)).Is(200).Json["updated"]!.GetValue<string>();
}
