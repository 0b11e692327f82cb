using System.Text.Json.Nodes;
using Json.Schema;
using Newsroom.Api.Tests.EndToEnd;

namespace Newsroom.Api.Tests.Composition.AsyncApi;

/// <summary>Validates the document by the schema of the AsyncAPI Initiative, which the build installs where it has npm.</summary>
public sealed class AsyncApiSchemaTests(Newsroom newsroom)
{
    private static readonly string Official = Path.Combine(
        RepositoryRoot.Path,
        "src/Newsroom.Console/obj/editor/node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json"
    );

    private static readonly Lazy<JsonSchema> Schema = new(Load);

    [Fact]
    public async Task The_document_is_valid()
    {
        Require();
        Faults((await DescribedMessages.ReadAsync(newsroom)).Json).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("operations", "sendWebhook", "action", "push")]
    [InlineData("channels", "exchange", "bindings", "amqp")]
    [InlineData("components", "securitySchemes", "webhook", "secret")]
    public async Task A_document_that_violates_the_schema_is_detected(string section, string part, string member, string value)
    {
        Require();
        var document = (await DescribedMessages.ReadAsync(newsroom)).Json;
        document[section]![part]![member] = value;
        Faults(document).ShouldNotBeEmpty();
    }

    private static JsonSchema Load()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Official))!;
        // The schema of Avro refers to itself without end, which the validator refuses. No payload here is Avro.
        schema["definitions"]!["avroSchema_v1"] = new JsonObject();
        return JsonSchema.FromText(schema.ToJsonString());
    }

    private static void Require() =>
        Assert.SkipUnless(File.Exists(Official), "This test needs npm for the build: the schema of AsyncAPI is not installed.");

    private static List<string> Faults(JsonNode document)
    {
        var results = Schema.Value.Evaluate(document, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid
            ? []
            :
            [
                .. results
                    .Details.Where(detail => detail.HasErrors)
                    .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))
                    .DefaultIfEmpty("The document is invalid."),
            ];
    }
}
