using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Worklists;

/// <summary>A position in the queue by priority or due time.</summary>
/// <param name="Rank">The rank of the last passage returned; 0 in the order of due times.</param>
/// <param name="At">Since when it waits, or when it is due.</param>
/// <param name="Id">Its id.</param>
internal sealed record PlannedPlace(int Rank, DateTimeOffset At, string Id)
{
    private const int IdAt = 9;

    // Unlike the first byte of a place in the default order.
    private const int FirstRank = 16;

    /// <summary>Formats the position as an opaque cursor.</summary>
    public override string ToString() =>
        WebEncoders.Base64UrlEncode([(byte)(FirstRank + Rank), .. BitConverter.GetBytes(At.UtcTicks), .. Encoding.UTF8.GetBytes(Id)]);

    /// <summary>Reads a cursor, null where there is none; returns a refusal where it is invalid.</summary>
    public static Refusal? Read(string? cursor, out PlannedPlace? place)
    {
        place = null;
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        try
        {
            var bytes = WebEncoders.Base64UrlDecode(cursor);
            if (
                bytes.Length > IdAt
                && bytes[0] >= FirstRank
                && BitConverter.ToInt64(bytes, 1) is >= 0 and <= 3155378975999999999L and var ticks
                && Encoding.UTF8.GetString(bytes.AsSpan(IdAt)) is var id
                && !id.Contains('\0', StringComparison.Ordinal)
            )
            {
                place = new PlannedPlace(bytes[0] - FirstRank, new DateTimeOffset(ticks, TimeSpan.Zero), id);
                return null;
            }
        }
        catch (FormatException)
        {
            // Refused below, like any other invalid cursor.
        }

        return new Refusal(
            RefusalKind.Malformed,
            "cursor",
            "\"after\" is not a cursor of this list and order. Take it from \"next\" of the previous page."
        );
    }
}
