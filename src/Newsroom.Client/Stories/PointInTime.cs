namespace Newsroom.Client.Stories;

/// <summary>Selects a past state of a story; give one of the members.</summary>
/// <param name="Version">The state at a version.</param>
/// <param name="At">The state recorded by a time.</param>
/// <param name="AsOf">The state by a business time: imported histories have their own times.</param>
public sealed record PointInTime(long? Version = null, DateTimeOffset? At = null, DateTimeOffset? AsOf = null)
{
    internal static IEnumerable<(string Name, object? Value)> Parameters(PointInTime? point) =>
        [("version", point?.Version), ("at", point?.At), ("asOf", point?.AsOf)];
}

/// <summary>A version or a recorded time.</summary>
public readonly record struct VersionOrTime
{
    private readonly object value;

    /// <summary>Names a version.</summary>
    public VersionOrTime(long version) => value = version;

    /// <summary>Names a recorded time.</summary>
    public VersionOrTime(DateTimeOffset time) => value = time;

    internal object Value => value ?? 0L;
}

/// <summary>Selects the two states that a diff compares.</summary>
/// <param name="From">The earlier state; otherwise give <paramref name="FromAsOf"/>.</param>
/// <param name="To">The later state; the current one when not given.</param>
/// <param name="FromAsOf">The earlier state, by business time.</param>
/// <param name="ToAsOf">The later state, by business time.</param>
public sealed record DiffRange(
    VersionOrTime? From = null,
    VersionOrTime? To = null,
    DateTimeOffset? FromAsOf = null,
    DateTimeOffset? ToAsOf = null
)
{
    internal IEnumerable<(string Name, object? Value)> Parameters =>
        [("from", From?.Value), ("to", To?.Value), ("fromAsOf", FromAsOf), ("toAsOf", ToAsOf)];
}
