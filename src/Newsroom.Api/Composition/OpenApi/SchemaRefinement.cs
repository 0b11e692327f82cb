using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>
/// Completes the schemas from the types that they were generated from: descriptions, nullable members, required members of responses, and
/// whether other members may be added.
/// </summary>
internal sealed class SchemaRefinement
{
    // Values and objects without members need no name.
    private static readonly HashSet<Type> Inline = [typeof(JsonObject), typeof(Fingerprint)];

    private readonly ConcurrentDictionary<string, JsonTypeInfo> types = new();

    /// <summary>Returns the name of a type's schema, and remembers the type.</summary>
    /// <exception cref="InvalidOperationException">Another type has a schema of that name.</exception>
    public string? NameOf(JsonTypeInfo type)
    {
        if (Inline.Contains(Underlying(type.Type)) || OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not { } name)
        {
            return null;
        }

        var known = types.GetOrAdd(name, type);
        return Underlying(known.Type) == Underlying(type.Type)
            ? name
            : throw new InvalidOperationException($"{known.Type} and {type.Type} would have the same schema, {name}. Rename one.");
    }

    /// <summary>Completes all schemas of a document.</summary>
    public void Refine(OpenApiDocument document, RequestTypes requests)
    {
        foreach (var (name, described) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (described is OpenApiSchema schema && types.TryGetValue(TypeNameOf(name), out var type))
            {
                Refine(schema, type, requests.All.Contains(type.Type));
            }
        }
    }

    // The framework prefixes the name of a derived type with that of its base.
    private string TypeNameOf(string schema) =>
        !types.ContainsKey(schema) && schema.StartsWith(nameof(StoryEvent), StringComparison.Ordinal)
            ? schema[nameof(StoryEvent).Length..]
            : schema;

    private static void Refine(OpenApiSchema schema, JsonTypeInfo type, bool isRequest)
    {
        var plain = Underlying(type.Type);
        schema.Description ??= DocumentationComments.Of(plain);
        if (plain.IsEnum)
        {
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. schema.Enum!.Where(value => value is not null)]);
            return;
        }

        schema.Type ??= type.Kind == JsonTypeInfoKind.Object ? JsonSchemaType.Object : null;
        foreach (var member in type.Properties.Where(p => schema.Properties?.ContainsKey(p.Name) == true))
        {
            schema.Properties![member.Name] = Refined(schema.Properties[member.Name], member, isRequest);
        }

        if (!isRequest && schema.Properties is not null)
        {
            // Responses may get further members.
            schema.AdditionalPropertiesAllowed = true;
            schema.Required = type.Properties.Where(IsAlwaysWritten).Select(p => p.Name).Where(schema.Properties.ContainsKey).ToHashSet();
        }
    }

    private static IOpenApiSchema Refined(IOpenApiSchema schema, JsonPropertyInfo member, bool isRequest)
    {
        var isNull = isRequest ? member.IsSetNullable : member.IsGetNullable && IsAlwaysWritten(member);
        var refined = WithNull(
            schema is OpenApiSchema { Type: not null } ? schema : ValueSchemas.Of(member.PropertyType) ?? schema,
            isNull
        );
        if (!isRequest && refined is OpenApiSchema recorded)
        {
            RecordedMembers.Bound(recorded, member.Name);
        }

        if (member.AttributeProvider is PropertyInfo property && DocumentationComments.Of(property) is { } comment)
        {
            refined.Description = string.Join(' ', new[] { comment, refined.Description }.Where(text => text?.Length > 0).Distinct());
        }

        return refined;
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo member) =>
        member.Get is not null
        && (
            member.ShouldSerialize is null
            || (member.AttributeProvider as PropertyInfo)?.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition == JsonIgnoreCondition.Never
        );

    private static IOpenApiSchema WithNull(IOpenApiSchema schema, bool isNull)
    {
        var plain = WithoutNull(schema);
        if (!isNull)
        {
            return plain;
        }

        if (plain is OpenApiSchema { Type: { } type } inline)
        {
            inline.Type = type | JsonSchemaType.Null;
            return inline;
        }

        return plain is OpenApiSchema { Type: null, OneOf: null, AnyOf: null, AllOf: null }
            ? plain
            : new OpenApiSchema { AnyOf = [plain, new OpenApiSchema { Type = JsonSchemaType.Null }] };
    }

    private static IOpenApiSchema WithoutNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema inline)
        {
            return schema;
        }

        if (
            (inline.OneOf ?? inline.AnyOf) is { Count: 2 } choice
            && choice.Any(s => s.Type == JsonSchemaType.Null)
            && choice.FirstOrDefault(s => s.Type != JsonSchemaType.Null) is { } other
        )
        {
            return other;
        }

        inline.Type &= ~JsonSchemaType.Null;
        return inline;
    }

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
