using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Text;

/// <summary>SHA-256 over normalised words: what a check or an approval is bound to. Written as 64 lower-case hexadecimal digits.</summary>
/// <param name="Hex">The digits.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct Fingerprint(string Hex)
{
    /// <summary>
    /// The fingerprint of parts in order, each normalised and preceded by its length in UTF-8 bytes and a colon, so that
    /// no two different lists of parts read the same.
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
                : throw new JsonException("A fingerprint is 64 lower-case hexadecimal digits.");

        public override void Write(Utf8JsonWriter writer, Fingerprint value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Hex);
    }
}
