using System.Text.Json.Nodes;
using System.Xml.Linq;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Publication;

/// <summary>Feeds have the latest stories of all desks, of one desk or in one language.</summary>
public sealed class FeedTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task A_feed_selects_a_desk_and_a_language()
    {
        (await newsroom.As("adi", Role.Admin).PutAsync("/desks/feeds", new { name = "Feeds", language = "nb" })).Is(201);
        var ours = await PublishedStories.PublishAsync(newsroom, "Of the desk of feeds", desk: "feeds");
        var other = await PublishedStories.PublishAsync(newsroom, "Of another desk");
        foreach (var query in new[] { "?desk=feeds", "?language=nb", "?language=NB&desk=feeds" })
        {
            (await SlugsAsync(query)).ShouldBe([ours.Slug]);
        }

        (await SlugsAsync("")).ShouldBe([other.Slug, ours.Slug]);
        (await SlugsAsync("?desk=feeds&language=en")).ShouldBeEmpty();
        foreach (var feed in new[] { "atom", "rss", "json" })
        {
            (await newsroom.Reader().GetAsync($"/published/feed.{feed}?desk=nowhere")).IsRefused(404, "unknown-desk");
            (await newsroom.Reader().GetAsync($"/published/feed.{feed}?language=xx")).Is(200);
            (await newsroom.Reader().GetAsync($"/published/feed.{feed}?author=ana")).Is(400);
        }
    }

    [Theory]
    [InlineData("feed.atom", "application/atom+xml")]
    [InlineData("feed.rss", "application/rss+xml")]
    [InlineData("feed.json", "application/feed+json")]
    [InlineData("sitemap-news.xml", "application/xml")]
    public async Task A_feed_is_revalidated_and_changes_with_its_stories(string feed, string mediaType)
    {
        var story = await PublishedStories.PublishAsync(newsroom, $"Revalidated {feed}");
        var first = (await newsroom.Reader().GetAsync($"/published/{feed}")).Is(200);
        first.ContentType.ShouldBe(mediaType);
        first.Headers["Cache-Control"].ShouldContain("max-age=10");
        (await newsroom.Reader().GetAsync($"/published/{feed}", first.ETag)).Is(304);
        (await newsroom.Reader().SendAsync(HttpMethod.Head, $"/published/{feed}", null, null)).Is(200).ETag.ShouldBe(first.ETag);

        (await story.DoAsync("withhold", "pia", Role.Publisher, new { reason = "Checking." })).Is(200);
        var withheld = (await newsroom.Reader().GetAsync($"/published/{feed}", first.ETag)).Is(200);
        withheld.Text.ShouldNotContain(story.Slug);
        (await story.DoAsync("release", "pia", Role.Publisher)).Is(200);
        (await newsroom.Reader().GetAsync($"/published/{feed}")).Is(200).ETag.ShouldBe(first.ETag);
    }

    [Fact]
    public async Task A_sitemap_names_the_publication_and_the_language()
    {
        var story = await PublishedStories.PublishAsync(newsroom, "In the sitemap");
        XNamespace news = "http://www.google.com/schemas/sitemap-news/0.9";
        var map = XDocument.Parse((await newsroom.Reader().GetAsync("/published/sitemap-news.xml")).Is(200).Text);
        var entry = map.Root!.Elements().Single(url => url.Elements().First().Value.EndsWith($"/{story.Slug}", StringComparison.Ordinal));
        entry.Descendants(news + "language").Single().Value.ShouldBe("en");
        entry.Descendants(news + "name").Single().Value.ShouldBe("Newsroom");
        entry.Descendants(news + "title").Single().Value.ShouldBe("In the sitemap");
    }

    private async Task<IEnumerable<string>> SlugsAsync(string query) =>
        JsonNode
            .Parse((await newsroom.Reader().GetAsync($"/published/feed.json{query}")).Is(200).Text)!["items"]!
            .AsArray()
            .Select(item => item!["url"]!.GetValue<string>().Split('/')[^1])
            .Where(slug => slug.StartsWith("of-", StringComparison.Ordinal));
}
