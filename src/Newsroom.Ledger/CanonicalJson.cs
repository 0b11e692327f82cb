using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Newsroom.Ledger;

/// <summary>
/// JSON as it is hashed: the JSON Canonicalization Scheme, RFC 8785. Two texts that mean the same have the same bytes: members in the order of their
/// names' UTF-16 code units, numbers as ECMAScript writes doubles, no white space, no escapes but those that must be.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Canonical bytes, UTF-8, of a JSON text in UTF-8.</summary>
    /// <exception cref="FormatException">It is no JSON, has a name twice, a number no double holds, or half a surrogate pair.</exception>
    public static byte[] Of(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var output = new ArrayBufferWriter<byte>(Math.Max(json.Length, 1));
            Write(document.RootElement, output);
            return output.WrittenSpan.ToArray();
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The second is what half a surrogate pair gives, which no UTF-8 can hold.
            throw new FormatException($"This is not JSON as it can be hashed: {problem.Message}", problem);
        }
    }

    /// <summary>Canonical bytes of a JSON text.</summary>
    /// <exception cref="FormatException">As for bytes.</exception>
    public static byte[] Of(string json) => Of(Encoding.UTF8.GetBytes(json));

    /// <summary>Canonical bytes of a JSON value; null is <c>null</c>.</summary>
    /// <exception cref="FormatException">As for bytes.</exception>
    public static byte[] Of(JsonNode? value) => Of(value?.ToJsonString() ?? "null");

    private static void Write(JsonElement value, ArrayBufferWriter<byte> output)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                output.Write("{"u8);
                var members = value.EnumerateObject().Select(m => (m.Name, m.Value)).OrderBy(m => m.Name, StringComparer.Ordinal);
                foreach (var (index, (name, member)) in members.Index())
                {
                    output.Write(index == 0 ? ""u8 : ","u8);
                    Write(name, output);
                    output.Write(":"u8);
                    Write(member, output);
                }

                output.Write("}"u8);
                break;
            case JsonValueKind.Array:
                output.Write("["u8);
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    output.Write(index == 0 ? ""u8 : ","u8);
                    Write(item, output);
                }

                output.Write("]"u8);
                break;
            case JsonValueKind.String:
                Write(value.GetString()!, output);
                break;
            case JsonValueKind.Number:
                output.Write(Encoding.ASCII.GetBytes(EcmaScriptNumber.Of(value.GetDouble())));
                break;
            default:
                output.Write(Encoding.ASCII.GetBytes(value.GetRawText()));
                break;
        }
    }

    private static void Write(string text, ArrayBufferWriter<byte> output)
    {
        output.Write("\""u8);
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is >= ' ' and not ('"' or '\\'))
            {
                continue;
            }

            Encoding.UTF8.GetBytes(text.AsSpan(from, at - from), output);
            output.Write(Escape(text[at]));
            from = at + 1;
        }

        Encoding.UTF8.GetBytes(text.AsSpan(from), output);
        output.Write("\""u8);
    }

    private static ReadOnlySpan<byte> Escape(char c) =>
        c switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            _ => Encoding.ASCII.GetBytes($"\\u{(int)c:x4}"),
        };
}
