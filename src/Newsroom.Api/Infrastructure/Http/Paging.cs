using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>A position in a list that is ordered by time, newest first, then by id.</summary>
/// <param name="At">The time of the last line returned.</param>
/// <param name="Id">The id of that line.</param>
public sealed record Keyset(DateTimeOffset At, Guid Id)
{
    /// <summary>The maximum number of lines on a page.</summary>
    public const int MaxPage = 200;

    /// <summary>The default number of lines on a page.</summary>
    public const int DefaultPage = 50;

    private const int Bytes = 24;

    /// <summary>Gets the list.</summary>
    public CursorList List { get; init; }

    /// <summary>Formats the position as an opaque cursor.</summary>
    public override string ToString() =>
        WebEncoders.Base64UrlEncode(List.Append([.. BitConverter.GetBytes(At.UtcTicks), .. Id.ToByteArray()]));

    /// <summary>Reads a cursor, null where there is none; returns a refusal where it is invalid, or of another list.</summary>
    public static Refusal? Read(string? cursor, out Keyset? keyset, CursorList list = CursorList.Stories) =>
        Cursor.Read(cursor, bytes => Of(list.PositionOf(bytes, Bytes), list), "list", out keyset);

    private static Keyset? Of(ReadOnlySpan<byte> bytes, CursorList list) =>
        !bytes.IsEmpty && BitConverter.ToInt64(bytes) is >= 0 and <= 3155378975999999999L and var ticks
            ? new Keyset(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[8..])) { List = list }
            : null;
}

/// <summary>Reads page sizes and links pages.</summary>
public static class Paging
{
    /// <summary>Returns the number of lines asked for, within bounds.</summary>
    public static int Lines(int? limit) => Lines(limit, Keyset.DefaultPage, Keyset.MaxPage);

    /// <summary>Returns the number of lines asked for, within the bounds of a list.</summary>
    /// <param name="limit">The number asked for; null for the default.</param>
    /// <param name="defaultLines">The default.</param>
    /// <param name="maxLines">The maximum.</param>
    public static int Lines(int? limit, int defaultLines, int maxLines) => Math.Clamp(limit ?? defaultLines, 1, maxLines);

    /// <summary>Creates the response of a list that has one page.</summary>
    public static IResult All<T>(IReadOnlyList<T> items) => Results.Ok(new Page<T>(items, Next: null));

    /// <summary>Creates the response of a page, with the <c>Link</c> header of the next one.</summary>
    /// <param name="http">The request and its response.</param>
    /// <param name="items">The items.</param>
    /// <param name="next">The cursor of the next page; null on the last one.</param>
    public static IResult Page<T>(HttpContext http, IEnumerable<T> items, string? next)
    {
        if (next is not null)
        {
            LinkNext(http, next);
        }

        return Results.Ok(new Page<T>([.. items], next));
    }

    /// <summary>Creates the response of a page, where one more line than asked for was read.</summary>
    /// <param name="http">The request and its response.</param>
    /// <param name="read">The lines that were read.</param>
    /// <param name="lines">The number of lines asked for.</param>
    /// <param name="cursor">Returns the position of a line.</param>
    /// <param name="view">Returns a line as it is answered.</param>
    public static IResult Page<TLine, TView>(
        HttpContext http,
        IReadOnlyList<TLine> read,
        int lines,
        Func<TLine, object> cursor,
        Func<TLine, TView> view
    ) => Page(http, read.Take(lines).Select(view), read.Count > lines ? cursor(read[lines - 1]).ToString() : null);

    /// <summary>Adds the <c>Link</c> header of the next page (RFC 8288).</summary>
    /// <param name="http">The request and its response.</param>
    /// <param name="after">The position that the next page starts after.</param>
    /// <param name="version">The version that all pages are of, where the request does not name one.</param>
    public static void LinkNext(HttpContext http, string after, long? version = null)
    {
        var query = QueryHelpers.ParseQuery(http.Request.QueryString.Value).ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        query["after"] = after;
        if (version is { } pinned)
        {
            query["version"] = pinned.ToString(CultureInfo.InvariantCulture);
        }

        http.Response.Headers.Link = string.Create(
            CultureInfo.InvariantCulture,
            $"<{QueryHelpers.AddQueryString(http.Request.Path, query)}>; rel=\"next\""
        );
    }
}
