using System.Collections.Immutable;
using System.Globalization;

namespace Newsroom.Domain.Desks;

/// <summary>Reads and writes the local times of a desk.</summary>
public static class DeskTime
{
    /// <summary>How local times are written: a minute, or a second.</summary>
    public const string Format = "yyyy-MM-dd'T'HH:mm";

    private const string WithOffset = "yyyy-MM-dd'T'HH:mm:sszzz";

    private static readonly string[] Formats = [Format, "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Returns the time zone of an IANA name; null where there is none.</summary>
    public static TimeZoneInfo? ZoneOf(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name ? zone : null;

    /// <summary>Writes an instant as a local time with its offset.</summary>
    public static string Write(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString(WithOffset, CultureInfo.InvariantCulture);

    /// <summary>Reads a local time; null where the text is none, such as one with an offset.</summary>
    public static LocalReading? Read(string text, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? Read(local, zone) : null;

    private static LocalReading Read(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsAmbiguousTime(local))
        {
            // The larger offset is the earlier instant.
            return new LocalReading(
                LocalTimeKind.Twice,
                [.. zone.GetAmbiguousTimeOffsets(local).OrderDescending().Select(offset => At(local, offset))]
            );
        }

        if (!zone.IsInvalidTime(local))
        {
            return new LocalReading(LocalTimeKind.Once, [At(local, zone.GetUtcOffset(local))]);
        }

        // With the offset before the change it is after the gap, and with the one after the change before it.
        var (before, after) = (zone.GetUtcOffset(local.AddDays(-1)), zone.GetUtcOffset(local.AddDays(1)));
        DateTimeOffset[] readings =
        [
            TimeZoneInfo.ConvertTime(At(local, after), zone),
            TimeZoneInfo.ConvertTime(At(local, before), zone),
        ];
        return new LocalReading(LocalTimeKind.Never, [.. readings.Order()]);
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
