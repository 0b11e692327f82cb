using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Newsroom.Cli.Tokens;

/// <summary>Whose token it is, to tell people what they did. Nothing is decided by it: the newsroom verifies tokens.</summary>
internal static class Bearer
{
    /// <summary>The person a token names, as the record does; null when it cannot be read.</summary>
    public static string? Of(string? token)
    {
        try
        {
            return token?.Split('.') is [_, var payload, _]
                && JsonSerializer.Deserialize<Claims>(Base64Url.DecodeFromChars(payload), JsonSerializerOptions.Web) is { Sub: { } sub, Iss: { } iss }
                    ? $"{sub}@{iss}"
                    : null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Claims(string? Sub, string? Iss);
}
