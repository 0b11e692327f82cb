using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Newsroom.Api.Composition.OpenApi;
using Newsroom.Api.Distribution.Broker;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;
using static Newsroom.Api.Composition.AsyncApi.AsyncApiParts;

namespace Newsroom.Api.Composition.AsyncApi;

/// <summary>Writes the description: servers, channels, operations, and the messages that go over them.</summary>
/// <param name="schemas">The schemas of the messages.</param>
/// <param name="json">How messages are written.</param>
/// <param name="configuration">The settings, of which the name of the exchange is shown.</param>
internal sealed class AsyncApiDocument(MessageSchemas schemas, IOptions<JsonOptions> json, IConfiguration configuration)
{
    /// <summary>The media type of CloudEvents.</summary>
    public const string CloudEvents = BrokerPublisher.MediaType;

    private const string Webhook = "webhook";
    private const string Exchange = "exchange";

    private static readonly DeliveryKind[] Kinds = Enum.GetValues<DeliveryKind>();

    private readonly MessageExamples examples = new(json);

    /// <summary>Writes the document.</summary>
    /// <param name="scheme">The scheme of the request that asks for it.</param>
    /// <param name="host">The host of the request.</param>
    /// <param name="cancellationToken">Ends the making of the schemas.</param>
    public async Task<JsonObject> WriteAsync(string scheme, string host, CancellationToken cancellationToken) =>
        new()
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Newsroom",
                ["version"] = "v1",
                ["description"] =
                    "What the newsroom sends to other systems: notices of published stories, and the live feed of the events of all "
                    + "stories. The requests that it accepts are in /openapi/v1.json.",
                ["license"] = new JsonObject { ["name"] = "MIT License", ["url"] = "https://opensource.org/license/mit" },
                ["tags"] = new JsonArray(
                    Tag("webhooks", "Sent to each subscriber."),
                    Tag("broker", "Sent to a RabbitMQ broker, where one is configured."),
                    Tag("feed", "Sent to the staff, as server-sent events.")
                ),
            },
            ["defaultContentType"] = CloudEvents,
            ["servers"] = Servers(scheme, host),
            ["channels"] = new JsonObject
            {
                [Webhook] = WebhookChannel(),
                [Exchange] = ExchangeChannel(),
                [FeedDescription.Name] = FeedDescription.Channel(),
            },
            ["operations"] = new JsonObject
            {
                ["sendWebhook"] = SendWebhook(),
                ["publishToExchange"] = PublishToExchange(),
                ["sendEvents"] = FeedDescription.Operation(),
            },
            ["components"] = new JsonObject
            {
                ["schemas"] = await schemas.ReadAsync(cancellationToken),
                ["messages"] = Messages(),
                ["correlationIds"] = new JsonObject
                {
                    ["story"] = new JsonObject
                    {
                        ["description"] = "The id of the story. Notices of one story arrive in the order of sequence.",
                        ["location"] = "$message.payload#/subject",
                    },
                },
                ["securitySchemes"] = SecuritySchemes(),
            },
        };

    private static JsonObject Servers(string scheme, string host) =>
        new()
        {
            ["newsroom"] = new JsonObject
            {
                ["host"] = host,
                ["protocol"] = scheme,
                ["description"] = "The host that served this document. Its requests are in /openapi/v1.json.",
            },
            ["subscriber"] = new JsonObject
            {
                ["host"] = "{host}",
                ["pathname"] = "/{path}",
                ["protocol"] = "https",
                ["description"] = "The address that a subscriber is registered with.",
                ["variables"] = new JsonObject
                {
                    ["host"] = Variable("The host of the address.", "news.example.org"),
                    ["path"] = Variable("Its path.", "newsroom"),
                },
            },
            ["broker"] = new JsonObject
            {
                ["host"] = "{host}",
                ["protocol"] = "amqps",
                ["protocolVersion"] = "0.9.1",
                ["description"] = "The RabbitMQ broker that the newsroom is configured with.",
                ["variables"] = new JsonObject { ["host"] = Variable("The host of the broker.", "broker.example.org") },
                ["security"] = new JsonArray(Reference("components/securitySchemes/broker")),
            },
        };

    private static JsonObject WebhookChannel() =>
        new()
        {
            ["address"] = null,
            ["title"] = "Webhooks",
            ["description"] =
                "A POST for each notice and subscriber, signed as Standard Webhooks says. A response of 2xx within 15 seconds is a "
                + "success. Others are tried again, up to nine attempts, with the same webhook-id. A response with the header "
                + "newsroom-acknowledged: true acknowledges a notice that has to be.",
            ["servers"] = new JsonArray(Reference("servers/subscriber")),
            ["messages"] = MessagesByName(),
            ["tags"] = new JsonArray(Tag("webhooks")),
        };

    private JsonObject ExchangeChannel() =>
        new()
        {
            ["address"] = "story.{kind}.{desk}.{language}",
            ["title"] = "Exchange",
            ["description"] =
                "A message for each notice on a durable topic exchange. The address is the routing key. The edition is linked, never "
                + "included, and no notice has to be acknowledged. A message that is sent again has the same message_id: the id of the "
                + "event.",
            ["servers"] = new JsonArray(Reference("servers/broker")),
            ["parameters"] = new JsonObject
            {
                ["kind"] = new JsonObject
                {
                    ["description"] = "The kind of notice.",
                    ["enum"] = new JsonArray([.. Kinds.Select(kind => JsonValue.Create(kind.ToKebabCase()))]),
                },
                ["desk"] = Variable("The desk of the story.", "town"),
                ["language"] = Variable("The language of the story (BCP 47).", "en"),
            },
            ["messages"] = MessagesByName(),
            ["bindings"] = new JsonObject
            {
                ["amqp"] = new JsonObject
                {
                    ["is"] = "routingKey",
                    ["exchange"] = new JsonObject
                    {
                        ["name"] = BrokerSettings.Of(configuration)?.Exchange ?? BrokerSettings.DefaultExchange,
                        ["type"] = "topic",
                        ["durable"] = true,
                        ["autoDelete"] = false,
                    },
                    ["bindingVersion"] = AmqpBinding,
                },
            },
            ["tags"] = new JsonArray(Tag("broker")),
        };

    private static JsonObject SendWebhook() =>
        Operation(
            Webhook,
            "Sends a notice to a subscriber.",
            new JsonObject { ["http"] = new JsonObject { ["method"] = "POST", ["bindingVersion"] = HttpBinding } },
            new JsonArray(Reference("components/securitySchemes/webhook"))
        );

    private static JsonObject PublishToExchange() =>
        Operation(
            Exchange,
            "Publishes a notice to the exchange.",
            new JsonObject
            {
                ["amqp"] = new JsonObject { ["deliveryMode"] = 2, ["mandatory"] = false, ["bindingVersion"] = AmqpBinding },
            },
            security: null
        );

    private static JsonObject Operation(string channel, string summary, JsonObject bindings, JsonArray? security)
    {
        var operation = new JsonObject
        {
            ["action"] = "send",
            ["channel"] = Reference($"channels/{channel}"),
            ["summary"] = summary,
            ["messages"] = new JsonArray([.. Kinds.Select(kind => Reference($"channels/{channel}/messages/{kind.ToKebabCase()}"))]),
            ["bindings"] = bindings,
        };
        if (security is not null)
        {
            operation["security"] = security;
        }

        return operation;
    }

    private JsonObject Messages() =>
        new([
            .. Kinds.Select(kind => KeyValuePair.Create<string, JsonNode?>(kind.ToKebabCase(), Message(kind))),
            .. FeedDescription.Messages(examples),
        ]);

    private JsonObject Message(DeliveryKind kind) =>
        new()
        {
            ["name"] = kind.CloudEventType(),
            ["summary"] = DocumentationComments.Of(kind),
            ["contentType"] = CloudEvents,
            ["payload"] = Reference($"components/schemas/{MessageSchemas.NameOf(kind)}"),
            ["correlationId"] = Reference("components/correlationIds/story"),
            ["bindings"] = new JsonObject
            {
                ["http"] = new JsonObject { ["headers"] = WebhookHeaders(), ["bindingVersion"] = HttpBinding },
                ["amqp"] = new JsonObject { ["messageType"] = kind.CloudEventType(), ["bindingVersion"] = AmqpBinding },
            },
            ["examples"] = new JsonArray(new JsonObject { ["name"] = kind.ToKebabCase(), ["payload"] = examples.Of(kind) }),
        };

    private static JsonObject WebhookHeaders() =>
        new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray("webhook-id", "webhook-timestamp", "webhook-signature"),
            ["properties"] = new JsonObject
            {
                ["webhook-id"] = Header("The id of the delivery, the same in every attempt.", "uuid"),
                ["webhook-timestamp"] = Header("The time of the attempt, in seconds since 1970. Refuse one more than five minutes off."),
                ["webhook-signature"] = Header("A signature for each secret that is valid, the newest first, divided by spaces."),
            },
        };

    private static JsonObject Header(string description, string? format = null)
    {
        var header = new JsonObject { ["type"] = "string", ["description"] = description };
        if (format is not null)
        {
            header["format"] = format;
        }

        return header;
    }

    private static JsonObject SecuritySchemes() =>
        new()
        {
            [Webhook] = new JsonObject
            {
                ["type"] = "httpApiKey",
                ["in"] = "header",
                ["name"] = "webhook-signature",
                ["description"] =
                    "Standard Webhooks: v1, a comma, and the HMAC-SHA256 of webhook-id, webhook-timestamp and body, joined by dots, with "
                    + "the secret of the subscriber, in base64.",
            },
            [DocumentDescription.Bearer] = new JsonObject
            {
                ["type"] = "http",
                ["scheme"] = "bearer",
                ["bearerFormat"] = "JWT",
                ["description"] = DocumentDescription.Token,
            },
            ["broker"] = new JsonObject
            {
                ["type"] = "userPassword",
                ["description"] = "The user name and password of a consumer. Each consumer declares a queue, and binds it to the exchange.",
            },
        };

    private static JsonObject MessagesByName() =>
        new(
            Kinds.Select(kind =>
                KeyValuePair.Create<string, JsonNode?>(kind.ToKebabCase(), Reference($"components/messages/{kind.ToKebabCase()}"))
            )
        );
}
