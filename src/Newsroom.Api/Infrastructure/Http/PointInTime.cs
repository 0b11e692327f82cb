using System.Globalization;
using System.Text.RegularExpressions;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>A point in a story's history.</summary>
public abstract partial record PointInTime
{
    private PointInTime() { }

    /// <summary>Describes that the story did not exist at this point.</summary>
    public string NothingOf(Guid story) =>
        this switch
        {
            OfVersion { Version: var version } => string.Create(
                CultureInfo.InvariantCulture,
                $"There is no version {version} of story {story}."
            ),
            Recorded { At: var time } => $"Nothing of story {story} was recorded by {Written(time)}.",
            Happened { At: var time } => $"Nothing of story {story} had happened by {Written(time)}.",
            _ => throw new InvalidOperationException($"{GetType().Name} is no moment."),
        };

    /// <summary>A version, from 1.</summary>
    public sealed record OfVersion(long Version) : PointInTime;

    /// <summary>A recorded time: the state that was recorded by then.</summary>
    public sealed record Recorded(DateTimeOffset At) : PointInTime;

    /// <summary>
    /// A business time: what had happened by then, whenever it was recorded. It differs from the recorded time of imported events.
    /// </summary>
    public sealed record Happened(DateTimeOffset At) : PointInTime;

    /// <summary>Reads the parameters of a request; at most one may be given.</summary>
    /// <param name="version">The version.</param>
    /// <param name="at">The recorded time (RFC 3339).</param>
    /// <param name="asOf">The business time (RFC 3339).</param>
    /// <param name="moment">The point in time; null for now.</param>
    public static Refusal? Read(long? version, string? at, string? asOf, out PointInTime? moment)
    {
        moment = null;
        if (new object?[] { version, at, asOf }.Count(given => given is not null) > 1)
        {
            return new Refusal(
                RefusalKind.Malformed,
                "several-moments",
                "Several points in time are given. Accepted: one of version, at (recorded time) and asOf (business time)."
            );
        }

        if ((at ?? asOf) is not { } written)
        {
            moment = version is { } number ? new OfVersion(number) : null;
            return null;
        }

        if (TimeOf(written) is not { } time)
        {
            return NotATime(written);
        }

        moment = at is not null ? new Recorded(time) : new Happened(time);
        return null;
    }

    /// <summary>Reads one end of a range of history: a version or a recorded time, or else a business time.</summary>
    /// <param name="end">A version, or a recorded time (RFC 3339).</param>
    /// <param name="asOf">A business time (RFC 3339).</param>
    /// <param name="moment">The point in time; null for now.</param>
    public static Refusal? ReadEnd(string? end, string? asOf, out PointInTime? moment) =>
        long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? Read(version, at: null, asOf, out moment)
            : Read(version: null, end, asOf, out moment);

    /// <summary>Creates the refusal of an invalid time.</summary>
    public static Refusal NotATime(string written) =>
        new(
            RefusalKind.Malformed,
            "time",
            $"\"{written}\" is not a time as RFC 3339 writes it: 2026-03-12T09:30:00Z, or 2026-03-12T09:30:00%2B01:00 with the plus "
                + "sign escaped."
        );

    /// <summary>
    /// Parses an RFC 3339 time with its offset; null for any other text. A space is read as the plus sign that it was before URL decoding.
    /// </summary>
    public static DateTimeOffset? TimeOf(string written) =>
        Rfc3339().IsMatch(written)
        && DateTimeOffset.TryParse(written.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    private static string Written(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?([Zz]|[+\- ][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Rfc3339();
}
