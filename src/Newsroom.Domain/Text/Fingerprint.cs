using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Text;

/// <summary>Identifies normalised text that a check or approval is bound to: SHA-256, 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct Fingerprint(string Hex)
{
    /// <summary>
    /// Computes the fingerprint of parts. Each is normalised and prefixed with its length in UTF-8 bytes and a colon, so that different
    /// lists cannot collide.
    /// </summary>
    public static Fingerprint Of(string kind, params ReadOnlySpan<string> parts)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Append(bytes, $"{kind}/{Normaliser.Version}");
        foreach (var part in parts)
        {
            Append(bytes, Normaliser.Normalise(part));
        }

        return new Fingerprint(Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan)));
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;

    private static void Append(ArrayBufferWriter<byte> bytes, string part)
    {
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(part)}:"), bytes);
        Encoding.UTF8.GetBytes(part, bytes);
    }

    private sealed class Converter : JsonConverter<Fingerprint>
    {
        public override Fingerprint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { Length: 64 } hex && hex.All(char.IsAsciiHexDigitLower)
                ? new Fingerprint(hex)
                : throw new JsonException("A fingerprint must be 64 lower-case hexadecimal digits.");

        public override void Write(Utf8JsonWriter writer, Fingerprint value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Hex);
    }
}
