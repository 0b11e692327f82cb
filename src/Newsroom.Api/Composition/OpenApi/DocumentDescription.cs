using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Newsroom.Api.Infrastructure.Http;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>Completes the document: title, topics, security, components and examples.</summary>
internal static class DocumentDescription
{
    /// <summary>The name of the security scheme of tokens.</summary>
    public const string Bearer = "bearer";

    /// <summary>What a token is.</summary>
    public const string Token = "A token of the configured issuer. Its claim roles lists the caller's roles.";

    /// <summary>Completes a document whose operations are complete.</summary>
    public static void Complete(OpenApiDocument document, SchemaRefinement schemas, RequestTypes requests)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Newsroom",
            Version = "v1",
            License = new OpenApiLicense { Name = "MIT License", Identifier = "MIT" },
            Description =
                "An editorial system of record. Commands append events; reads return projections of them. Every refusal is a Problem "
                + "(RFC 9457), whose type is the address of a page that explains it.",
        };
        foreach (var server in document.Servers ?? [])
        {
            (server.Url, server.Description) = (server.Url?.TrimEnd('/'), "The host that served this document.");
        }

        document.Tags = Topics
            .All.Where(topic => IsUsed(document, topic.Name))
            .Select(topic => new OpenApiTag { Name = topic.Name, Description = topic.Description })
            .ToHashSet();
        var components = document.Components ??= new OpenApiComponents();
        components.Schemas?.Remove(nameof(IResult));
        components.Parameters = RequestHeaders.All;
        components.Headers = ResponseHeaderDescriptions.All;
        components.Responses = ProblemResponses.Components(document);
        components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { [Bearer] = Tokens() };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        schemas.Refine(document, requests);
        NameErrorMessage(document);
        EventSchemas.Discriminate(document);
        AddExamples(document);
    }

    // Kiota takes the message of the exception from this member.
    private static void NameErrorMessage(OpenApiDocument document)
    {
        var detail = (OpenApiSchema)document.Components!.Schemas![nameof(Problem)].Properties!["detail"];
        detail.Extensions = new Dictionary<string, IOpenApiExtension>
        {
            ["x-ms-primary-error-message"] = new JsonNodeExtension(JsonValue.Create(true)),
        };
    }

    private static OpenApiSecurityScheme Tokens() =>
        new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = Token,
        };

    private static bool IsUsed(OpenApiDocument document, string topic) =>
        OperationsOf(document).Any(operation => operation.Tags?.Any(tag => tag.Reference.Id == topic) == true);

    private static IEnumerable<OpenApiOperation> OperationsOf(OpenApiDocument document) =>
        document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>());

    private static void AddExamples(OpenApiDocument document)
    {
        var writer = new ExampleWriter(document);
        foreach (var answer in OperationsOf(document).SelectMany(o => o.Responses?.Values ?? Enumerable.Empty<IOpenApiResponse>()))
        {
            if (answer is OpenApiResponse { Content: { } content } && content.TryGetValue("application/json", out var json))
            {
                json.Example ??= json.Schema is { } schema ? writer.Of(schema) : null;
            }
        }
    }
}
