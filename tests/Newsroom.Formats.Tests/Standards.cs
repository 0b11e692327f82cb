using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Schema;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Json.Schema;
using Newsroom.Api.Tests;

namespace Newsroom.Formats.Tests;

/// <summary>Lists what a document violates of its standard, by the official schemas.</summary>
public static class Standards
{
    /// <summary>The folder of ninjs.</summary>
    public const string Ninjs = "standards/ninjs";

    private static readonly Lazy<JsonSchema> NinjsSchema = new(ReadNinjs);
    private static readonly Lazy<XmlSchemaSet> NewsMl = new(ReadNewsMl);
    private static readonly Lazy<JsonNode> SchemaOrg = new(() =>
        JsonNode.Parse(File.ReadAllText(Corpus.Files("standards/schemaorg", "allowed-properties-30.0.json")[0]))!
    );

    private static readonly string[] PageElements =
    [
        .. "html head meta title link style script body header main article p h1 aside strong div section ul ol li h2 time footer nav a"
            .Split(' '),
        .. BodyHtml.Elements,
    ];

    private static readonly string[] PageAttributes =
    [
        .. "lang charset name content property rel type href hreflang class dir datetime".Split(' '),
        .. BodyHtml.Attributes,
    ];

    /// <summary>Skips the test where the schemas are absent.</summary>
    public static void Require() => _ = (NinjsSchema.Value, NewsMl.Value, SchemaOrg.Value);

    /// <summary>Lists the faults of ninjs 3.1.</summary>
    public static IReadOnlyList<string> OfNinjs(string json)
    {
        var options = new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
        var result = NinjsSchema.Value.Evaluate(JsonNode.Parse(json), options);
        return result.IsValid
            ? []
            :
            [
                "not valid",
                .. result.Details.Where(d => d.HasErrors).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Value}")),
            ];
    }

    /// <summary>Lists the faults of NewsML-G2 2.35.</summary>
    public static IReadOnlyList<string> OfNewsMl(byte[] document)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = NewsMl.Value };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) =>
        {
            // The schema of XHTML is not part of the standard.
            if (e.Severity == XmlSeverityType.Error)
            {
                faults.Add(e.Message);
            }
        };
        using var reader = XmlReader.Create(new MemoryStream(document), settings);
        while (reader.Read()) { }

        return faults;
    }

    /// <summary>Lists properties and types that schema.org does not have, and values of another type.</summary>
    public static IReadOnlyList<string> OfSchemaOrg(JsonNode thing)
    {
        var type = thing["@type"]!.GetValue<string>();
        if (SchemaOrg.Value["types"]![type]?["properties"] is not JsonObject known)
        {
            return [$"There is no type {type}."];
        }

        return
        [
            .. from member in thing.AsObject()
            where member.Key is not ("@type" or "@id" or "@context")
            from value in member.Value is JsonArray array ? array.ToList() : [member.Value]
            from fault in FaultsOf(type, member.Key, known[member.Key], value!)
            select fault,
        ];
    }

    /// <summary>Lists errors of parsing, and elements and attributes that a page may not have.</summary>
    public static IReadOnlyList<string> OfHtml(string html)
    {
        var faults = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = false });
        parser.Error += (_, e) => faults.Add(((AngleSharp.Html.Dom.Events.HtmlErrorEvent)e).Message);
        var page = parser.ParseDocument(html);
        foreach (var element in page.All)
        {
            if (!PageElements.Contains(element.LocalName))
            {
                faults.Add($"element {element.LocalName}");
            }

            faults.AddRange(element.Attributes.Where(a => !PageAttributes.Contains(a.Name)).Select(a => $"attribute {a.Name}"));
            if (element.GetAttribute("href")?.Contains("script:", StringComparison.OrdinalIgnoreCase) == true)
            {
                faults.Add($"address {element.GetAttribute("href")}");
            }
        }

        var scripts = page.QuerySelectorAll("script");
        return scripts.Length == 1 && scripts[0].GetAttribute("type") == "application/ld+json" ? faults : [.. faults, "script"];
    }

    private static IEnumerable<string> FaultsOf(string type, string property, JsonNode? ranges, JsonNode value)
    {
        if (ranges is null)
        {
            return [$"{type} has no property {property}."];
        }

        var allowed = ranges.AsArray().Select(range => range!.GetValue<string>()).ToList();
        if (value is not JsonObject thing)
        {
            var isNumber = value.GetValueKind() == JsonValueKind.Number;
            var isAllowed = isNumber ? allowed.Contains("Number") || allowed.Contains("Integer") : allowed.Exists(IsText);
            return isAllowed || IsAddress(value) ? [] : [$"{type}.{property} is no text."];
        }

        var nested = thing["@type"]!.GetValue<string>();
        var kinds = SchemaOrg.Value["types"]![nested]?["ancestors"]?.AsArray().Select(a => a!.GetValue<string>()).Append(nested) ?? [];
        return kinds.Intersect(allowed).Any() ? OfSchemaOrg(thing) : [$"{type}.{property} is no {nested}."];
    }

    private static bool IsText(string range) => range is "Text" or "URL" or "Date" or "DateTime";

    // A reference to a thing may be its address.
    private static bool IsAddress(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String && Uri.TryCreate(value.GetValue<string>(), UriKind.Absolute, out _);

    private static JsonSchema ReadNinjs()
    {
        var files = Corpus.Files($"{Ninjs}/specification", "ninjs-schema_3.1.json");

        // The schema of places refers to one that is elsewhere.
        SchemaRegistry.Global.Register(
            new Uri("https://geojson.org/schema/GeoJSON.json"),
            JsonSchema.FromText("""{ "type": "object", "required": ["type"], "properties": { "type": { "enum": ["Point"] } } }""")
        );
        return JsonSchema.FromText(File.ReadAllText(files[0]));
    }

    private static XmlSchemaSet ReadNewsMl()
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var name in new[] { "xml.xsd", "NewsML-G2_2.35-spec-All-Power.xsd" })
        {
            using var reader = XmlReader.Create(
                Corpus.Files("standards/newsml-g2/specification", name)[0],
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }
            );
            set.Add(null, reader);
        }

        set.Compile();
        return set;
    }
}
