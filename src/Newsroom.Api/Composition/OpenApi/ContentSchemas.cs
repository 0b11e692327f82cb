using Microsoft.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.LiveFeed;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>Describes bodies that are not one JSON value: files, texts, JSON Lines and server-sent events.</summary>
internal static class ContentSchemas
{
    private const string File = "application/octet-stream";

    /// <summary>Replaces the schemas of bodies that their media type does not write as JSON.</summary>
    public static void Complete(IDictionary<string, OpenApiMediaType> content)
    {
        foreach (var (mediaType, body) in content)
        {
            body.Schema = mediaType switch
            {
                ProblemResponses.MediaType => body.Schema,
                _ when mediaType.EndsWith("json", StringComparison.Ordinal) => body.Schema,
                "application/jsonl" => Several("One JSON value a line.", body.Schema),
                GetEventsEndpoint.MediaType => Several("Server-sent events, whose data is a JSON value.", body.Schema),
                _ => Of(mediaType),
            };
        }
    }

    /// <summary>Returns the schema of a text or a file.</summary>
    public static OpenApiSchema Of(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal) || mediaType.EndsWith("xml", StringComparison.Ordinal)
            ? new OpenApiSchema { Type = JsonSchemaType.String }
            : Binary(maxBytes: null);

    /// <summary>Returns the body of a request that is the content of a file.</summary>
    public static OpenApiRequestBody Of(BinaryBody body) =>
        new()
        {
            Description = body.Description,
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { [File] = new() { Schema = Binary((int)body.MaxBytes) } },
        };

    private static OpenApiSchema Binary(int? maxBytes) =>
        new()
        {
            Type = JsonSchemaType.String,
            Format = "binary",
            MaxLength = maxBytes,
        };

    private static OpenApiSchema Several(string description, IOpenApiSchema? one) =>
        new()
        {
            Type = JsonSchemaType.String,
            Description = description,
            ContentMediaType = "application/json",
            ContentSchema = one,
        };
}
