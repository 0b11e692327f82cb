using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>A place in a list ordered by time, newest first, then by id.</summary>
/// <param name="At">The time of the last line seen.</param>
/// <param name="Id">Its id.</param>
public sealed record Keyset(DateTimeOffset At, Guid Id)
{
    /// <summary>Most lines a page has.</summary>
    public const int MaxPage = 200;

    /// <summary>Lines a page has unless the caller says otherwise.</summary>
    public const int DefaultPage = 50;

    /// <summary>The place as an opaque cursor.</summary>
    public override string ToString() => WebEncoders.Base64UrlEncode([.. BitConverter.GetBytes(At.UtcTicks), .. Id.ToByteArray()]);

    /// <summary>Reads a cursor; null for none.</summary>
    public static Refusal? Read(string? cursor, out Keyset? keyset)
    {
        keyset = null;
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        try
        {
            var bytes = WebEncoders.Base64UrlDecode(cursor);
            if (bytes.Length == 24 && BitConverter.ToInt64(bytes, 0) is >= 0 and <= 3155378975999999999L and var ticks)
            {
                keyset = new Keyset(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes.AsSpan(8)));
                return null;
            }
        }
        catch (FormatException)
        {
            // Said below, as of any other cursor that is not one of ours.
        }

        return new Refusal(
            RefusalKind.Malformed,
            "cursor",
            "This \"after\" is not a cursor of this list; take it from the Link header of the page before."
        );
    }
}

/// <summary>Pages of lists.</summary>
public static class Paging
{
    /// <summary>The number of lines asked for, within bounds.</summary>
    public static int Lines(int? limit) => Math.Clamp(limit ?? Keyset.DefaultPage, 1, Keyset.MaxPage);

    /// <summary>Names the page that follows this one (RFC 8288).</summary>
    public static void LinkNext(HttpContext http, string after)
    {
        var query = QueryHelpers.ParseQuery(http.Request.QueryString.Value).ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        query["after"] = after;
        http.Response.Headers.Link = string.Create(
            CultureInfo.InvariantCulture,
            $"<{QueryHelpers.AddQueryString(http.Request.Path, query)}>; rel=\"next\""
        );
    }
}
