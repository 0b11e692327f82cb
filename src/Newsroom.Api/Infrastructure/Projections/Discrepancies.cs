namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>The result of one step of a verification in one view.</summary>
/// <param name="View">The view.</param>
/// <param name="Rows">How many rows were compared.</param>
/// <param name="Different">The keys of those that were missing, different or too many.</param>
public sealed record Discrepancies(string View, int Rows, IReadOnlyList<string> Different)
{
    /// <summary>Rows that PostgreSQL refuses to repair.</summary>
    public IReadOnlyList<FailedRepair> Failed { get; init; } = [];

    /// <summary>Events that cannot be read.</summary>
    public IReadOnlyList<UnreadableEvent> Unreadable { get; init; } = [];
}

/// <summary>A row that could not be repaired.</summary>
/// <param name="Stream">The stream it is of; null where it is of an event.</param>
/// <param name="Sequence">The event it is of; null where it is of a stream.</param>
/// <param name="Error">PostgreSQL's reason.</param>
public sealed record FailedRepair(Guid? Stream, long? Sequence, string Error)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Stream is { } stream ? stream : Sequence)}: {Error}";
}
