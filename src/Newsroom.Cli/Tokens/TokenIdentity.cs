using System.Buffers.Text;
using System.Text.Json;

namespace Newsroom.Cli.Tokens;

/// <summary>Reads the identity in a token, for display only; the server verifies tokens.</summary>
internal static class TokenIdentity
{
    /// <summary>Returns <c>sub@iss</c>; null for a token that cannot be read.</summary>
    public static string? Read(string? token)
    {
        try
        {
            if (token?.Split('.') is not [_, var payload, _])
            {
                return null;
            }

            var claims = JsonSerializer.Deserialize<Claims>(Base64Url.DecodeFromChars(payload), JsonSerializerOptions.Web);
            return claims is { Sub: { } sub, Iss: { } iss } ? $"{sub}@{iss}" : null;
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Claims(string? Sub, string? Iss);
}
