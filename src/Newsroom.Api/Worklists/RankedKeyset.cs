using Microsoft.AspNetCore.WebUtilities;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Worklists;

/// <summary>A position in a list that is ordered by rank, then by time, oldest first, then by id.</summary>
/// <param name="Rank">The rank of the last line returned.</param>
/// <param name="At">Its time.</param>
/// <param name="Id">Its id.</param>
public sealed record RankedKeyset(int Rank, DateTimeOffset At, Guid Id)
{
    private const int Bytes = 28;

    /// <summary>Gets the list.</summary>
    public CursorList List { get; init; }

    /// <summary>Formats the position as an opaque cursor.</summary>
    public override string ToString() =>
        WebEncoders.Base64UrlEncode(
            List.Append([.. BitConverter.GetBytes(Rank), .. BitConverter.GetBytes(At.UtcTicks), .. Id.ToByteArray()])
        );

    /// <summary>Reads a cursor, null where there is none; returns a refusal where it is invalid, or of another list.</summary>
    public static Refusal? Read(string? cursor, out RankedKeyset? keyset, CursorList list = CursorList.Stories) =>
        Cursor.Read(cursor, bytes => Of(list.PositionOf(bytes, Bytes), list), "list and order", out keyset);

    private static RankedKeyset? Of(ReadOnlySpan<byte> bytes, CursorList list) =>
        !bytes.IsEmpty && BitConverter.ToInt64(bytes[4..]) is >= 0 and <= 3155378975999999999L and var ticks
            ? new RankedKeyset(BitConverter.ToInt32(bytes), new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[12..])) { List = list }
            : null;
}
