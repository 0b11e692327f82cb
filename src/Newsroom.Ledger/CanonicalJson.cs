using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Newsroom.Ledger;

/// <summary>
/// Serializes JSON in the form that is hashed: JSON Canonicalization Scheme (RFC 8785). Members are ordered by the UTF-16 code units of
/// their names; numbers are written as ECMAScript writes doubles; no white space, no optional escapes.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Canonicalizes a JSON text, UTF-8 in and out.</summary>
    /// <exception cref="FormatException">
    /// Invalid JSON, a duplicate member name, a number outside double range, or an unpaired surrogate.
    /// </exception>
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
            // InvalidOperationException: an unpaired surrogate, which UTF-8 cannot encode.
            throw new FormatException($"The text cannot be canonicalized as JSON: {problem.Message}", problem);
        }
    }

    /// <summary>Canonicalizes a JSON text.</summary>
    /// <exception cref="FormatException">See the overload for bytes.</exception>
    public static byte[] Of(string json) => Of(Encoding.UTF8.GetBytes(json));

    /// <summary>Canonicalizes a JSON value; null becomes <c>null</c>.</summary>
    /// <exception cref="FormatException">See the overload for bytes.</exception>
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
