using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Newsroom.Api.Tests;

/// <summary>
/// Validates values by the schemas of the OpenAPI document. A member that the schema does not have is a fault even where the schema lets
/// later builds add members.
/// </summary>
internal sealed class SchemaValidator(JsonNode document)
{
    private const string Components = "#/components/schemas/";

    /// <summary>Lists the faults of a value, each with its path.</summary>
    public IEnumerable<string> Faults(JsonNode schema, JsonNode? value, string path = "$")
    {
        var plain = Resolve(schema);
        if (plain["discriminator"] is { } discriminator)
        {
            var type = value?[discriminator["propertyName"]!.GetValue<string>()]?.ToString() ?? "";
            return discriminator["mapping"]?[type] is { } target
                ? Faults(new JsonObject { ["$ref"] = target.DeepClone() }, value, path)
                : [$"{path} has the unknown type “{type}”"];
        }

        if ((plain["oneOf"] ?? plain["anyOf"])?.AsArray() is { } choices)
        {
            var faults = choices.Select(choice => Faults(choice!, value, path).ToList()).ToList();
            return faults.Any(f => f.Count == 0) ? [] : faults.MinBy(f => f.Count)!;
        }

        return OfType(plain, value, path)
            .Concat(Bounds(plain, value, path))
            .Concat(Members(plain, value, path))
            .Concat(Items(plain, value, path));
    }

    /// <summary>Returns the schema that a reference names.</summary>
    public JsonNode Resolve(JsonNode schema)
    {
        var plain = schema;
        while (plain["$ref"]?.GetValue<string>() is { } reference)
        {
            reference.ShouldStartWith("#/");
            plain = reference[2..].Split('/').Aggregate(document, (node, part) => node[part] ?? throw new KeyNotFoundException(reference));
        }

        return plain;
    }

    /// <summary>Returns the name of the schema that a reference names; null for another schema.</summary>
    public static string? NameOf(JsonNode? schema) =>
        schema?["$ref"]?.GetValue<string>() is { } reference && reference.StartsWith(Components, StringComparison.Ordinal)
            ? reference[Components.Length..]
            : null;

    private static IEnumerable<string> OfType(JsonNode schema, JsonNode? value, string path)
    {
        var types = schema["type"] switch
        {
            JsonArray several => several.Select(type => type!.GetValue<string>()).ToList(),
            JsonValue one => [one.GetValue<string>()],
            _ => [],
        };
        if (types.Count == 0)
        {
            yield return $"{path} has a schema without a type";
        }
        else if (!types.Any(type => Is(type, value)))
        {
            yield return $"{path} is not of type {string.Join(" or ", types)}: {value?.ToJsonString() ?? "null"}";
        }
    }

    private static bool Is(string type, JsonNode? value) =>
        type switch
        {
            "null" => value is null,
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
            "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
            "integer" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number
                && value.ToJsonString().All(c => c is '-' or (>= '0' and <= '9')),
            "number" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number,
            _ => false,
        };

    private static IEnumerable<string> Bounds(JsonNode schema, JsonNode? value, string path)
    {
        if (value is null)
        {
            yield break;
        }

        if (schema["enum"]?.AsArray() is { } values && !values.Any(known => JsonNode.DeepEquals(known, value)))
        {
            yield return $"{path} is none of {values.ToJsonString()}: {value.ToJsonString()}";
        }

        if (schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(value.ToString(), pattern))
        {
            yield return $"{path} does not match {pattern}: {value.ToJsonString()}";
        }

        if (schema["maxLength"]?.GetValue<int>() < (value is JsonValue text && text.TryGetValue(out string? written) ? written.Length : 0))
        {
            yield return $"{path} has more than {schema["maxLength"]} characters";
        }

        if (schema["maxItems"]?.GetValue<int>() < (value as JsonArray)?.Count)
        {
            yield return $"{path} has more than {schema["maxItems"]} items";
        }

        if (schema["format"]?.GetValue<string>() == "uuid" && !Guid.TryParse(value.ToString(), out _))
        {
            yield return $"{path} is not a UUID: {value.ToJsonString()}";
        }

        if (schema["format"]?.GetValue<string>() == "date-time" && !DateTimeOffset.TryParse(value.ToString(), out _))
        {
            yield return $"{path} is not a time: {value.ToJsonString()}";
        }
    }

    private IEnumerable<string> Members(JsonNode schema, JsonNode? value, string path)
    {
        if (value is not JsonObject members || schema["properties"] is null && schema["additionalProperties"] is null)
        {
            return [];
        }

        var properties = schema["properties"]?.AsObject();
        var missing = (schema["required"]?.AsArray() ?? [])
            .Select(name => name!.GetValue<string>())
            .Where(name => !members.ContainsKey(name))
            .Select(name => $"{path}.{name} is missing");
        return missing.Concat(
            members.SelectMany(member =>
                (properties?[member.Key] ?? (schema["additionalProperties"] as JsonObject)) is { } described
                    ? Faults(described, member.Value, $"{path}.{member.Key}")
                    : [$"{path}.{member.Key} is not described"]
            )
        );
    }

    private IEnumerable<string> Items(JsonNode schema, JsonNode? value, string path) =>
        value is JsonArray items && schema["items"] is { } described
            ? items.SelectMany((item, index) => Faults(described, item, $"{path}[{index}]"))
            : [];
}
