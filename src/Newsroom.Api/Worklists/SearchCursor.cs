using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Worklists;

/// <summary>
/// A position in the results of a search. Results are ranked within blocks of stories with consecutive numbers, latest first; the block is
/// part of the position, so that no page repeats or omits a story.
/// </summary>
/// <param name="Latest">The number of the latest story when the search began.</param>
/// <param name="Phase">What the results match.</param>
/// <param name="Below">The end of the block's numbers, exclusive.</param>
/// <param name="From">The first number of the block; null where the block is still to be selected.</param>
/// <param name="Rank">The rank of the last story returned, in the block.</param>
/// <param name="Number">Its number.</param>
public sealed record SearchCursor(long Latest, SearchPhase Phase, long Below, long? From, int Rank, long Number)
{
    private const int Bytes = 38;

    // The parameters of a page; all others belong to the search.
    private static readonly string[] OfPage = ["after", "limit"];

    /// <summary>Creates the position of a block that is still to be selected.</summary>
    public SearchCursor(long latest, SearchPhase phase, long below)
        : this(latest, phase, below, From: null, Rank: 0, Number: 0) { }

    /// <summary>Returns a number that identifies a search: pages of one search have the same parameters.</summary>
    public static uint IdOf(IQueryCollection parameters)
    {
        var search = parameters
            .Where(p => !OfPage.Contains(p.Key, StringComparer.OrdinalIgnoreCase))
            .Select(p => $"{p.Key.ToLowerInvariant()}={p.Value}")
            .Order(StringComparer.Ordinal);
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', search))));
    }

    /// <summary>Formats the position as an opaque cursor of a search.</summary>
    public string ToString(uint search)
    {
        var bytes = new byte[Bytes];
        bytes[0] = (byte)Phase;
        bytes[1] = (byte)Rank;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(2), Below);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(10), From ?? -1);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(18), Number);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(26), Latest);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(34), search);
        return WebEncoders.Base64UrlEncode(bytes);
    }

    /// <summary>Reads a cursor, null where there is none; returns a refusal where it is invalid or belongs to another search.</summary>
    public static Refusal? Read(string? cursor, uint search, out SearchCursor? position) =>
        Cursor.Read(cursor, bytes => Of(bytes, search), "search", out position);

    private static SearchCursor? Of(ReadOnlySpan<byte> bytes, uint search)
    {
        if (bytes.Length != Bytes || !Enum.IsDefined((SearchPhase)bytes[0]) || bytes[1] > StorySearch.LastRank)
        {
            return null;
        }

        var below = BinaryPrimitives.ReadInt64BigEndian(bytes[2..]);
        var from = BinaryPrimitives.ReadInt64BigEndian(bytes[10..]);
        var number = BinaryPrimitives.ReadInt64BigEndian(bytes[18..]);
        var latest = BinaryPrimitives.ReadInt64BigEndian(bytes[26..]);
        var isOfSearch = BinaryPrimitives.ReadUInt32BigEndian(bytes[34..]) == search;
        var isValid =
            isOfSearch && below >= 0 && latest >= below - 1 && from >= -1 && from <= below && number >= 0 && number <= below;
        return isValid ? new SearchCursor(latest, (SearchPhase)bytes[0], below, from < 0 ? null : from, bytes[1], number) : null;
    }
}
