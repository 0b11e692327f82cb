using System.Globalization;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Formats;

/// <summary>Renders ninjs 3.1, the JSON of the IPTC.</summary>
public static class NinjsItem
{
    /// <summary>The address of the schema, which identifies the format.</summary>
    public const string Schema = "https://iptc.org/std/ninjs/ninjs-schema_3.1.json";

    private const string Signals = "http://cv.iptc.org/newscodes/signal/";

    /// <summary>Renders an edition.</summary>
    public static byte[] Render(PublishedEdition edition, Site site)
    {
        var item = new JsonObject
        {
            ["uri"] = edition.GuidOf(site),
            ["type"] = "text",
            ["representationType"] = "full",
            ["version"] = edition.Version.ToString(CultureInfo.InvariantCulture),
            ["firstCreated"] = Times.Rfc3339(edition.FirstPublished),
            ["versionCreated"] = Times.Rfc3339(edition.Updated),
            ["pubStatus"] = edition.IsLive ? "usable" : "canceled",
            ["language"] = edition.Language,
            ["slugline"] = edition.Slug,
        };
        item.AddText("edNote", edition.Notice ?? edition.Note);
        item.AddText("title", edition.Headline);
        item.AddText("by", edition.Byline);
        item.AddText("located", edition.Dateline);
        item.AddItems("headlines", Texts(("main", edition.Headline)));
        item.AddItems("descriptions", Texts(("summary", edition.Standfirst)));
        item.AddItems("bodies", BodiesOf(edition));
        item.AddItems("people", PeopleOf(edition));
        item.AddItems("organisations", ClaimantsOf(edition, ClaimantKind.Organization));
        item.AddItems("subjects", edition.Desk.Length > 0 ? [Named(edition.Desk, "desk")] : []);
        item.AddItems("genres", GenresOf(edition));
        AddOrigin(item, edition, site);
        return FormattedJson.ToBytes(item);
    }

    private static void AddOrigin(JsonObject item, PublishedEdition edition, Site site)
    {
        item["infoSources"] = new JsonArray(new JsonObject { ["name"] = site.Name, ["role"] = "publisher", ["uri"] = site.Url });
        item.AddItems(
            "altIds",
            new (string Role, string? Value)[] { ("url", site.AddressOf(edition.Slug)), ("fingerprint", edition.Fingerprint) }
                .Where(id => id.Value is not null)
                .Select(id => new JsonObject { ["role"] = id.Role, ["value"] = id.Value })
        );
        item["trustIndicators"] = new JsonArray(
            new JsonObject
            {
                ["role"] = "http://cv.iptc.org/newscodes/trustindicator/correctionsPolicy",
                ["title"] = "Corrections",
                ["href"] = $"{site.Url}/corrections",
            }
        );
        item["standard"] = new JsonObject
        {
            ["name"] = "ninjs",
            ["version"] = "3.1",
            ["schema"] = Schema,
        };
    }

    private static IEnumerable<JsonObject> BodiesOf(PublishedEdition edition)
    {
        if (edition.IsLive)
        {
            yield return Text("main", "text/markdown", edition.Body);
            yield return Text("main", "text/html", BodyHtml.Of(edition).ToHtml());
            if (FactCheckHtml.Of(edition) is { Length: > 0 } factChecks)
            {
                yield return Text("fact-check", "text/html", factChecks);
            }
        }

        foreach (var correction in edition.Corrections)
        {
            yield return Text(correction.Kind.ToKebabCase(), "text/plain", correction.Note!);
        }
    }

    private static IEnumerable<JsonObject> PeopleOf(PublishedEdition edition) =>
        [
            .. edition
                .Quotes.Select(quote => quote.Speaker)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(name => Named(name, "quoted")),
            .. ClaimantsOf(edition, ClaimantKind.Person),
        ];

    private static IEnumerable<JsonObject> ClaimantsOf(PublishedEdition edition, ClaimantKind kind) =>
        edition
            .FactChecks.Where(check => check.ClaimantKind == kind)
            .Select(check => check.Claimant)
            .Distinct(StringComparer.Ordinal)
            .Select(name => Named(name, "claimant"));

    private static IEnumerable<JsonObject> GenresOf(PublishedEdition edition) =>
        [
            .. edition.IsLive && edition.Signal is { } signal
                ? [new JsonObject { ["name"] = signal, ["uri"] = Signals + signal }]
                : Array.Empty<JsonObject>(),
            .. edition.Genre == Genre.FactCheck ? [new JsonObject { ["name"] = edition.Genre.ToKebabCase() }] : Array.Empty<JsonObject>(),
        ];

    private static IEnumerable<JsonObject> Texts(params (string Role, string Value)[] texts) =>
        texts.Where(text => text.Value.Length > 0).Select(text => Text(text.Role, "text/plain", text.Value));

    private static JsonObject Text(string role, string contentType, string value) =>
        new()
        {
            ["role"] = role,
            ["contentType"] = contentType,
            ["value"] = value,
        };

    private static JsonObject Named(string name, string rel) => new() { ["name"] = name, ["rel"] = rel };
}
