using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Newsroom.Domain.Stories;

/// <summary>
/// What happened, as data: a code and the arguments that its sentence needs. Both are stored, so codes and names of arguments never change;
/// arguments may be added. People are identities.
/// </summary>
/// <param name="Code">What happened.</param>
/// <param name="Arguments">The arguments; those without a value are left out.</param>
public sealed record EventSummary(string Code, JsonObject Arguments)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The arguments as JSON.</summary>
    public string Json => Arguments.ToJsonString(Compact);

    /// <summary>All texts in the arguments, in order.</summary>
    public IEnumerable<string> Texts => TextsIn(Arguments);

    /// <summary>Reads a summary from its stored parts.</summary>
    public static EventSummary Read(string code, string? json) =>
        new(code, json is not null && JsonNode.Parse(json) is JsonObject arguments ? arguments : []);

    /// <summary>Returns an argument as text; null where it is missing.</summary>
    public string? Find(string name) => Text(Arguments[name]);

    /// <summary>Returns an argument as text; empty where it is missing.</summary>
    public string this[string name] => Find(name) ?? "";

    /// <summary>Whether an argument is set to true.</summary>
    public bool Is(string name) => Arguments[name] is JsonValue value && value.TryGetValue<bool>(out var set) && set;

    /// <summary>Returns the items of a list; none where it is missing.</summary>
    public IEnumerable<JsonNode> List(string name) => (Arguments[name] as JsonArray)?.OfType<JsonNode>() ?? [];

    /// <summary>Returns a value as text; null where it is none.</summary>
    internal static string? Text(JsonNode? node) => (node as JsonValue)?.ToString();

    private static IEnumerable<string> TextsIn(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => TextsIn(member.Value)),
            JsonArray items => items.SelectMany(TextsIn),
            JsonValue value when value.TryGetValue<string>(out var text) => [text],
            _ => [],
        };
}
