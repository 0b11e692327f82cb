namespace Newsroom.Client.Projections;

/// <summary>The progress or the result of comparing projections with the events.</summary>
/// <param name="Events">The events read.</param>
/// <param name="Of">The events to read.</param>
/// <param name="Repairs">Whether rows that differ are repaired.</param>
/// <param name="IsDone">Whether the comparison is complete.</param>
/// <param name="Views">The result of each projection.</param>
public sealed record ViewReport(long Events, long Of, bool Repairs, bool IsDone, IReadOnlyDictionary<string, ViewVerification> Views)
{
    /// <summary>Gets the projections that are not current.</summary>
    public IReadOnlyList<ProjectionStatus> Projections { get; init; } = [];

    /// <summary>Gets the events that projections could not apply.</summary>
    public IReadOnlyList<ParkedEvent> Parked { get; init; } = [];

    /// <summary>Gets the events that cannot be read.</summary>
    public IReadOnlyList<UnreadableEvent> Unreadable { get; init; } = [];
}

/// <summary>The result of one projection.</summary>
/// <param name="Rows">The rows compared.</param>
/// <param name="Different">The rows that differ.</param>
/// <param name="Named">Some of them.</param>
public sealed record ViewVerification(long Rows, long Different, IReadOnlyList<string> Named)
{
    /// <summary>Gets the rows that PostgreSQL refused to repair, with its reason.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];
}

/// <summary>A projection that is not current.</summary>
/// <param name="Name">The projection.</param>
/// <param name="Position">The last event that it applied.</param>
/// <param name="Head">The last event there is.</param>
/// <param name="State">Its state.</param>
/// <param name="Error">The error that stopped it.</param>
/// <param name="FailedAt">When it stopped.</param>
/// <param name="Node">The node that it ran on.</param>
public sealed record ProjectionStatus(
    string Name,
    long Position,
    long Head,
    string State,
    string? Error,
    DateTimeOffset? FailedAt = null,
    string? Node = null
);

/// <summary>An event that cannot be read.</summary>
/// <param name="Sequence">Its sequence number.</param>
/// <param name="Event">The event.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Type">Its storage name.</param>
/// <param name="Error">The error.</param>
public sealed record UnreadableEvent(long Sequence, Guid Event, Guid Stream, string Type, string Error);

/// <summary>An event that a projection could not apply.</summary>
/// <param name="Projection">The projection.</param>
/// <param name="Sequence">The sequence number of the event.</param>
/// <param name="Event">The event.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Type">Its storage name.</param>
/// <param name="Error">The error.</param>
public sealed record ParkedEvent(string Projection, long Sequence, Guid? Event, Guid? Stream, string? Type, string Error);
