using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Stories;

namespace Newsroom.Console.Replay;

/// <summary>Which version of a story the page shows, and with which it compares it.</summary>
/// <param name="Point">The version or the time; null for the latest version.</param>
/// <param name="Since">The version to compare with; null for the version before.</param>
internal sealed record ReplayRequest(PointInTime? Point, long? Since)
{
    /// <summary>Reads the parameters of an address; otherwise returns what cannot be read.</summary>
    /// <param name="query">
    /// The parameters: <c>version</c>, <c>at</c> (RFC 3339) or <c>utc</c> (as a field for a time writes it), and <c>since</c>.
    /// </param>
    /// <param name="request">The request.</param>
    public static string? Read(IQueryCollection query, out ReplayRequest request)
    {
        request = new ReplayRequest(null, null);
        var (version, since) = (Value(query, "version"), Value(query, "since"));
        if (new[] { version, since }.FirstOrDefault(text => text is not null && NumberOf(text) is null) is { } notANumber)
        {
            return $"“{notANumber}” is not the number of a version.";
        }

        var (at, utc) = (Value(query, "at"), Value(query, "utc"));
        var time = at is null ? TimeOf(utc, DateTimeStyles.AssumeUniversal) : TimeOf(at, DateTimeStyles.None);
        if (time is null && (at ?? utc) is { } notATime)
        {
            return $"“{notATime}” is not a time. Write it with its offset, such as 2026-03-12T09:30:00Z.";
        }

        var number = NumberOf(version);
        var point = (number, time) is (null, null) ? null : new PointInTime(number, number is null ? time : null);
        request = new ReplayRequest(point, NumberOf(since));
        return null;
    }

    private static long? NumberOf(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A space is the plus sign that it was before the address was decoded.
    private static DateTimeOffset? TimeOf(string? text, DateTimeStyles styles) =>
        DateTimeOffset.TryParse(text?.Replace(' ', '+'), CultureInfo.InvariantCulture, styles, out var time) ? time : null;

    private static string? Value(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
}
