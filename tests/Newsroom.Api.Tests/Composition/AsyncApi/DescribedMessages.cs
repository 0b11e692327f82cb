using System.Text.Json.Nodes;
using Json.Schema;

namespace Newsroom.Api.Tests.Composition.AsyncApi;

/// <summary>The messages of the AsyncAPI document.</summary>
internal sealed record DescribedMessages(JsonObject Json)
{
    private const string Components = "#/components/schemas/";
    private const string Definitions = "#/$defs/";

    /// <summary>Gets the messages by the type of their CloudEvent or their name.</summary>
    public IReadOnlyDictionary<string, JsonNode> ByType =>
        Json["components"]!["messages"]!.AsObject().ToDictionary(message => $"{message.Value!["name"]}", message => message.Value!);

    /// <summary>Reads the document that a host serves.</summary>
    public static async Task<DescribedMessages> ReadAsync(Newsroom newsroom) =>
        new((await newsroom.Reader().GetAsync("/asyncapi.json")).Is(200).Json.AsObject());

    /// <summary>
    /// Lists what a message has that its schema does not describe, and what it lacks: by a validator of JSON Schema, and by one for which
    /// a member that is not described is a fault.
    /// </summary>
    public IReadOnlyList<string> Faults(string type, JsonNode payload)
    {
        if (!ByType.TryGetValue(type, out var message))
        {
            return [$"The document has no message {type}."];
        }

        var schema = message["payload"]!;
        var results = Standalone(schema).Evaluate(payload, new EvaluationOptions { OutputFormat = OutputFormat.List });
        var faults = results.IsValid ? [] : results.Details.Where(detail => detail.HasErrors).Select(Describe).Append("It is not valid.");
        return [.. faults, .. new SchemaValidator(Json).Faults(schema, payload)];
    }

    private static string Describe(EvaluationResults detail) => $"{detail.InstanceLocation}: {string.Join(' ', detail.Errors!.Values)}";

    /// <summary>Returns a schema with those that it refers to.</summary>
    private JsonSchema Standalone(JsonNode schema)
    {
        var root = schema.DeepClone().AsObject();
        root["$defs"] = Json["components"]!["schemas"]!.DeepClone();
        return JsonSchema.FromText(root.ToJsonString().Replace(Components, Definitions, StringComparison.Ordinal));
    }
}
