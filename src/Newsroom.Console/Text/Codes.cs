using System.Globalization;

namespace Newsroom.Console.Text;

/// <summary>Writes codes, times and durations for people.</summary>
internal static class Codes
{
    /// <summary>Writes a code as words: <c>in-review</c> is “in review”.</summary>
    public static string InWords(string code) => code.Replace('-', ' ');

    /// <summary>Writes the storage name of an event as words: <c>story_published</c> is “story published”.</summary>
    public static string OfEvent(string type) => type.Replace('_', ' ');

    /// <summary>Writes a code as the beginning of a sentence.</summary>
    public static string Title(string code) => code.Length == 0 ? "" : $"{char.ToUpperInvariant(code[0])}{InWords(code[1..])}";

    /// <summary>Writes a time in UTC.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Writes a time for programs.</summary>
    public static string Machine(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Writes how long ago something was.</summary>
    public static string Age(TimeSpan age) =>
        age switch
        {
            { TotalMinutes: < 1 } => "less than a minute",
            { TotalHours: < 1 } => Count((int)age.TotalMinutes, "minute"),
            { TotalDays: < 1 } => Count((int)age.TotalHours, "hour"),
            _ => Count((int)age.TotalDays, "day"),
        };

    /// <summary>Writes a number of things.</summary>
    public static string Count(int number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {thing}{(number == 1 ? "" : "s")}");
}
