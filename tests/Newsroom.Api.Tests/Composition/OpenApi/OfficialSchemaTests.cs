using System.Text.Json;
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
        var results = schema.Evaluate(
            JsonSerializer.SerializeToElement(document),
            new EvaluationOptions { OutputFormat = OutputFormat.List }
        );
        return results.IsValid
            ? []
            :
            [
                .. (results.Details ?? [])
                    .Where(detail => detail.Errors is { Count: > 0 })
                    .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))
                    .DefaultIfEmpty("invalid"),
            ];
    }

    private static JsonSchema Load()
    {
        // The base schema refers to the others, which are registered by their ids.
        string[] names = ["oas-3.1-meta.json", "oas-3.1-dialect.json", "oas-3.1-schema.json", "oas-3.1-schema-base.json"];
        return names.Select(name => JsonSchema.FromText(File.ReadAllText(Corpus.Files(Folder, name)[0]))).ToList()[^1];
    }
}
