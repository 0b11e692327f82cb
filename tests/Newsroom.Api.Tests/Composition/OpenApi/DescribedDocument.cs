using System.Text.Json.Nodes;

namespace Newsroom.Api.Tests.Composition.OpenApi;

/// <summary>The operations of the OpenAPI document.</summary>
internal sealed record DescribedDocument(JsonNode Json)
{
    /// <summary>Every operation: its method and address, and its description.</summary>
    public IReadOnlyList<(string Name, JsonNode Operation)> Operations =>
        [
            .. from path in Json["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!),
        ];

    /// <summary>Every response of an operation: the status and the response, references resolved.</summary>
    public IEnumerable<(string Status, JsonNode Response)> Responses(JsonNode operation) =>
        operation["responses"]!.AsObject().Select(response => (response.Key, new SchemaValidator(Json).Resolve(response.Value!)));

    /// <summary>The parameters of an operation, references resolved.</summary>
    public IEnumerable<JsonNode> Parameters(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).Select(parameter => new SchemaValidator(Json).Resolve(parameter!));

    /// <summary>Reads the document that a host serves.</summary>
    public static async Task<DescribedDocument> ReadAsync(Newsroom newsroom) =>
        new((await newsroom.Reader().GetAsync("/openapi/v1.json")).Is(200).Json);
}
