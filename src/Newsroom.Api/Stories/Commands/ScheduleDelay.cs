using System.Globalization;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Stories.Commands;

/// <summary>How late a scheduled publication may be, such as after an outage. A later one fails.</summary>
/// <param name="Maximum">The maximum delay.</param>
public sealed record ScheduleDelay(TimeSpan Maximum)
{
    /// <summary>The name of the setting.</summary>
    public const string Setting = "Schedules:MaxDelay";

    private static readonly TimeSpan Default = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Smallest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Largest = TimeSpan.FromDays(1);

    /// <summary>Reads the setting.</summary>
    /// <exception cref="SettingsException">It is no time, too short or too long.</exception>
    public static ScheduleDelay Of(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } text)
        {
            return new ScheduleDelay(Default);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= Smallest && time <= Largest
            ? new ScheduleDelay(time)
            : throw new SettingsException($"{Setting} is \"{text}\". Use a time from a minute to a day, such as 00:15:00.");
    }
}
