using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Newsroom.Formats;

internal static class FormattedJson
{
    // Escapes what ends a script element of HTML.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), MaxDepth = 64 };

    /// <summary>Writes UTF-8.</summary>
    public static byte[] ToBytes(JsonObject value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>Writes text that is safe inside a script element.</summary>
    public static string ToText(JsonObject value) => value.ToJsonString(Options);

    /// <summary>Adds a member, unless it is empty.</summary>
    public static void AddText(this JsonObject value, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            value[name] = text;
        }
    }

    /// <summary>Adds an array, unless it is empty.</summary>
    public static void AddItems(this JsonObject value, string name, IEnumerable<JsonObject> items)
    {
        JsonArray array = [.. items];
        if (array.Count > 0)
        {
            value[name] = array;
        }
    }
}
