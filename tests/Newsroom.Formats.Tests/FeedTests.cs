using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Newsroom.Domain.Stories;

namespace Newsroom.Formats.Tests;

/// <summary>Feeds and the sitemap are what their standards say, whatever the words.</summary>
public sealed class FeedTests
{
    private static readonly Site Site = HostileEditions.Site;

    [Fact]
    public void Feeds_with_hostile_words_parse_back()
    {
        var feed = HostileEditions.FeedOf(0, Feed.MaxItems);
        SyndicationFeed atom = Load(SyndicationFeeds.RenderAtom(feed, Site)), rss = Load(SyndicationFeeds.RenderRss(feed, Site));
        foreach (var parsed in new[] { atom, rss })
        {
            parsed.Items.Select(item => item.Id).ShouldBe(feed.Items.Select(item => item.Id));
            parsed.Items.Select(item => item.Title.Text.Trim()).ShouldBe(feed.Items.Select(TitleOf));
            parsed.Items.ShouldAllBe(item => item.Links.Any(link => link.Uri.AbsoluteUri.StartsWith(Site.Url, StringComparison.Ordinal)));
        }

        atom.Items.Select(item => item.LastUpdatedTime.UtcDateTime.Date).ShouldBe(feed.Items.Select(item => item.Updated.UtcDateTime.Date));
        Encoding.UTF8.GetString(SyndicationFeeds.RenderAtom(feed, Site)).ShouldContain("deleted-entry ref=\"urn:uuid:killed\"");
    }

    [Fact]
    public void A_JSON_feed_has_the_required_members()
    {
        var feed = JsonNode.Parse(JsonFeed.Render(HostileEditions.FeedOf(0, Feed.MaxItems), Site))!;
        feed["version"]!.GetValue<string>().ShouldBe("https://jsonfeed.org/version/1.1");
        feed["title"]!.GetValue<string>().ShouldBe("All");
        var items = feed["items"]!.AsArray();
        items.Count.ShouldBe(Feed.MaxItems);
        items.Select(item => item!["id"]!.GetValue<string>()).Distinct().Count().ShouldBe(items.Count);
        items.ShouldAllBe(item => item!["content_html"] != null || item["content_text"] != null);
        items.ShouldAllBe(item => item!.AsObject().All(member => member.Key.Length > 0 && member.Value != null));
    }

    [Fact]
    public void A_sitemap_has_the_required_elements()
    {
        XNamespace news = "http://www.google.com/schemas/sitemap-news/0.9";
        var entries = HostileEditions.Of(0, 50).Select(e => new SitemapEntry(e.Slug, e.Headline, e.Language, e.FirstPublished));
        var map = XDocument.Parse(Encoding.UTF8.GetString(NewsSitemap.Render([.. entries], Site)));
        var stories = map.Root!.Elements().Select(url => url.Element(news + "news")!).ToList();
        stories.Count.ShouldBe(50);
        stories.ShouldAllBe(story =>
            story.Element(news + "publication")!.Element(news + "name")!.Value == Site.Name
            && story.Element(news + "publication_date") != null
            && story.Element(news + "title")!.Value.Length > 0
        );
    }

    [Fact]
    public void A_long_text_is_in_pages_and_not_in_feeds()
    {
        var edition = HostileEditions.Of(0) with { Body = $"# Long\n\n{new string('x', 1 << 20)}" };
        Standards.OfHtml(Encoding.UTF8.GetString(HtmlPage.Render(edition, Site))).ShouldBeEmpty();
        NewsItem.Render(edition, Site).Length.ShouldBeGreaterThan(1 << 20);
        var feed = HostileEditions.FeedOf(0, 1) with { Items = [edition] };
        SyndicationFeeds.RenderAtom(feed, Site).Length.ShouldBeLessThan(100_000);
        JsonFeed.Render(feed, Site).Length.ShouldBeLessThan(100_000);
    }

    private static string TitleOf(PublishedEdition edition) => PlainText.Clean(edition.Headline).ReplaceLineEndings("\n").Trim();

    private static SyndicationFeed Load(byte[] document)
    {
        using var reader = XmlReader.Create(new MemoryStream(document));
        return SyndicationFeed.Load(reader);
    }
}
