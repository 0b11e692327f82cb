using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Previews;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Stories.Commands;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Scalar.AspNetCore;

namespace Newsroom.Api.Composition;

/// <summary>
/// Serves the OpenAPI 3.1 description at <c>/openapi/v1.json</c>, and a page to browse it at <c>/docs</c>. Commands are described from
/// <see cref="CommandCatalog"/>.
/// </summary>
public static partial class OpenApi
{
    private const string FingerprintPattern = "^[0-9a-f]{64}$";

    private const string Problem = "application/problem+json";

    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["200"] = "Success. The ETag of a story is its version.",
        ["201"] = "Created; Location has the address.",
        ["304"] = "The caller's copy is current.",
        ["400"] = "The request is malformed, or a member is missing, unknown, of the wrong type or beyond its limit.",
        ["401"] = "The token is missing, invalid or expired.",
        ["403"] = "The caller's roles or identity do not permit the request; the detail says which do.",
        ["404"] = "The resource does not exist.",
        ["409"] = "Others changed the same words since the base version; conflicts has both sides.",
        ["412"] = "The version or fingerprint is not current; the response has the current one.",
        ["413"] = "A text exceeds the limit of its field, or the body exceeds 8 MiB.",
        ["415"] = "The body is not JSON.",
        ["422"] = "A rule is violated; reasons names it, and gates lists what blocks publication.",
        ["428"] = "The command must name its base version in If-Match.",
    };

    /// <summary>Adds the OpenAPI description.</summary>
    public static void AddNewsroomOpenApi(this IServiceCollection services) =>
        services
            .AddSingleton<RequestTypes>()
            .AddSingleton<IApiDescriptionProvider, SortedDescriptions>()
            .AddOpenApi(
                "v1",
                options =>
                {
                    options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                    options.AddDocumentTransformer(
                        (document, _, _) =>
                        {
                            Describe(document);
                            return Task.CompletedTask;
                        }
                    );
                    options.AddSchemaTransformer(
                        (schema, context, _) =>
                        {
                            Describe(schema, context);
                            return Task.CompletedTask;
                        }
                    );
                    options.AddOperationTransformer(
                        (operation, context, _) =>
                        {
                            Describe(operation, context);
                            return Task.CompletedTask;
                        }
                    );
                }
            );

    /// <summary>Maps the description and the page.</summary>
    public static void MapNewsroomOpenApi(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference("/docs", options => options.WithTitle("Newsroom").WithOpenApiRoutePattern("/openapi/v1.json"))
            .AllowAnonymous();
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Newsroom",
            Version = "v1",
            Description =
                "An editorial system of record. Commands append events; reads return projections of them. Refusals are RFC 9457 "
                + "problem details.",
        };
        var operations = document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>());
        var topics = operations.SelectMany(operation => operation.Tags ?? Enumerable.Empty<OpenApiTagReference>());
        document.Tags = topics.Select(topic => topic.Reference.Id!).Distinct().Select(name => new OpenApiTag { Name = name }).ToHashSet();
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas?.Remove(nameof(IResult));
        document.Components.Responses = Meanings
            .Keys.Where(IsProblem)
            .ToDictionary(status => status, status => (IOpenApiResponse)ProblemOf(status));
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "A token whose claim \"roles\" lists the caller's roles.",
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
    }

    private static void Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type == typeof(Fingerprint))
        {
            (schema.Type, schema.Pattern) = (JsonSchemaType.String, FingerprintPattern);
        }

        // List items have no schema if they have a custom converter.
        if (context.JsonTypeInfo.Type == typeof(ImmutableArray<Fingerprint>))
        {
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = FingerprintPattern };
        }

        var types = context.ApplicationServices.GetRequiredService<RequestTypes>();
        if (context.JsonPropertyInfo is { } member && types.All.Contains(member.DeclaringType))
        {
            RequestTypes.Bound(schema, member.DeclaringType.Name, member.Name);
        }
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var answer = AnswerOf(operation);
        Describe(operation, context.Description, context.Document!);
        foreach (var parameter in operation.Parameters ?? [])
        {
            if (parameter.Schema is OpenApiSchema parameterSchema)
            {
                if (parameter.Name is RequestParameters.StoryInPath or RequestParameters.StoryInQuery)
                {
                    (parameterSchema.Format, parameterSchema.Description) = (null, "The id or the slug of the story.");
                }

                RequestTypes.Bound(parameterSchema, "query", parameter.Name!);
            }
        }

        if (answer is not null)
        {
            AddAnswer(operation, answer);
        }
    }

    /// <summary>Returns the schema that the endpoint declares of its answer.</summary>
    private static IOpenApiSchema? AnswerOf(OpenApiOperation operation) =>
        operation
            .Responses?.Values.Select(response =>
                response.Content?.TryGetValue("application/json", out var body) == true ? body.Schema : null
            )
            .FirstOrDefault(schema => schema is not null);

    private static void AddAnswer(OpenApiOperation operation, IOpenApiSchema answer)
    {
        foreach (var success in operation.Responses!.Where(r => r.Key is "200" or "201").Select(r => r.Value).OfType<OpenApiResponse>())
        {
            success.Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = answer } };
        }
    }

    private static void Describe(OpenApiOperation operation, ApiDescription described, OpenApiDocument document)
    {
        var (path, method) = (described.RelativePath ?? "", described.HttpMethod ?? "GET");
        var topic = path.Split('/')[0];
        operation.Tags = new HashSet<OpenApiTagReference> { new(topic) };
        operation.OperationId = NoLetters().Replace($"{method}_{path}", "_").Trim('_');
        operation.Responses ??= [];
        operation.Description = operation.Summary;
        if (topic is "health" or "openapi" or "docs")
        {
            Answers(operation, ["200"], document);
            return;
        }

        var permission = Permissions.Of(method, path);
        AddExample(operation, permission);
        if (permission.HasPreview)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(Prefer());
        }

        if (described.ActionDescriptor.EndpointMetadata.OfType<CommandDescription>().SingleOrDefault() is { } command)
        {
            DescribeCommand(operation, command, permission, document);
            return;
        }

        operation.Description =
            $"{operation.Summary} For {permission.Who}{(permission.Condition.Length > 0 ? $": {permission.Condition}" : "")}.";
        string[] statuses = [.. operation.Responses.Keys.Where(s => !IsProblem(s)), .. Failures(method, path, permission.IsRead)];
        if (!permission.IsRead && !path.EndsWith($"/{ConfigurationCatalog.RevealIdentity.Name}", StringComparison.Ordinal))
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(RepeatKey());
        }

        Answers(operation, permission.IsPublic ? statuses.Where(s => s is not ("401" or "403")) : statuses, document);
    }

    // What can go wrong follows from the kind of request; what the endpoint answers otherwise, it declares.
    private static IEnumerable<string> Failures(string method, string path, bool isRead)
    {
        var isFound = method != "PUT" && path.Contains('{', StringComparison.Ordinal);
        return ["400", "401", "403", .. isFound ? new[] { "404" } : [], .. isRead ? [] : new[] { "415", "422" }];
    }

    private static void DescribeCommand(
        OpenApiOperation operation,
        CommandDescription command,
        EndpointAccess permission,
        OpenApiDocument document
    )
    {
        operation.OperationId = command.Name;
        operation.Summary = command.Summary;
        operation.Description =
            $"By {permission.Who}{(permission.Condition.Length > 0 ? $": {permission.Condition}" : "")}. If several of the caller's roles "
            + "allow it, select one with \"as\".";
        operation.Parameters ??= [];
        if (command.Precondition == Precondition.Version)
        {
            operation.Parameters.Add(
                Header("If-Match", "The version that the caller read, from the story's ETag.", required: true, "\"v17\"")
            );
        }

        if (command.MayNameVersion)
        {
            var when = "The version that the caller read, from the story's ETag. Required if the story's desk or language has changed.";
            operation.Parameters.Add(Header("If-Match", when, required: false, "\"v17\""));
        }

        operation.Parameters.Add(RepeatKey());
        Answers(operation, Statuses(command), document);
        if (operation.RequestBody is OpenApiRequestBody request)
        {
            request.Required = true;
        }
    }

    private static void AddExample(OpenApiOperation operation, EndpointAccess permission)
    {
        if (permission.Example is { } example && operation.RequestBody?.Content?.TryGetValue("application/json", out var body) == true)
        {
            body.Example = JsonNode.Parse(example);
        }
    }

    private static IEnumerable<string> Statuses(CommandDescription command) =>
        new (string Status, bool Possible)[]
        {
            ("200", !command.Begins),
            ("201", command.Begins),
            ("400", true),
            ("401", true),
            ("403", true),
            ("404", !command.Begins),
            ("409", command.Merges),
            ("412", command.Precondition != Precondition.Nothing),
            ("413", true),
            ("415", true),
            ("422", true),
            ("428", command.Precondition == Precondition.Version || command.MayNameVersion),
        }
            .Where(s => s.Possible)
            .Select(s => s.Status);

    private static OpenApiParameter Prefer() =>
        Header(
            DryRun.Header,
            "With dry-run the command is decided and nothing is stored. The answer is 200 with events (those it would append) and effects "
                + "(what would lapse, return, merge or change), and the header Preference-Applied: dry-run. A refusal is not recorded.",
            required: false,
            DryRun.Preference
        );

    private static OpenApiParameter RepeatKey() =>
        Header(
            IdempotencyHeader.Name,
            "Repeats of a successful command with the same key get its response again, for 30 days.",
            required: false,
            "\"8e03978e-40d5-43e8-bc93-6894a57f9324\""
        );

    private static OpenApiParameter Header(string name, string description, bool required, string example) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = JsonValue.Create(example),
        };

    private static void Answers(OpenApiOperation operation, IEnumerable<string> statuses, OpenApiDocument document)
    {
        foreach (var status in statuses)
        {
            if (IsProblem(status))
            {
                operation.Responses![status] = new OpenApiResponseReference(status, document);
                continue;
            }

            var known = operation.Responses!.TryGetValue(status, out var response) ? response as OpenApiResponse : null;
            known ??= new OpenApiResponse();
            known.Description = Meanings[status];
            operation.Responses[status] = known;
        }

        foreach (var other in operation.Responses!.Keys.Except(statuses).ToList())
        {
            operation.Responses.Remove(other);
        }
    }

    private static bool IsProblem(string status) => status[0] is '4' or '5';

    private static OpenApiResponse ProblemOf(string status) =>
        new()
        {
            Description = Meanings[status],
            Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Example = ProblemExample(status) } },
        };

    private static JsonObject ProblemExample(string status) =>
        new()
        {
            ["type"] = "/problems/…",
            ["title"] = "…",
            ["status"] = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture),
            ["detail"] = Meanings[status],
            ["reasons"] = new JsonArray(new JsonObject { ["code"] = "…", ["message"] = "…" }),
        };

    [GeneratedRegex("[^A-Za-z]+")]
    private static partial Regex NoLetters();

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
