using Newsroom.Domain.Desks;

namespace Newsroom.Client.Worklists;

/// <summary>Reads and writes the local times of a desk; those of UTC where it has no time zone.</summary>
public sealed class DeskClock
{
    private const string Universal = "UTC";

    private readonly TimeZoneInfo zone;

    /// <summary>Creates the clock of a desk.</summary>
    /// <param name="timeZone">The IANA time zone; null for none.</param>
    public DeskClock(string? timeZone)
    {
        var known = timeZone is null ? null : DeskTime.ZoneOf(timeZone);
        (zone, Zone) = (known ?? TimeZoneInfo.Utc, known?.Id ?? Universal);
    }

    /// <summary>Gets the name of the time zone.</summary>
    public string Zone { get; }

    /// <summary>Writes an instant as a local time with its offset.</summary>
    public string Write(DateTimeOffset time) => DeskTime.Write(time, zone);

    /// <summary>
    /// Returns the instants that a local time such as <c>2027-03-28T02:30</c> means: none where it is not one, and two where the clocks
    /// are set back or forward over it.
    /// </summary>
    public IReadOnlyList<DateTimeOffset> Read(string local) => DeskTime.Read(local, zone) is { } reading ? [.. reading.Instants] : [];
}
