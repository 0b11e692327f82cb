using System.Buffers.Text;
using System.Text.Json;

namespace Newsroom.Api.Composition.Titles;

/// <summary>Reads the title that a token names, without verifying the token: its title verifies it.</summary>
internal static class TitleClaim
{
    private const string Scheme = "Bearer ";

    private const int MaxCharacters = 32 * 1024;

    /// <summary>Returns the only title that the token of a request names; null where it names none, or several.</summary>
    public static string? Of(HttpRequest request, string claim)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length > MaxCharacters || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = header.AsSpan(Scheme.Length);
        var first = parts.IndexOf('.');
        var second = first < 0 ? -1 : parts[(first + 1)..].IndexOf('.');
        return second < 0 ? null : Read(parts.Slice(first + 1, second), claim);
    }

    private static string? Read(ReadOnlySpan<char> payload, string claim)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(claim, out var value)
                ? Single(value)
                : null;
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException)
        {
            return null;
        }
    }

    private static string? Single(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Array when value.GetArrayLength() == 1 && value[0].ValueKind == JsonValueKind.String => value[0].GetString(),
            _ => null,
        };
}
