using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>The schemas of values that have a converter, which hides their form from the framework.</summary>
internal static class ValueSchemas
{
    /// <summary>Returns the schema of a type; null where the framework has it.</summary>
    public static OpenApiSchema? Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(Fingerprint))
        {
            return new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9a-f]{64}$" };
        }

        if (plain == typeof(DateTimeOffset))
        {
            return new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" };
        }

        var isAny = plain == typeof(object) || plain == typeof(JsonObject);
        return isAny ? new OpenApiSchema { Type = JsonSchemaType.Object } : null;
    }
}
