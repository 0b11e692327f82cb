using System.Globalization;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>The time after which content without an event is deleted; longer than any upload takes.</summary>
/// <param name="KeepUnrecordedFor">The time.</param>
public sealed record EvidenceRetention(TimeSpan KeepUnrecordedFor)
{
    /// <summary>The name of the setting.</summary>
    public const string Setting = "Evidence:KeepUnrecordedFor";

    private static readonly TimeSpan Default = TimeSpan.FromDays(1);

    private static readonly TimeSpan Minimum = TimeSpan.FromHours(1);

    /// <summary>Reads the setting.</summary>
    /// <exception cref="SettingsException">It is no time, or too short.</exception>
    public static EvidenceRetention Of(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } text)
        {
            return new EvidenceRetention(Default);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= Minimum
            ? new EvidenceRetention(time)
            : throw new SettingsException($"{Setting} is \"{text}\". Use a time of at least an hour, such as 1.00:00:00 for a day.");
    }
}
