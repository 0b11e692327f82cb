using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Worklists;

/// <summary>A position in the queue: lapsed passages come first, each half in the order of waiting.</summary>
/// <param name="Lapsed">Whether the last passage returned is a lapsed one.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Id">Its id.</param>
internal sealed record QueuePlace(bool Lapsed, DateTimeOffset Since, string Id)
{
    private const int IdAt = 9;

    /// <summary>Formats the position as an opaque cursor.</summary>
    public override string ToString() =>
        WebEncoders.Base64UrlEncode([Lapsed ? (byte)1 : (byte)0, .. BitConverter.GetBytes(Since.UtcTicks), .. Encoding.UTF8.GetBytes(Id)]);

    /// <summary>Reads a cursor, null where there is none; returns a refusal where it is invalid.</summary>
    public static Refusal? Read(string? cursor, out QueuePlace? place)
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
                && bytes[0] <= 1
                && BitConverter.ToInt64(bytes, 1) is >= 0 and <= 3155378975999999999L and var ticks
                && Encoding.UTF8.GetString(bytes.AsSpan(IdAt)) is var id
                && !id.Contains('\0', StringComparison.Ordinal)
            )
            {
                place = new QueuePlace(bytes[0] == 1, new DateTimeOffset(ticks, TimeSpan.Zero), id);
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
            "\"after\" is not a cursor of this list. Take it from \"next\" of the previous page."
        );
    }
}
