using Microsoft.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Publication;
using Newsroom.Formats;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>Describes responses in every format of an edition.</summary>
internal static class FormatResponses
{
    /// <summary>Adds the formats to a response that is a page in our JSON.</summary>
    public static void AddTo(OpenApiResponse response, OpenApiDocument document)
    {
        AddEach(response.Content ??= new Dictionary<string, OpenApiMediaType>(), document);

        // ninjs is JSON too.
        response.Content["application/json"] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema { AnyOf = [new OpenApiSchemaReference(nameof(PublishedView), document), Standard(document)] },
        };
    }

    /// <summary>Creates the response for a killed story: its notice as a problem, or in the format that is asked for.</summary>
    public static OpenApiResponse Gone(OpenApiDocument document)
    {
        var response = ProblemResponses.Gone(document);
        AddEach(response.Content!, document);
        response.Content!["application/json"] = new OpenApiMediaType { Schema = Standard(document) };
        return response;
    }

    private static void AddEach(IDictionary<string, OpenApiMediaType> content, OpenApiDocument document)
    {
        foreach (var mediaType in EditionFormat.All.Where(format => format.IsNegotiated).Select(format => format.MediaType))
        {
            content[mediaType] = new OpenApiMediaType
            {
                Schema = mediaType.EndsWith("json", StringComparison.Ordinal) ? Standard(document) : ContentSchemas.Of(mediaType),
            };
        }
    }

    private static OpenApiSchemaReference Standard(OpenApiDocument document) => new(nameof(StandardDocument), document);
}
