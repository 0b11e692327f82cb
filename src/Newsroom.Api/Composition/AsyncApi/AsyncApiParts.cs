using System.Text.Json.Nodes;

namespace Newsroom.Api.Composition.AsyncApi;

/// <summary>Small parts of the description.</summary>
internal static class AsyncApiParts
{
    /// <summary>The version of the bindings of HTTP.</summary>
    public const string HttpBinding = "0.3.0";

    /// <summary>The version of the bindings of AMQP.</summary>
    public const string AmqpBinding = "0.3.0";

    /// <summary>Returns a reference to another part.</summary>
    public static JsonObject Reference(string path) => new() { ["$ref"] = $"#/{path}" };

    /// <summary>Returns a variable of an address, or a parameter.</summary>
    public static JsonObject Variable(string description, string example) =>
        new() { ["description"] = description, ["examples"] = new JsonArray(example) };

    /// <summary>Returns a tag, with its description where it is declared.</summary>
    public static JsonObject Tag(string name, string? description = null)
    {
        var tag = new JsonObject { ["name"] = name };
        if (description is not null)
        {
            tag["description"] = description;
        }

        return tag;
    }
}
