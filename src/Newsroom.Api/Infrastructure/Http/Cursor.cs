using Microsoft.AspNetCore.WebUtilities;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Reads opaque cursors: positions of pages as bytes in base64url.</summary>
internal static class Cursor
{
    /// <summary>Reads a cursor, null where there is none; returns a refusal where it is invalid.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <param name="parse">Returns the position that bytes give; null where they are not one.</param>
    /// <param name="list">What the cursor has to belong to.</param>
    /// <param name="position">The position.</param>
    public static Refusal? Read<T>(string? cursor, Func<byte[], T?> parse, string list, out T? position)
        where T : class
    {
        position = null;
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        try
        {
            position = parse(WebEncoders.Base64UrlDecode(cursor));
        }
        catch (FormatException)
        {
            // Refused below, like any other invalid cursor.
        }

        return position is not null
            ? null
            : new Refusal(
                RefusalKind.Malformed,
                "cursor",
                $"\"after\" is not a cursor of this {list}. Take it from \"next\" of the previous page."
            );
    }
}
