using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

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
        article.AddText("genre", edition.Genre == Genre.FactCheck ? edition.Genre.ToKebabCase() : null);
        if (!string.IsNullOrWhiteSpace(edition.Byline))
        {
            article["author"] = new JsonObject { ["@type"] = "Person", ["name"] = edition.Byline };
        }

        var publisher = PublisherOf(site);
        publisher["correctionsPolicy"] = $"{site.Url}/corrections";
        article["publisher"] = publisher;
        article.AddItems("correction", edition.Corrections.Select(CorrectionOf));
        article.AddItems(
            "hasPart",
            [
                .. edition.Quotes.Select(quote => QuotationOf(quote, address)),
                .. edition.FactChecks.Select(check => ReviewOf(check, edition, site)),
            ]
        );
        return article;
    }

    private static JsonObject PublisherOf(Site site) =>
        new()
        {
            ["@type"] = "NewsMediaOrganization",
            ["name"] = site.Name,
            ["url"] = site.Url,
        };

    private static JsonObject ReviewOf(PublishedFactCheck check, PublishedEdition edition, Site site)
    {
        var review = new JsonObject
        {
            ["@type"] = "ClaimReview",
            ["url"] = site.AddressOf(edition.Slug),
            ["datePublished"] = Times.Rfc3339(check.At),
            ["inLanguage"] = edition.Language,
            ["author"] = PublisherOf(site),
            ["claimReviewed"] = check.Claim,
            ["itemReviewed"] = ClaimOf(check),
            ["reviewRating"] = RatingOf(check),
        };
        review.AddItems("citation", check.Evidence.Select(EvidenceOf));
        return review;
    }

    private static JsonObject ClaimOf(PublishedFactCheck check)
    {
        var type = check.ClaimantKind == ClaimantKind.Organization ? "Organization" : "Person";
        var claim = new JsonObject
        {
            ["@type"] = "Claim",
            ["text"] = check.Claim,
            ["author"] = new JsonObject { ["@type"] = type, ["name"] = check.Claimant },
        };
        claim.AddText("datePublished", check.ClaimDate is { } date ? Times.Date(date) : null);
        if (check.ClaimUrl is { } address && WebAddress.IsWeb(address))
        {
            claim["appearance"] = new JsonObject { ["@type"] = "CreativeWork", ["url"] = address };
        }

        return claim;
    }

    private static JsonObject RatingOf(PublishedFactCheck check)
    {
        var rating = new JsonObject
        {
            ["@type"] = "Rating",
            ["ratingValue"] = check.Rating.Value,
            ["worstRating"] = 1,
            ["bestRating"] = check.Rating.Best,
            ["alternateName"] = check.Rating.Name,
        };
        rating.AddText("ratingExplanation", BodyHtml.OfMarkdown(check.Explanation).Text);
        return rating;
    }

    private static JsonObject EvidenceOf(FactCheckEvidence piece)
    {
        var work = new JsonObject { ["@type"] = "CreativeWork", ["name"] = piece.Citation };
        work.AddText("description", piece.Locator);
        work.AddText("url", piece.Url is { } address && WebAddress.IsWeb(address) ? address : null);
        return work;
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
