using System.ServiceModel.Syndication;
using System.Xml.Linq;

namespace Newsroom.Formats;

/// <summary>Renders feeds as Atom (RFC 4287, with tombstones of RFC 6721) and RSS 2.0.</summary>
public static class SyndicationFeeds
{
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>Renders Atom.</summary>
    public static byte[] RenderAtom(Feed feed, Site site)
    {
        var atom = FeedOf(feed, site);
        foreach (var killed in feed.Killed)
        {
            atom.ElementExtensions.Add(
                new XElement(
                    Tombstones + "deleted-entry",
                    new XAttribute("ref", killed.Id),
                    new XAttribute("when", Times.Rfc3339(killed.At))
                ).CreateReader()
            );
        }

        return Xml.Write(writer => new Atom10FeedFormatter(atom).WriteTo(writer));
    }

    /// <summary>Renders RSS.</summary>
    public static byte[] RenderRss(Feed feed, Site site) =>
        Xml.Write(writer => new Rss20FeedFormatter(FeedOf(feed, site), serializeExtensionsAsAtom: true).WriteTo(writer));

    private static SyndicationFeed FeedOf(Feed feed, Site site)
    {
        var name = PlainText.Clean(site.Name);
        var result = new SyndicationFeed(PlainText.Clean(feed.Title), $"Published stories of {name}", new Uri(site.Url))
        {
            Id = feed.Address,
            LastUpdatedTime = feed.Updated,
            Language = feed.Language,
            Items = [.. feed.Items.Select(edition => ItemOf(edition, site))],
        };
        result.Links.Add(SyndicationLink.CreateSelfLink(new Uri(feed.Address)));
        result.Authors.Add(new SyndicationPerson { Name = name });
        return result;
    }

    private static SyndicationItem ItemOf(PublishedEdition edition, Site site)
    {
        var item = new SyndicationItem
        {
            Id = edition.Id,
            Title = new TextSyndicationContent(Feed.TitleOf(edition)),
            PublishDate = edition.FirstPublished,
            LastUpdatedTime = edition.Updated,
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(site.AddressOf(edition.Slug)), "text/html"));
        if (Feed.SummaryOf(edition) is { Length: > 0 } summary)
        {
            item.Summary = new TextSyndicationContent(summary);
        }

        if (Feed.ContentOf(edition) is { } content)
        {
            item.Content = SyndicationContent.CreateHtmlContent(content);
        }

        if (!string.IsNullOrWhiteSpace(edition.Byline))
        {
            item.Authors.Add(new SyndicationPerson { Name = PlainText.Clean(edition.Byline) });
        }

        foreach (var category in Feed.CategoriesOf(edition))
        {
            item.Categories.Add(new SyndicationCategory(category));
        }

        return item;
    }
}
