using System.Text.Json.Nodes;
using System.Xml.Linq;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Publication;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

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
    [InlineData("feed.atom", "FEED.Atom")]
    [InlineData("feed.rss", "feed.RSS")]
    [InlineData("feed.json", "Feed.json")]
    public async Task A_feed_is_the_same_however_its_path_is_spelled(string feed, string spelled)
    {
        var known = (await newsroom.Reader().GetAsync($"/published/{feed}")).Is(200);
        var answer = (await newsroom.Reader().GetAsync($"/PUBLISHED/{spelled}")).Is(200);
        answer.Text.ShouldBe(known.Text);
        answer.ETag.ShouldBe(known.ETag);
    }

    [Theory]
    [InlineData("%01")]
    [InlineData("en%0A")]
    [InlineData("e")]
    [InlineData("en_GB")]
    [InlineData("en-")]
    [InlineData("<b>")]
    [InlineData("%D9%85")]
    public async Task A_text_that_is_no_language_tag_is_refused(string language)
    {
        foreach (var list in new[] { "/published", "/published/feed.atom", "/published/feed.rss", "/published/feed.json" })
        {
            (await newsroom.Reader().GetAsync($"{list}?language={language}")).IsRefused(400, "language");
        }
    }

    [Fact]
    public async Task A_language_is_compared_without_regard_to_case_and_written_in_its_customary_case()
    {
        (await newsroom.As("adi", Role.Admin).PutAsync("/desks/nordic", new { name = "Nordic", language = "NB-no" })).Is(201);
        var story = await PublishedStories.PublishAsync(newsroom, "In a Nordic language", desk: "nordic");
        foreach (var list in new[] { "/published?language=nb-NO", "/published?language=NB-NO&desk=nordic" })
        {
            (await newsroom.Reader().GetAsync(list)).Is(200).Json.AsArray().ShouldHaveSingleItem()!["slug"]!
                .GetValue<string>()
                .ShouldBe(story.Slug);
        }

        var feed = (await newsroom.Reader().GetAsync("/published/feed.atom?language=nb-no")).Is(200);
        feed.Text.ShouldContain("xml:lang=\"nb-NO\"");
        (await newsroom.Reader().GetAsync("/published/feed.atom?language=NB-NO", feed.ETag)).Is(304);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("world", null)]
    [InlineData(null, "en")]
    [InlineData("world", "en")]
    public async Task A_list_reads_only_the_rows_that_it_has(string? desk, string? language)
    {
        await using var source = NpgsqlDataSource.Create(newsroom.Database);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.RunAsync("set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off");
        var after = new Keyset(newsroom.Clock.GetUtcNow(), Guid.NewGuid());
        var select = PublishedList.Select("d.id", desk, language, after, lines: 50);
        await using var explain = new NpgsqlCommand($"explain {select.CommandText}", connection);
        foreach (NpgsqlParameter parameter in select.Parameters)
        {
            explain.Parameters.Add(parameter.Clone());
        }

        var plan = new List<string>();
        await using (var lines = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await lines.ReadAsync(TestContext.Current.CancellationToken))
            {
                plan.Add(lines.GetString(0));
            }
        }

        var text = string.Join('\n', plan);
        text.ShouldNotContain("Sort");
        var condition = plan.Single(line => line.Contains("Index Cond", StringComparison.Ordinal));
        foreach (var column in new[] { desk is null ? null : "desk", language is null ? null : "language", "updated" })
        {
            condition.ShouldContain(column ?? "", customMessage: text);
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
