using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Newsroom.Domain.Text;

namespace Newsroom.Formats.Tests;

/// <summary>What a format says of a story.</summary>
/// <param name="IsLive">Whether readers have an article.</param>
/// <param name="Headline">The headline; null where it is not public.</param>
/// <param name="First">When it was first published.</param>
/// <param name="Updated">When it was last changed.</param>
/// <param name="Notes">Its corrections or its notice, separated by line ends.</param>
public sealed record FormatFacts(bool IsLive, string? Headline, DateTimeOffset First, DateTimeOffset Updated, string Notes)
{
    /// <summary>The claims of its fact checks with their ratings, separated by line ends.</summary>
    public string FactChecks { get; init; } = "";

    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace NewsMl = "http://iptc.org/std/nar/2006-10-01/";

    /// <summary>Reads a document in the format of an extension.</summary>
    public static FormatFacts Of(string extension, string document) =>
        extension switch
        {
            "json" => OfJson(JsonNode.Parse(document)!),
            "html" => OfHtml(document),
            "md" => OfMarkdown(document),
            "ninjs" => OfNinjs(JsonNode.Parse(document)!),
            "newsml" => OfNewsMl(XDocument.Parse(document)),
            _ => OfJsonLd(JsonNode.Parse(document)!),
        };

    private static FormatFacts OfJson(JsonNode page)
    {
        var notes = page["editions"]!.AsArray().Select(edition => Text(edition!["note"]));
        return Create(
            Text(page["status"]) == "live",
            Text(page["headline"]),
            Text(page["firstPublished"])!,
            Text(page["updated"])!,
            Text(page["notice"]) is { } notice ? [notice] : notes
        ) with
        {
            FactChecks = Rated(
                (page["factChecks"]?.AsArray() ?? []).Select(check => (Text(check!["claim"]), Text(check["rating"]!["name"])))
            ),
        };
    }

    private static FormatFacts OfHtml(string document)
    {
        var page = new HtmlParser().ParseDocument(document);
        var times = page.QuerySelectorAll(".times time").Select(time => time.GetAttribute("datetime")!).ToList();
        var isLive = page.QuerySelector("meta[name=robots]") is null;
        var notes = page.QuerySelectorAll(".corrections li").Select(item => item.TextContent.Split(": ", 2)[1]);
        var notice = page.QuerySelector("aside p")?.TextContent.Split(": ", 2)[1];
        return Create(isLive, page.QuerySelector("h1")!.TextContent, times[0], times[^1], isLive ? notes : [notice ?? ""]) with
        {
            FactChecks = RatedIn(document),
        };
    }

    private static FormatFacts OfMarkdown(string document)
    {
        var lines = document.Split("\n---\n")[0].Split('\n').Skip(1).Select(line => line.Split(": ", 2)).Where(line => line.Length == 2);
        var matter = lines.GroupBy(line => line[0].Trim(' ', '-'), line => line[1]).ToDictionary(l => l.Key, l => l.ToList());
        string? One(string name) => matter.TryGetValue(name, out var values) ? Text(JsonNode.Parse(values[0])) : null;
        var notes = matter.GetValueOrDefault("note", []).Select(note => Text(JsonNode.Parse(note)));
        return Create(
            One("status") == "live",
            One("title"),
            matter["firstPublished"][0],
            matter["updated"][0],
            One("notice") is { } notice ? [notice] : notes
        ) with
        {
            FactChecks = Rated(
                matter.GetValueOrDefault("claim", []).Zip(matter.GetValueOrDefault("rating", []), (c, r) => (Json(c), Json(r)))
            ),
        };
    }

    private static FormatFacts OfNinjs(JsonNode item)
    {
        var isLive = Text(item["pubStatus"]) == "usable";
        var bodies = (item["bodies"]?.AsArray() ?? []).ToList();
        var notes = bodies.Where(body => Text(body!["role"]) is not ("main" or "fact-check")).Select(body => Text(body!["value"]));
        return Create(
            isLive,
            Text(item["title"]),
            Text(item["firstCreated"])!,
            Text(item["versionCreated"])!,
            isLive ? notes : [Text(item["edNote"])]
        ) with
        {
            FactChecks = RatedIn(
                Text(bodies.SingleOrDefault(body => Text(body!["role"]) == "fact-check")?["value"]) ?? ""
            ),
        };
    }

    private static FormatFacts OfNewsMl(XDocument item)
    {
        string? One(string name) => item.Descendants(NewsMl + name).FirstOrDefault()?.Value;
        return Create(
            item.Descendants(NewsMl + "pubStatus").Single().Attribute("qcode")!.Value == "stat:usable",
            One("headline"),
            One("firstCreated")!,
            One("versionCreated")!,
            item.Descendants(NewsMl + "edNote").Select(note => note.Value)
        ) with
        {
            FactChecks = Rated(
                item.Descendants(Xhtml + "section")
                    .SelectMany(section => section.Elements(Xhtml + "blockquote").Zip(section.Elements(Xhtml + "p").Where(IsRating)))
                    .Select(check => ((string?)check.First.Value, (string?)RatingOf(check.Second.Value)))
            ),
        };
    }

    private static FormatFacts OfJsonLd(JsonNode article)
    {
        var isLive = Text(article["creativeWorkStatus"]) == "live";
        var notes = article["correction"]?.AsArray().Select(comment => Text(comment!["text"])) ?? [];
        return Create(
            isLive,
            Text(article["headline"]),
            Text(article["datePublished"])!,
            Text(article["dateModified"])!,
            isLive ? notes : [Text(article["description"])]
        ) with
        {
            FactChecks = Rated(
                (article["hasPart"]?.AsArray() ?? [])
                    .Where(part => Text(part!["@type"]) == "ClaimReview")
                    .Select(review => (Text(review!["claimReviewed"]), Text(review["reviewRating"]!["alternateName"])))
            ),
        };
    }

    /// <summary>Reads the claims and ratings of the fact checks in a page or in a part of one.</summary>
    private static string RatedIn(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        var claims = page.QuerySelectorAll("section.fact-checks > blockquote").Select(claim => claim.TextContent);
        var ratings = page.QuerySelectorAll("section.fact-checks > p")
            .Where(line => line.FirstElementChild?.TextContent == "Rating:")
            .Select(line => RatingOf(line.TextContent));
        return Rated(claims.Zip(ratings, (claim, rating) => ((string?)claim, (string?)rating)));
    }

    private static bool IsRating(XElement line) => line.Elements().FirstOrDefault()?.Value == "Rating:";

    private static string RatingOf(string line) => line["Rating:".Length..line.LastIndexOf(" (", StringComparison.Ordinal)];

    // HTML and XML replace characters that they cannot have.
    private static string Rated(IEnumerable<(string? Claim, string? Rating)> checks) =>
        string.Join('\n', checks.Select(check => PlainText.OneLine(PlainText.Clean($"{check.Claim}: {check.Rating}"))));

    private static string? Json(string value) => Text(JsonNode.Parse(value));

    private static FormatFacts Create(bool isLive, string? headline, string first, string updated, IEnumerable<string?> notes) =>
        new(isLive, headline, At(first), At(updated), string.Join('\n', notes.Where(note => note is not null)));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private static string? Text(JsonNode? value) => value?.GetValue<string>();
}
