using System.Globalization;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Reads durations from the configuration.</summary>
internal static class DurationSetting
{
    /// <summary>Returns the duration of a setting, or its default.</summary>
    /// <exception cref="SettingsException">The setting is not a positive duration.</exception>
    public static TimeSpan Of(IConfiguration configuration, string setting, TimeSpan defaultDuration)
    {
        if (configuration[setting] is not { Length: > 0 } given)
        {
            return defaultDuration;
        }

        return TimeSpan.TryParse(given, CultureInfo.InvariantCulture, out var duration) && duration > TimeSpan.Zero
            ? duration
            : throw new SettingsException(
                $"{setting} is “{given}”. Accepted: a duration, days.hours:minutes:seconds, such as {defaultDuration:c}."
            );
    }
}
