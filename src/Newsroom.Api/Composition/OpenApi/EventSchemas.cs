using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Newsroom.Api.Stories.Commands;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>
/// Describes an appended event as a union that the member <c>type</c> discriminates: with <c>quote_attributed</c>, <c>data</c> has the
/// members of that event.
/// </summary>
internal static class EventSchemas
{
    private const string Discriminator = "type";
    private const string Data = "data";

    /// <summary>Replaces the schema of appended events by the union of one schema a type.</summary>
    public static void Discriminate(OpenApiDocument document)
    {
        if (
            document.Components?.Schemas is not { } schemas
            || !schemas.TryGetValue(nameof(AppendedEvent), out var found)
            || found is not OpenApiSchema appended
        )
        {
            return;
        }

        DescribeCarriedWords(schemas, document);
        var mapping = new Dictionary<string, OpenApiSchemaReference>();
        foreach (var (stored, type) in StoryEvents.ByName)
        {
            var name = $"{type.Name}Event";
            schemas[name] = Envelope(appended, stored, type, document);
            mapping[stored] = new OpenApiSchemaReference(name, document);
        }

        schemas[nameof(AppendedEvent)] = new OpenApiSchema
        {
            Description = appended.Description,
            OneOf = [.. mapping.Values],
            Discriminator = new OpenApiDiscriminator { PropertyName = Discriminator, Mapping = mapping },
        };
        schemas.Remove(nameof(StoryEvent));
    }

    // Many moved words are written in a compact notation.
    private static void DescribeCarriedWords(IDictionary<string, IOpenApiSchema> schemas, OpenApiDocument document)
    {
        var members = schemas[DataOf(typeof(StoryEvent.ArticleRevised))].Properties!;
        members["carried"] = new OpenApiSchema
        {
            AnyOf =
            [
                new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(nameof(CarriedWords), document) },
                new OpenApiSchema { Type = JsonSchemaType.Object },
                new OpenApiSchema { Type = JsonSchemaType.Null },
            ],
            Description = $"{members["carried"].Description} An object in the notation of the store if they are many.",
        };
    }

    /// <summary>Returns the name of the schema of an event's data.</summary>
    private static string DataOf(Type type) => $"{nameof(StoryEvent)}{type.Name}";

    private static OpenApiSchema Envelope(OpenApiSchema appended, string stored, Type type, OpenApiDocument document)
    {
        var properties = new Dictionary<string, IOpenApiSchema>(appended.Properties!)
        {
            [Discriminator] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [JsonValue.Create(stored)],
                Description = appended.Properties![Discriminator].Description,
            },
            [Data] = new OpenApiSchemaReference(DataOf(type), document),
        };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = DocumentationComments.Of(type),
            Properties = properties,
            Required = appended.Required,
        };
    }
}
