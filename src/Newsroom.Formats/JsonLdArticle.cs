using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Formats;

/// <summary>Renders a NewsArticle of schema.org as JSON-LD.</summary>
public static class JsonLdArticle
{
    /// <summary>Renders an edition.</summary>
    public static byte[] Render(PublishedEdition edition, Site site) =>
        FormattedJson.ToBytes(Of(edition, edition.IsLive ? BodyHtml.Of(edition) : null, site));

    /// <summary>Renders an edition as text that is safe inside a script element.</summary>
    internal static string Embed(PublishedEdition edition, BodyHtml? body, Site site) => FormattedJson.ToText(Of(edition, body, site));

    private static JsonObject Of(PublishedEdition edition, BodyHtml? body, Site site)
    {
        var address = site.AddressOf(edition.Slug);
        var article = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["@id"] = address,
            ["url"] = address,
            ["mainEntityOfPage"] = address,
            ["identifier"] = edition.GuidOf(site),
            ["datePublished"] = Times.Rfc3339(edition.FirstPublished),
            ["dateModified"] = Times.Rfc3339(edition.Updated),
            ["version"] = edition.Version,
            ["inLanguage"] = edition.Language,
            ["creativeWorkStatus"] = edition.Status.ToKebabCase(),
        };
        article.AddText("headline", edition.Headline);
        article.AddText("description", edition.Notice ?? edition.Standfirst);
        article.AddText("articleBody", body?.Text);
        article.AddText("articleSection", edition.Desk);
        article.AddText("dateline", edition.Dateline);
        if (!string.IsNullOrWhiteSpace(edition.Byline))
        {
            article["author"] = new JsonObject { ["@type"] = "Person", ["name"] = edition.Byline };
        }

        article["publisher"] = new JsonObject
        {
            ["@type"] = "NewsMediaOrganization",
            ["name"] = site.Name,
            ["url"] = site.Url,
            ["correctionsPolicy"] = $"{site.Url}/corrections",
        };
        article.AddItems("correction", edition.Corrections.Select(CorrectionOf));
        article.AddItems("hasPart", edition.Quotes.Select(quote => QuotationOf(quote, address)));
        return article;
    }

    private static JsonObject CorrectionOf(EditionEntry entry) =>
        new()
        {
            ["@type"] = "CorrectionComment",
            ["name"] = entry.Kind.ToKebabCase(),
            ["text"] = entry.Note,
            ["datePublished"] = Times.Rfc3339(entry.At),
        };

    private static JsonObject QuotationOf(VerifiedQuote quote, string address)
    {
        var quotation = new JsonObject
        {
            ["@type"] = "Quotation",
            ["text"] = quote.Words,
            ["isPartOf"] = address,
        };
        if (quote.Speaker is { } speaker)
        {
            quotation["creator"] = new JsonObject { ["@type"] = "Person", ["name"] = speaker };
        }

        return quotation;
    }
}
