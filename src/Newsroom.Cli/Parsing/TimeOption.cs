using System.CommandLine;
using System.Globalization;

namespace Newsroom.Cli.Parsing;

/// <summary>An option for a time; a time without a zone is local.</summary>
internal sealed class TimeOption : Option<DateTimeOffset?>
{
    public const string Format = "2026-03-12, 2026-03-12T09:30 or 2026-03-12T09:30+01:00";

    private const int DayLength = 10;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-ddTHH:mm",
        "yyyy-MM-ddTHH:mm:ss",
        "yyyy-MM-ddTHH:mmK",
        "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    private static readonly string[] WithOffset =
    [
        "yyyy-MM-ddTHH:mmzzz",
        "yyyy-MM-ddTHH:mm:sszzz",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-ddTHH:mm'Z'",
        "yyyy-MM-ddTHH:mm:ss'Z'",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'",
    ];

    public TimeOption(string name, string description)
        : base(name)
    {
        HelpName = "time";
        Description = description;
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (Parse(text) is { } time)
            {
                return time;
            }

            result.AddError($"{name} does not accept “{text}”. Use a time such as {Format}.");
            return null;
        };
    }

    /// <summary>Parses a time with its offset; returns null for any other text.</summary>
    public static DateTimeOffset? ParseInstant(string text) =>
        DateTimeOffset.TryParseExact(Joined(text), WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    /// <summary>Parses a time; returns null for any other text.</summary>
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(Joined(text), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time)
            ? time
            : null;

    // RFC 3339, 5.6: date and time may be separated by a space.
    private static string Joined(string text) =>
        text.Length > DayLength && text[DayLength] == ' ' ? $"{text[..DayLength]}T{text[(DayLength + 1)..]}" : text;
}
