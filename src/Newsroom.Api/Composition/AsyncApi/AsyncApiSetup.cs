using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Newsroom.Api.Composition.OpenApi;
using Newsroom.Api.Distribution.Deliveries;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.LiveFeed;

namespace Newsroom.Api.Composition.AsyncApi;

/// <summary>
/// Serves the AsyncAPI 3.0 description of what the host sends at <c>/asyncapi.json</c>. Its schemas are made as those of the OpenAPI
/// document are: from the types, and from their documentation comments.
/// </summary>
internal static class AsyncApiSetup
{
    /// <summary>The path of the description.</summary>
    public const string Path = "/asyncapi.json";

    /// <summary>The name of the OpenAPI document that the schemas are made in, apart from those of requests. It is not served.</summary>
    public const string Schemas = "messages";

    /// <summary>Adds the description.</summary>
    public static void AddNewsroomAsyncApi(this IServiceCollection services)
    {
        var schemas = new SchemaRefinement();
        services.AddSingleton<MessageSchemas>().AddSingleton<AsyncApiDocument>();
        services.AddOpenApi(
            Schemas,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.CreateSchemaReferenceId = schemas.NameOf;
                options.ShouldInclude = description => description.GroupName == Schemas;
                options.AddSchemaTransformer(OpenApiSetup.DescribeAsync);
                options.AddDocumentTransformer(
                    (document, context, _) =>
                    {
                        schemas.Refine(document, context.ApplicationServices.GetRequiredService<RequestTypes>());
                        return Task.CompletedTask;
                    }
                );
            }
        );
    }

    /// <summary>Maps the description. Its endpoint declares the types of messages, as others declare those of responses.</summary>
    public static void MapNewsroomAsyncApi(this WebApplication app) =>
        app.MapGet(Path, GetAsync)
            .AllowAnonymous()
            .WithGroupName(Schemas)
            .WithMetadata(new ProducesResponseTypeMetadata(200, typeof(CloudEvent), [AsyncApiDocument.CloudEvents]))
            .WithMetadata(new ProducesResponseTypeMetadata(299, typeof(FeedEvent), [GetEventsEndpoint.MediaType]));

    private static async Task<IResult> GetAsync(HttpContext http, AsyncApiDocument description, CancellationToken cancellationToken)
    {
        var document = await description.WriteAsync(http.Request.Scheme, http.Request.Host.Value ?? "", cancellationToken);
        var body = Encoding.UTF8.GetBytes(document.ToJsonString());
        return DocumentCache.Answer(http, new RenderedDocument(body, "application/json", Modified: null));
    }
}
