using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Previews;
using Newsroom.Api.Infrastructure.Replicas;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.LiveFeed;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>
/// Describes an operation from its permission, its parameters and what its endpoint declares: id, topic, headers, refusals, and who may
/// send it.
/// </summary>
internal sealed class OperationDescription
{
    private readonly OpenApiOperation operation;
    private readonly OpenApiDocument document;
    private readonly EndpointAccess access;
    private readonly IList<object> metadata;
    private readonly CommandDescription? command;

    private OperationDescription(OpenApiOperation operation, ApiDescription described, OpenApiDocument document)
    {
        (this.operation, this.document) = (operation, document);
        metadata = described.ActionDescriptor.EndpointMetadata;
        access = Permissions.Of(described.HttpMethod ?? "GET", described.RelativePath ?? "");
        command = metadata.OfType<CommandDescription>().SingleOrDefault();
        var isList = described.SupportedResponseTypes.Any(r => r.Type is { IsGenericType: true } type && IsPage(type));
        operation.OperationId = OperationIds.Of(access, metadata.OfType<IEndpointNameMetadata>().FirstOrDefault()?.EndpointName, isList);
        IsPaged = isList || operation.Parameters?.Any(p => p.Name == "after") == true;
    }

    private bool IsPaged { get; }

    /// <summary>Completes an operation.</summary>
    /// <param name="operation">The operation as its endpoint declares it.</param>
    /// <param name="described">The request.</param>
    /// <param name="document">The document, whose components it refers to.</param>
    public static void Complete(OpenApiOperation operation, ApiDescription described, OpenApiDocument document)
    {
        var description = new OperationDescription(operation, described, document);
        description.DescribeText();
        description.DescribeParameters();
        description.DescribeBody();
        description.DescribeAnswers();
    }

    private void DescribeText()
    {
        operation.Tags = new HashSet<OpenApiTagReference> { new(Topics.Of(metadata).Name, document) };
        var (summary, more) = SplitSentence(operation.Summary ?? "");
        var condition = access.Condition.Length > 0 ? $": {access.Condition}" : "";
        var role = command is null ? "" : " If several of the caller's roles allow it, select one with as.";
        operation.Summary = summary;
        operation.Description = $"{more} For {access.Who}{condition}.{role}".Trim();
        operation.Security = access.IsPublic ? [] : null;
    }

    private void DescribeParameters()
    {
        var values = metadata.OfType<RequestParameters>().FirstOrDefault();
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Description ??= ParameterDescriptions.Of(operation.OperationId!, parameter.Name!);
            if (parameter.Schema is OpenApiSchema schema)
            {
                ParameterSchema.Complete(schema, parameter.Name!, values);
            }
        }

        operation.Parameters ??= [];
        foreach (var header in Headers())
        {
            operation.Parameters.Add(new OpenApiParameterReference(header, document));
        }
    }

    private IEnumerable<string> Headers()
    {
        if (operation.Responses?.ContainsKey("304") == true)
        {
            yield return RequestHeaders.IfNoneMatch;
        }

        if (command?.Precondition == Precondition.Version)
        {
            yield return RequestHeaders.IfMatchRequired;
        }

        if (command?.MayNameVersion == true)
        {
            yield return RequestHeaders.IfMatchOptional;
        }

        if (command?.HonoursVersion == true)
        {
            yield return RequestHeaders.IfMatchHonoured;
        }

        if (operation.Responses?.Values.Any(answer => answer.Content?.ContainsKey(GetEventsEndpoint.MediaType) == true) == true)
        {
            yield return RequestHeaders.LastEventId;
        }

        if (metadata.OfType<ReplicaRead>().Any())
        {
            yield return RequestHeaders.Sequence;
        }

        if (access.HasPreview)
        {
            yield return RequestHeaders.Prefer;
        }

        if (!access.IsRead && access.Command != ConfigurationCatalog.RevealIdentity.Name)
        {
            yield return RequestHeaders.IdempotencyKey;
        }
    }

    private void DescribeBody()
    {
        if (metadata.OfType<BinaryBody>().FirstOrDefault() is { } file)
        {
            operation.RequestBody = ContentSchemas.Of(file);
        }

        if (operation.RequestBody is not OpenApiRequestBody body)
        {
            return;
        }

        body.Required = true;
        foreach (var content in (body.Content ?? new Dictionary<string, OpenApiMediaType>()).Where(c => c.Key == "application/json"))
        {
            content.Value.Example = access.Example is { } example ? JsonNode.Parse(example) : null;
            body.Description ??= "The members of the command.";
        }
    }

    private void DescribeAnswers()
    {
        operation.Responses ??= [];
        foreach (var (status, answer) in operation.Responses.Where(r => !ProblemResponses.Has(r.Key)).ToList())
        {
            var response = (OpenApiResponse)answer;
            if (status == "200" && HasEachFormat)
            {
                FormatResponses.AddTo(response, document);
            }

            ContentSchemas.Complete(response.Content ?? new Dictionary<string, OpenApiMediaType>());
            response.Description = MeaningOf(status);
            response.Headers = HeadersOf(status)
                .ToDictionary(name => name, name => (IOpenApiHeader)new OpenApiHeaderReference(name, document));
        }

        if (access.HasPreview)
        {
            AddPreview();
        }

        var declared = operation.Responses.Keys.Where(ProblemResponses.Has).Where(status => status != Declarations.Placeholder);
        foreach (var status in Refusals().Concat(declared).Distinct().Order(StringComparer.Ordinal).ToList())
        {
            operation.Responses[status] = ProblemResponses.Of(status, document);
        }

        if (HasEachFormat)
        {
            operation.Responses["410"] = FormatResponses.Gone(document);
        }

        operation.Responses.Remove(Declarations.Placeholder);
        operation.Responses.Remove(Declarations.PreviewPlaceholder);
    }

    private bool HasEachFormat => metadata.OfType<HasFormatsAttribute>().Any(formats => !formats.AreNegotiated);

    // A story command and an import answer one schema in both cases. Other commands answer what they changed, or the preview.
    private void AddPreview()
    {
        var answer = operation
            .Responses!.Where(r => r.Key is "200" or "201")
            .Select(r => r.Value.Content?.Where(c => c.Key == "application/json").Select(c => c.Value.Schema).FirstOrDefault())
            .FirstOrDefault(schema => schema is not null);
        if (command is not null || access.Command == ConfigurationCatalog.ImportHistory.Name)
        {
            operation.Responses!.TryAdd("200", Success("200", answer));
            return;
        }

        var either = Either(((OpenApiSchemaReference)answer!).Reference.Id!);
        foreach (var status in operation.Responses!.Keys.Where(s => s is "200" or "201").Append("200").Distinct().ToList())
        {
            operation.Responses![status] = Success(status, either);
        }
    }

    private OpenApiSchemaReference Either(string answer)
    {
        var name = $"{answer}Or{nameof(CommandPreview)}";
        var schema = new OpenApiSchema
        {
            Description = "What the command changed, or its preview where the request prefers one.",
            AnyOf = [new OpenApiSchemaReference(answer, document), new OpenApiSchemaReference(nameof(CommandPreview), document)],
        };
        document.AddComponent(name, schema);
        return new OpenApiSchemaReference(name, document);
    }

    private OpenApiResponse Success(string status, IOpenApiSchema? schema) =>
        new()
        {
            Description = MeaningOf(status),
            Headers = HeadersOf(status).ToDictionary(name => name, name => (IOpenApiHeader)new OpenApiHeaderReference(name, document)),
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } },
        };

    private IEnumerable<string> HeadersOf(string status)
    {
        if (command is not null || operation.Responses!.ContainsKey("304") || metadata.OfType<HasETagAttribute>().Any())
        {
            yield return ResponseHeaderDescriptions.ETag;
        }

        if (status == "201")
        {
            yield return ResponseHeaderDescriptions.Location;
        }

        if (status == "200" && access.HasPreview)
        {
            yield return ResponseHeaderDescriptions.PreferenceApplied;
        }

        if (!access.IsRead)
        {
            yield return ResponseHeaderDescriptions.Sequence;
        }

        if (status is "200" or "206" && metadata.OfType<FileDownload>().Any())
        {
            yield return ResponseHeaderDescriptions.ContentDisposition;
        }

        if ((status == "200" && IsPaged) || metadata.OfType<HasFormatsAttribute>().Any())
        {
            yield return ResponseHeaderDescriptions.Link;
        }
    }

    private IEnumerable<string> Refusals() =>
        new (string Status, bool IsPossible)[]
        {
            ("400", true),
            ("401", !access.IsPublic),
            ("403", !access.IsPublic),
            ("404", access.Method != "PUT" && access.Route.Contains('{', StringComparison.Ordinal)),
            ("409", command?.Merges == true),
            ("412", command is not null && (command.Precondition != Precondition.Nothing || command.HonoursVersion)),
            ("413", !access.IsRead),
            ("415", !access.IsRead && !metadata.OfType<BinaryBody>().Any()),
            ("422", !access.IsRead),
            ("428", command?.Precondition == Precondition.Version || command?.MayNameVersion == true),
            ("429", true),
            ("503", true),
            (ProblemResponses.Default, true),
        }
            .Where(refusal => refusal.IsPossible)
            .Select(refusal => refusal.Status);

    private static string MeaningOf(string status) =>
        status switch
        {
            "200" => "Success.",
            "201" => "Created; Location has the address.",
            "206" => "The requested range of the file.",
            "304" => "The caller's copy is current.",
            _ => "Success.",
        };

    private static bool IsPage(Type type) => type.GetGenericTypeDefinition() == typeof(Page<>);

    /// <summary>Returns the first sentence without its full stop, and the others.</summary>
    private static (string First, string Others) SplitSentence(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? (text.TrimEnd('.'), "") : (text[..end], text[(end + 2)..]);
    }
}
