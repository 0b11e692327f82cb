using System.Text.Json.Nodes;
using Newsroom.Api.Composition.OpenApi;
using Newsroom.Api.LiveFeed;
using static Newsroom.Api.Composition.AsyncApi.AsyncApiParts;

namespace Newsroom.Api.Composition.AsyncApi;

/// <summary>Describes the live feed: server-sent events, whose data are messages.</summary>
internal static class FeedDescription
{
    /// <summary>The name of its channel.</summary>
    public const string Name = "events";

    private const string Event = "event";
    private const string Heartbeat = EventFeed.Heartbeat;
    private const string OperationId = "get-events";

    private static readonly string[] Parameters = ["desk", "story", "since", "lastEventId"];

    /// <summary>Returns its channel.</summary>
    public static JsonObject Channel() =>
        new()
        {
            ["address"] = "/events",
            ["title"] = "Live feed",
            ["description"] =
                "Server-sent events (text/event-stream) to each client that sends GET. id of an item is the sequence of the event. A "
                + $"client that connects again sends it as {GetEventsEndpoint.LastEventId}, and has each event once. event of an item is "
                + $"{Heartbeat} or omitted.",
            ["servers"] = new JsonArray(Reference("servers/newsroom")),
            ["messages"] = new JsonObject
            {
                [Event] = Reference($"components/messages/{Event}"),
                [Heartbeat] = Reference($"components/messages/{Heartbeat}"),
            },
            ["tags"] = new JsonArray(Tag("feed")),
        };

    /// <summary>Returns its operation.</summary>
    public static JsonObject Operation() =>
        new()
        {
            ["action"] = "send",
            ["channel"] = Reference($"channels/{Name}"),
            ["summary"] = "Sends the events of stories that the caller may read, as they are recorded.",
            ["messages"] = new JsonArray(
                Reference($"channels/{Name}/messages/{Event}"),
                Reference($"channels/{Name}/messages/{Heartbeat}")
            ),
            ["security"] = new JsonArray(Reference($"components/securitySchemes/{DocumentDescription.Bearer}")),
            ["bindings"] = new JsonObject
            {
                ["http"] = new JsonObject
                {
                    ["method"] = "GET",
                    ["query"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject(
                            Parameters.Select(name => KeyValuePair.Create<string, JsonNode?>(name, Parameter(name)))
                        ),
                    },
                    ["bindingVersion"] = HttpBinding,
                },
            },
        };

    /// <summary>Returns its messages by name.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Messages(MessageExamples examples) =>
        [
            new(
                Event,
                new JsonObject
                {
                    ["name"] = Event,
                    ["summary"] = DocumentationComments.Of(typeof(FeedEvent)),
                    ["contentType"] = "application/json",
                    ["payload"] = Reference($"components/schemas/{nameof(FeedEvent)}"),
                    ["correlationId"] = new JsonObject
                    {
                        ["description"] = "The id of the story.",
                        ["location"] = "$message.payload#/story",
                    },
                    ["examples"] = new JsonArray(new JsonObject { ["name"] = Event, ["payload"] = examples.OfFeed() }),
                }
            ),
            new(
                Heartbeat,
                new JsonObject
                {
                    ["name"] = Heartbeat,
                    ["summary"] = "The first item, and one after 15 seconds of silence. id of the item is the position that was reached.",
                    ["contentType"] = "text/plain",
                    ["payload"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("") },
                    ["examples"] = new JsonArray(new JsonObject { ["name"] = Heartbeat, ["payload"] = "" }),
                }
            ),
        ];

    private static JsonObject Parameter(string name) =>
        new() { ["type"] = "string", ["description"] = ParameterDescriptions.Of(OperationId, name) };
}
