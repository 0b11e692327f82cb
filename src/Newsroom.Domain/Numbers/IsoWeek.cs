using System.Globalization;
using Newsroom.Domain.Desks;

namespace Newsroom.Domain.Numbers;

/// <summary>A week of ISO 8601: from Monday, numbered in the year that has its Thursday.</summary>
/// <param name="Monday">Its first day.</param>
public readonly record struct IsoWeek(DateOnly Monday) : IComparable<IsoWeek>
{
    private const int MinYear = 1900;

    private const int MaxYear = 2199;

    private const int Days = 7;

    private const int WrittenLength = 8;

    /// <summary>Returns the week of an instant by the clock of a time zone.</summary>
    public static IsoWeek Of(DateTimeOffset time, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);
        return new IsoWeek(day.AddDays(-(((int)day.DayOfWeek + Days - 1) % Days)));
    }

    /// <summary>Reads a week such as <c>2026-W48</c>; null for another text, and for a week that the year does not have.</summary>
    public static IsoWeek? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (
            text.Length != WrittenLength
            || text[4..6] != "-W"
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text[6..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            return null;
        }

        return year is >= MinYear and <= MaxYear && number >= 1 && number <= ISOWeek.GetWeeksInYear(year)
            ? new IsoWeek(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)))
            : null;
    }

    /// <summary>Returns the instant at which it begins in a time zone: the first at which the clock shows Monday.</summary>
    public DateTimeOffset BeginsIn(TimeZoneInfo zone)
    {
        var reading = DeskTime.Read(string.Create(CultureInfo.InvariantCulture, $"{Monday:yyyy-MM-dd}T00:00"), zone);
        return reading switch
        {
            null => new DateTimeOffset(Monday, TimeOnly.MinValue, TimeSpan.Zero),
            // The clocks are set forward over midnight: the later instant is that of the change.
            { Kind: LocalTimeKind.Never } => reading.Instants[^1],
            _ => reading.Instants[0],
        };
    }

    /// <summary>Returns the week some weeks later.</summary>
    public IsoWeek Add(int weeks) => new(Monday.AddDays(weeks * Days));

    /// <summary>Returns the number of weeks from another week to this one.</summary>
    public int Since(IsoWeek other) => (Monday.DayNumber - other.Monday.DayNumber) / Days;

    /// <inheritdoc/>
    public int CompareTo(IsoWeek other) => Monday.CompareTo(other.Monday);

    /// <summary>Returns whether a week is before another.</summary>
    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    /// <summary>Returns whether a week is after another.</summary>
    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    /// <summary>Returns whether a week is another, or before it.</summary>
    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    /// <summary>Returns whether a week is another, or after it.</summary>
    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;

    /// <summary>Writes it: <c>2026-W48</c>.</summary>
    public override string ToString()
    {
        var day = Monday.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");
    }
}
