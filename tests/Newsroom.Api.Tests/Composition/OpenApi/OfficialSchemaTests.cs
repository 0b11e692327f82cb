using System.Text.Json.Nodes;
using Json.Schema;

namespace Newsroom.Api.Tests.Composition.OpenApi;

/// <summary>Validates the document by the schema of the OpenAPI Initiative, which also validates its JSON schemas.</summary>
public sealed class OfficialSchemaTests(Newsroom newsroom)
{
    private const string Folder = "standards/openapi";

    private static readonly Lazy<JsonSchema> Official = new(Load);

    [Fact]
    public async Task The_document_is_valid()
    {
        var document = (await DescribedDocument.ReadAsync(newsroom)).Json;

        Faults(document).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_that_violates_the_schema_is_detected()
    {
        var document = (await DescribedDocument.ReadAsync(newsroom)).Json;
        document["components"]!["schemas"]!["Problem"]!["type"] = "text";
        document["paths"]!["/stories"]!["get"]!["responses"] = new JsonArray();

        Faults(document).Count.ShouldBeGreaterThan(0);
    }

    private static List<string> Faults(JsonNode document)
    {
        var schema = Official.Value;
        var results = schema.Evaluate(document, new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (results.IsValid)
        {
            return [];
        }

        return
        [
            .. results
                .Details.Where(detail => detail.HasErrors)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))
                .DefaultIfEmpty("The document is invalid."),
        ];
    }

    private static JsonSchema Load()
    {
        // The keywords of OpenAPI itself are validated by the meta schema.
        VocabularyRegistry.Register(new Vocabulary("https://spec.openapis.org/oas/3.1/vocab/base"));

        // The base schema refers to the others, which are registered by their ids.
        string[] names = ["oas-3.1-meta.json", "oas-3.1-dialect.json", "oas-3.1-schema.json", "oas-3.1-schema-base.json"];
        var schemas = names.Select(name => JsonSchema.FromText(File.ReadAllText(Corpus.Files(Folder, name)[0]))).ToList();
        schemas.ForEach(schema => SchemaRegistry.Global.Register(schema));
        return schemas[^1];
    }
}
