using System.Text.Json.Nodes;

namespace Newsroom.Api.Tests;

/// <summary>The response to a request.</summary>
public sealed record Answer(int Status, string? ETag, string? Location, string? Link, string? ContentType, string Text)
{
    /// <summary>The headers, joined by name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body as JSON; of a list, its items.</summary>
    public JsonNode Json =>
        Body is JsonObject { Count: 2 } page && page["items"] is JsonArray items && page.ContainsKey("next") ? items : Body;

    /// <summary>The whole body as JSON.</summary>
    public JsonNode Body => JsonNode.Parse(Text)!;

    /// <summary>The version after the command.</summary>
    public long Version => Json["version"]!.GetValue<long>();

    /// <summary>The storage names of the appended events.</summary>
    public string[] Events => [.. Json["events"]!.AsArray().Select(e => e!["type"]!.GetValue<string>())];

    /// <summary>The codes of a refusal's reasons.</summary>
    public string[] Reasons => [.. Json["reasons"]!.AsArray().Select(r => r!["code"]!.GetValue<string>())];

    /// <summary>The gates that a refusal names as failed.</summary>
    public string[] FailedGates =>
        [.. Json["gates"]!.AsArray().Where(g => g!["outcome"]!.GetValue<string>() == "failed").Select(g => g!["gate"]!.GetValue<string>())];

    /// <summary>Asserts the status; the message has the body.</summary>
    public Answer Is(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>Asserts a refusal: problem details with this status and first reason.</summary>
    public Answer IsRefused(int status, string code)
    {
        Is(status);
        ContentType.ShouldBe("application/problem+json");
        Reasons.ShouldContain(code, Text);
        return this;
    }
}
