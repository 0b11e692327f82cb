using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>Serves the OpenAPI 3.1 description at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiSetup
{
    /// <summary>The path of the description.</summary>
    public const string Path = "/openapi/v1.json";

    /// <summary>Adds the OpenAPI description.</summary>
    public static void AddNewsroomOpenApi(this IServiceCollection services)
    {
        var schemas = new SchemaRefinement();
        services.AddSingleton<RequestTypes>().AddSingleton<IApiDescriptionProvider, SortedDescriptions>();
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.CreateSchemaReferenceId = schemas.NameOf;
                options.AddSchemaTransformer(DescribeAsync);
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        OperationDescription.Complete(operation, context.Description, context.Document!);
                        return Task.CompletedTask;
                    }
                );
                options.AddDocumentTransformer(
                    (document, context, _) =>
                    {
                        DocumentDescription.Complete(document, schemas, context.ApplicationServices.GetRequiredService<RequestTypes>());
                        return Task.CompletedTask;
                    }
                );
            }
        );
    }

    /// <summary>Maps the description and the page to browse it.</summary>
    public static void MapNewsroomOpenApi(this WebApplication app)
    {
        app.MapOpenApi(Path).AllowAnonymous();
        app.MapApiReference();
    }

    /// <summary>Completes the schema of a type as the framework makes it: types with a converter have none.</summary>
    public static Task DescribeAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var type = context.JsonTypeInfo.Type;
        if (ValueSchemas.Of(type) is { } value)
        {
            (schema.Type, schema.Format, schema.Pattern) = (value.Type, value.Format, value.Pattern);
        }

        if (type == typeof(ImmutableArray<Fingerprint>))
        {
            schema.Items = ValueSchemas.Of(typeof(Fingerprint));
        }

        var types = context.ApplicationServices.GetRequiredService<RequestTypes>();
        if (context.JsonPropertyInfo is { } member && types.All.Contains(member.DeclaringType))
        {
            RequestTypes.Bound(schema, member.DeclaringType.Name, member.Name);
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Sorts requests by address. The order in which they are found depends on whether generated code is compiled in, and later
    /// descriptions refer to earlier ones.
    /// </summary>
    private sealed class SortedDescriptions : IApiDescriptionProvider
    {
        // The provider with the lowest order runs last, after all others have added their descriptions.
        public int Order => int.MinValue;

        public void OnProvidersExecuting(ApiDescriptionProviderContext context) { }

        public void OnProvidersExecuted(ApiDescriptionProviderContext context)
        {
            var sorted = context
                .Results.OrderBy(request => request.RelativePath, StringComparer.Ordinal)
                .ThenBy(request => request.HttpMethod, StringComparer.Ordinal)
                .ToList();
            context.Results.Clear();
            sorted.ForEach(context.Results.Add);
        }
    }
}
