using System.CommandLine;
using System.Globalization;

namespace Newsroom.Cli.Asking;

/// <summary>An option that takes a time; one without a zone is of this machine's.</summary>
internal sealed class TimeOption : Option<DateTimeOffset?>
{
    /// <summary>How a time is written.</summary>
    public const string Written = "2026-03-12, 2026-03-12T09:30 or 2026-03-12T09:30+01:00";

    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>The option.</summary>
    public TimeOption(string name, string description)
        : base(name)
    {
        HelpName = "time";
        Description = description;
        CustomParser = given =>
        {
            if (Read(given.Tokens.Single().Value) is { } time)
            {
                return time;
            }

            given.AddError($"{name} takes a time, written {Written}; this is “{given.Tokens.Single().Value}”.");
            return null;
        };
    }

    /// <summary>A time as people write it; null for anything else.</summary>
    public static DateTimeOffset? Read(string written) =>
        DateTimeOffset.TryParseExact(written, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) ? time : null;
}
