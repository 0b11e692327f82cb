using System.Globalization;

namespace Newsroom.Client.Numbers;

/// <summary>Writes a duration in its two largest units.</summary>
public static class ShortDuration
{
    private const long Minute = 60;

    private const long Hour = 60 * Minute;

    private const long Day = 24 * Hour;

    /// <summary>Returns seconds as <c>3 d 4 h</c>, <c>4 h 5 min</c>, <c>5 min</c> or <c>20 s</c>; smaller units are cut off.</summary>
    public static string Of(long seconds) =>
        seconds switch
        {
            >= Day => Two(seconds / Day, "d", seconds % Day / Hour, "h"),
            >= Hour => Two(seconds / Hour, "h", seconds % Hour / Minute, "min"),
            >= Minute => One(seconds / Minute, "min"),
            _ => One(seconds, "s"),
        };

    private static string Two(long large, string unit, long small, string smaller) =>
        small == 0 ? One(large, unit) : $"{One(large, unit)} {One(small, smaller)}";

    private static string One(long count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
