using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Articles;

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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{kind}/{Normaliser.Version}");
        foreach (var part in parts)
        {
            Append(hash, Normaliser.Normalise(part));
        }

        return new Fingerprint(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;

    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        hash.AppendData(Encoding.UTF8.GetBytes($"{bytes.Length}:"));
        hash.AppendData(bytes);
    }

    private sealed class Converter : JsonConverter<Fingerprint>
    {
        public override Fingerprint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { Length: 64 } hex && hex.All(char.IsAsciiHexDigitLower)
                ? new Fingerprint(hex)
                : throw new JsonException("A fingerprint is 64 lower-case hexadecimal digits.");

        public override void Write(Utf8JsonWriter writer, Fingerprint value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
    }
}
