using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Newsroom.Api.Distribution.Deliveries;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Api.Composition.AsyncApi;

/// <summary>The schemas of messages, made once from the types that are sent.</summary>
/// <param name="documents">Makes the schemas of the types that <see cref="AsyncApiSetup"/> declares.</param>
internal sealed class MessageSchemas([FromKeyedServices(AsyncApiSetup.Schemas)] IOpenApiDocumentProvider documents)
{
    private volatile string? written;

    /// <summary>Returns the name of the schema of a kind of notice, such as <c>PublishedEvent</c>.</summary>
    public static string NameOf(DeliveryKind kind) => $"{kind}Event";

    /// <summary>Returns the schemas by name.</summary>
    public async Task<JsonObject> ReadAsync(CancellationToken cancellationToken)
    {
        if (written is null)
        {
            var document = await documents.GetOpenApiDocumentAsync(cancellationToken);
            written = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
        }

        var schemas = JsonNode.Parse(written)!["components"]!["schemas"]!.DeepClone().AsObject();
        var common = schemas[nameof(CloudEvent)]!;
        schemas.Remove(nameof(CloudEvent));
        foreach (var kind in Enum.GetValues<DeliveryKind>())
        {
            schemas[NameOf(kind)] = Of(kind, common.DeepClone());
        }

        return schemas;
    }

    // The events of all kinds have the same members; the values of some are fixed.
    private static JsonNode Of(DeliveryKind kind, JsonNode schema)
    {
        var members = schema["properties"]!;
        members["specversion"]!["enum"] = new JsonArray("1.0");
        members["datacontenttype"]!["enum"] = new JsonArray("application/json");
        members["type"]!["enum"] = new JsonArray(kind.CloudEventType());
        return schema;
    }
}
