using Microsoft.AspNetCore.Http.Metadata;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Previews;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>
/// Declares types of responses that every endpoint has, so that the framework adds their schemas to the document. It adds no schema that
/// no endpoint declares.
/// </summary>
internal static class Declarations
{
    /// <summary>The status under which endpoints declare <see cref="Problem"/>.</summary>
    public const string Placeholder = "599";

    /// <summary>The status under which endpoints declare <see cref="CommandPreview"/>.</summary>
    public const string PreviewPlaceholder = "299";

    /// <summary>Adds the declarations to the endpoints of a group.</summary>
    public static TBuilder DeclareCommonAnswers<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints
            .WithMetadata(new ProducesResponseTypeMetadata(599, typeof(Problem), [ProblemResponses.MediaType]))
            .WithMetadata(new ProducesResponseTypeMetadata(299, typeof(CommandPreview), ["application/json"]));
}
