using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Formats;

/// <summary>Renders feeds as JSON Feed 1.1.</summary>
public static class JsonFeed
{
    /// <summary>Renders a feed.</summary>
    public static byte[] Render(Feed feed, Site site)
    {
        var result = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["home_page_url"] = site.Url,
            ["feed_url"] = feed.Address,
        };
        result.AddText("language", feed.Language);
        result["authors"] = new JsonArray(new JsonObject { ["name"] = site.Name, ["url"] = site.Url });
        result["items"] = new JsonArray([.. feed.Items.Select(edition => ItemOf(edition, site))]);
        return FormattedJson.ToBytes(result);
    }

    private static JsonObject ItemOf(PublishedEdition edition, Site site)
    {
        var item = new JsonObject
        {
            ["id"] = edition.Id,
            ["url"] = site.AddressOf(edition.Slug),
            ["title"] = Feed.TitleOf(edition),
            ["date_published"] = Times.Rfc3339(edition.FirstPublished),
            ["date_modified"] = Times.Rfc3339(edition.Updated),
            ["language"] = edition.Language,
            ["tags"] = new JsonArray([.. Feed.CategoriesOf(edition).Select(tag => JsonValue.Create(tag))]),
        };
        var summary = Feed.SummaryOf(edition);
        item.AddText("summary", summary);
        if (Feed.ContentOf(edition) is { } content)
        {
            item["content_html"] = content;
        }
        else
        {
            item["content_text"] = summary.Length > 0 ? summary : Feed.TitleOf(edition);
        }

        if (!string.IsNullOrWhiteSpace(edition.Byline))
        {
            item["authors"] = new JsonArray(new JsonObject { ["name"] = edition.Byline });
        }

        item["_newsroom"] = ExtensionOf(edition);
        return item;
    }

    private static JsonObject ExtensionOf(PublishedEdition edition)
    {
        var extension = new JsonObject
        {
            ["status"] = edition.Status.ToKebabCase(),
            ["edition"] = edition.Number,
            ["kind"] = edition.Kind.ToKebabCase(),
        };
        extension.AddItems(
            "corrections",
            edition.Corrections.Select(entry => new JsonObject
            {
                ["kind"] = entry.Kind.ToKebabCase(),
                ["at"] = Times.Rfc3339(entry.At),
                ["text"] = entry.Note,
            })
        );
        extension.AddItems(
            "factChecks",
            edition.FactChecks.Select(check => new JsonObject
            {
                ["claim"] = check.Claim,
                ["claimant"] = check.Claimant,
                ["rating"] = check.Rating.Name,
            })
        );
        return extension;
    }
}
