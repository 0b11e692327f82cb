using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>
/// Writes examples of responses from their schemas, so that each is valid. Strings are those of <see cref="ExampleValues"/>.
/// </summary>
internal sealed class ExampleWriter(OpenApiDocument document)
{
    private const int MaxDepth = 8;

    private readonly Stack<string> within = new();

    /// <summary>Returns an example of a schema.</summary>
    public JsonNode? Of(IOpenApiSchema schema, string member = "")
    {
        if (schema is not OpenApiSchemaReference { Reference.Id: { } name })
        {
            return OfInline(schema, member);
        }

        if (within.Contains(name) || within.Count == MaxDepth || !document.Components!.Schemas!.TryGetValue(name, out var target))
        {
            return null;
        }

        within.Push(name);
        var example = OfInline(target, member);
        within.Pop();
        return example;
    }

    private JsonNode? OfInline(IOpenApiSchema schema, string member)
    {
        if (schema.Enum is [{ } first, ..])
        {
            return first.DeepClone();
        }

        if ((schema.OneOf ?? schema.AnyOf) is { Count: > 0 } choices)
        {
            return Of(choices.First(choice => choice.Type != JsonSchemaType.Null), member);
        }

        var type = schema.Type & ~JsonSchemaType.Null;
        return type switch
        {
            JsonSchemaType.Object => OfObject(schema, member),
            JsonSchemaType.Array => OfArray(schema, member),
            JsonSchemaType.String => OfString(schema, member),
            JsonSchemaType.Integer => ExampleValues.OfNumber(member) ?? 1,
            JsonSchemaType.Number => 0.5,
            JsonSchemaType.Boolean => true,
            _ => null,
        };
    }

    private JsonObject OfObject(IOpenApiSchema schema, string member)
    {
        var example = new JsonObject();
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            // A member that would contain itself is omitted.
            var value = Of(property, name);
            if (value is not null || schema.Required?.Contains(name) == true)
            {
                example[name] = value;
            }
        }

        if (schema.AdditionalProperties is { } values)
        {
            example[ExampleValues.Of(member) ?? "name"] = Of(values, member);
        }

        return example;
    }

    private JsonArray OfArray(IOpenApiSchema schema, string member) =>
        schema.Items is { } items && Of(items, member) is { } item ? new JsonArray(item) : new JsonArray();

    private static JsonValue OfString(IOpenApiSchema schema, string member)
    {
        var value = schema.Format switch
        {
            "uuid" => ExampleValues.Id,
            "date-time" => ExampleValues.Time,
            _ => schema.Pattern is not null ? ExampleValues.Fingerprint : ExampleValues.Of(member),
        };
        return JsonValue.Create(value ?? member);
    }
}
