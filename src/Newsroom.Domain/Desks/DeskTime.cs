using System.Collections.Immutable;
using System.Globalization;

namespace Newsroom.Domain.Desks;

/// <summary>Reads and writes the local times of a desk.</summary>
public static class DeskTime
{
    /// <summary>How local times are written: a minute, or a second. A space is read as the T (RFC 3339, 5.6).</summary>
    public const string Format = "yyyy-MM-dd'T'HH:mm";

    private const string WithOffset = "yyyy-MM-dd'T'HH:mm:sszzz";

    /// <summary>Times of other years are not read, as commands refuse them.</summary>
    private const int MinYear = 1900;

    private const int MaxYear = 2199;

    private static readonly string[] Formats = [Format, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>Returns the time zone of an IANA name; null where there is none.</summary>
    public static TimeZoneInfo? ZoneOf(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name ? zone : null;

    /// <summary>Writes an instant as a local time with its offset.</summary>
    public static string Write(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString(WithOffset, CultureInfo.InvariantCulture);

    /// <summary>Reads a local time; null where the text is none, such as one with an offset.</summary>
    public static LocalReading? Read(string text, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year is >= MinYear and <= MaxYear
            ? Read(local, zone)
            : null;

    // By the offsets before and after: TimeZoneInfo.IsInvalidTime does not know of changes of a zone's standard time.
    private static LocalReading Read(DateTime local, TimeZoneInfo zone)
    {
        var utc = At(local, TimeSpan.Zero);
        DateTimeOffset[] candidates =
        [
            .. new[] { zone.GetUtcOffset(utc.AddDays(-1)), zone.GetUtcOffset(utc.AddDays(1)) }
                .Distinct()
                .Select(offset => At(local, offset))
                .Order(),
        ];
        var valid = candidates.Where(candidate => zone.GetUtcOffset(candidate) == candidate.Offset).ToImmutableArray();
        return valid.Length switch
        {
            1 => new LocalReading(LocalTimeKind.Once, valid),
            2 => new LocalReading(LocalTimeKind.Twice, valid),
            // The time is in a gap: one offset puts it before, the other one after.
            _ => new LocalReading(LocalTimeKind.Never, [.. candidates.Select(candidate => TimeZoneInfo.ConvertTime(candidate, zone))]),
        };
    }

    private static DateTimeOffset At(DateTime local, TimeSpan offset) => new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset);
}

/// <summary>How often a local time occurs.</summary>
public enum LocalTimeKind
{
    /// <summary>Once.</summary>
    Once,

    /// <summary>Twice: the clocks were set back.</summary>
    Twice,

    /// <summary>Never: the clocks were set forward over it.</summary>
    Never,
}

/// <summary>The instants that a local time can mean.</summary>
/// <param name="Kind">How often it occurs.</param>
/// <param name="Instants">The instant, or both readings, the earlier first.</param>
public sealed record LocalReading(LocalTimeKind Kind, ImmutableArray<DateTimeOffset> Instants)
{
    /// <summary>Gets the instant; null where the time occurs twice or never.</summary>
    public DateTimeOffset? Instant => Kind == LocalTimeKind.Once ? Instants[0] : null;
}
