using System.Text.Json.Nodes;
using System.Xml.Linq;
using Newsroom.Api.Publication;
using Newsroom.Domain.Kernel;
using Newsroom.Formats.Tests;

namespace Newsroom.Api.Tests.Publication;

/// <summary>All formats and feeds say the same of a story that was updated, corrected, withheld, retracted or killed.</summary>
public sealed class FormatAgreementTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private static readonly string[] Feeds = ["feed.atom", "feed.rss", "feed.json", "sitemap-news.xml"];

    [Fact]
    public async Task An_updated_and_a_corrected_story()
    {
        var story = await PublishedStories.PublishAsync(newsroom, "Agreed updates");
        await PublishedStories.UpdateAsync(story);
        var updated = await AgreedAsync(story);
        (updated.IsLive, updated.Notes).ShouldBe((true, ""));
        (await TextAsync(story, "ninjs")).ShouldContain("signal/update");
        (await TextAsync(story, "newsml")).ShouldContain("sig:update");

        await PublishedStories.CorrectAsync(story);
        var corrected = await AgreedAsync(story);
        (corrected.First, corrected.Notes).ShouldBe((updated.First, PublishedStories.Note));
        corrected.Updated.ShouldBeGreaterThan(updated.Updated);
        (await TextAsync(story, "ninjs")).ShouldContain("signal/correction");
        (await TextAsync(story, "newsml")).ShouldContain("sig:correction");
        foreach (var feed in Feeds)
        {
            (await FeedAsync(feed)).ShouldContain(story.Slug, Case.Sensitive, feed);
        }

        var item = (await FeedItemAsync(story)).ShouldNotBeNull();
        item["id"]!.GetValue<string>().ShouldBe($"urn:uuid:{story.Id}");
        item["date_modified"]!.GetValue<DateTimeOffset>().ShouldBe(corrected.Updated);
        item["_newsroom"]!["corrections"]!.AsArray().Single()!["text"]!.GetValue<string>().ShouldBe(PublishedStories.Note);
        var entry = (await AtomEntryAsync(story)).ShouldNotBeNull();
        entry.ShouldContain("category term=\"correction\"");
        entry.ShouldContain("fourteen");
    }

    [Fact]
    public async Task A_withheld_story_is_nowhere_until_it_is_released()
    {
        var story = await PublishedStories.PublishAsync(newsroom, "Agreed withholding");
        var published = await AgreedAsync(story);
        (await story.DoAsync("withhold", "pia", Role.Publisher, new { reason = "Checking." })).Is(200);
        foreach (var extension in FormatNegotiation.Extensions)
        {
            var refused = (await newsroom.Reader().GetAsync($"/published/{story.Slug}.{extension}")).Is(404);
            refused.Text.ShouldContain("Nothing is published as", Case.Sensitive, extension);
            refused.ContentType.ShouldBe(extension == "html" ? "text/html" : "application/problem+json");
        }

        foreach (var feed in Feeds)
        {
            var text = await FeedAsync(feed);
            text.ShouldNotContain(story.Slug, Case.Sensitive, feed);
            text.ShouldNotContain($"{story.Id}", Case.Sensitive, feed);
        }

        (await story.DoAsync("release", "pia", Role.Publisher)).Is(200);
        (await AgreedAsync(story)).ShouldBe(published);
    }

    [Fact]
    public async Task A_retracted_story_has_its_notice_and_no_body()
    {
        const string notice = "We have retracted this story: its source forged a letter.";
        var story = await PublishedStories.PublishAsync(newsroom, "Agreed retraction");
        (await story.DoAsync("retract", "chi", Role.ChiefEditor, new { reason = "Forged.", notice })).Is(200);
        var facts = await AgreedAsync(story);
        (facts.IsLive, facts.Headline, facts.Notes).ShouldBe((false, "Agreed retraction", notice));
        foreach (var extension in FormatNegotiation.Extensions)
        {
            (await TextAsync(story, extension)).ShouldNotContain("thirteen", Case.Sensitive, extension);
        }

        (await FeedItemAsync(story)).ShouldNotBeNull()["content_text"]!.GetValue<string>().ShouldBe(notice);
        (await AtomEntryAsync(story)).ShouldNotBeNull().ShouldContain("category term=\"retracted\"");
        (await FeedAsync("sitemap-news.xml")).ShouldNotContain(story.Slug);
    }

    [Fact]
    public async Task Of_a_killed_story_no_word_but_the_notice_is_in_any_public_answer()
    {
        const string notice = "This story is no longer available for legal reasons.";
        var story = await PublishedStories.PublishAsync(newsroom, "Agreed kill", $"Zwölffingerdarm. {PublishedStories.Words}");
        await PublishedStories.CorrectAsync(story);
        var tags = (await Task.WhenAll(FormatNegotiation.Extensions.Select(e => ReadAsync(story, e)))).Select(page => page.ETag).ToList();
        (await story.DoAsync("kill", "lea", Role.Legal, new { reason = "A court order.", notice })).Is(200);

        foreach (var (extension, tag) in FormatNegotiation.Extensions.Zip(tags))
        {
            foreach (var seen in new[] { null, tag, "*" })
            {
                var gone = await newsroom.Reader().GetAsync($"/published/{story.Slug}.{extension}", seen);
                gone.Is(410).Text.ShouldContain(notice, Case.Sensitive, extension);
                HasNoWords(gone.Text, extension);
                gone.Text.ShouldNotContain("fourteen", Case.Insensitive, extension);
            }
        }

        (await TextAsync(story, "ninjs", 410)).ShouldContain("\"canceled\"");
        (await TextAsync(story, "newsml", 410)).ShouldContain("stat:canceled");
        var killed = await AgreedAsync(story, 410);
        (killed.IsLive, killed.Notes).ShouldBe((false, notice));
        foreach (var feed in Feeds)
        {
            var text = await FeedAsync(feed);
            text.ShouldNotContain(story.Slug, Case.Sensitive, feed);
            HasNoWords(text, feed);
        }

        (await FeedAsync("feed.atom")).ShouldContain($"deleted-entry ref=\"urn:uuid:{story.Id}\"");
        HasNoWords((await newsroom.Reader().GetAsync("/published?limit=200")).Is(200).Text, "list");
        HasNoWords((await newsroom.Reader().GetAsync("/corrections?limit=200")).Is(200).Text, "corrections");
    }

    private static void HasNoWords(string text, string where)
    {
        // JSON may escape letters that are not ASCII.
        foreach (var word in new[] { "Agreed kill", "lffingerdarm", "court order" })
        {
            text.ShouldNotContain(word, Case.Insensitive, where);
        }
    }

    /// <summary>Reads all formats, and returns what they agree on.</summary>
    private async Task<FormatFacts> AgreedAsync(StoryDriver story, int status = 200)
    {
        var compared = FormatNegotiation.Extensions.Where(extension => status == 200 || extension != "json").ToList();
        var facts = new List<FormatFacts>();
        foreach (var extension in compared)
        {
            facts.Add(FormatFacts.Of(extension, await TextAsync(story, extension, status)));
        }

        foreach (var (extension, fact) in compared.Zip(facts))
        {
            // The page of a killed story has the notice as its headline, others have none.
            (fact with { Headline = status == 200 ? fact.Headline : null }).ShouldBe(
                facts[0] with { Headline = status == 200 ? facts[0].Headline : null },
                extension
            );
        }

        return facts[0];
    }

    private Task<Answer> ReadAsync(StoryDriver story, string extension) =>
        newsroom.Reader().GetAsync($"/published/{story.Slug}.{extension}");

    private async Task<string> TextAsync(StoryDriver story, string extension, int status = 200) =>
        (await ReadAsync(story, extension)).Is(status).Text;

    private async Task<string> FeedAsync(string feed) => (await newsroom.Reader().GetAsync($"/published/{feed}")).Is(200).Text;

    private async Task<JsonNode?> FeedItemAsync(StoryDriver story) =>
        JsonNode
            .Parse(await FeedAsync("feed.json"))!["items"]!
            .AsArray()
            .SingleOrDefault(item => item!["url"]!.GetValue<string>().EndsWith($"/{story.Slug}", StringComparison.Ordinal));

    private async Task<string?> AtomEntryAsync(StoryDriver story)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        return XDocument
            .Parse(await FeedAsync("feed.atom"))
            .Root!.Elements(atom + "entry")
            .SingleOrDefault(entry => entry.Element(atom + "id")!.Value == $"urn:uuid:{story.Id}")
            ?.ToString();
    }
}
