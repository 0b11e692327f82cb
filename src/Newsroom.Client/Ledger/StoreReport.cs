namespace Newsroom.Client.Ledger;

/// <summary>The progress or the result of comparing the event store with the ledger.</summary>
/// <param name="Events">The events compared.</param>
/// <param name="Of">The events to compare.</param>
/// <param name="Erased">The erased parts among them.</param>
/// <param name="Wrong">The number of discrepancies.</param>
/// <param name="Findings">The discrepancies, up to a limit.</param>
/// <param name="IsDone">Whether the comparison is complete.</param>
/// <param name="Checkpoint">The checkpoint compared with.</param>
public sealed record StoreReport(
    long Events,
    long Of,
    int Erased,
    int Wrong,
    IReadOnlyList<IntegrityIssue> Findings,
    bool IsDone,
    string? Checkpoint = null
);

/// <summary>A discrepancy between the event store and the ledger.</summary>
/// <param name="Damage">The kind, stable and machine-readable.</param>
/// <param name="Message">For people.</param>
/// <param name="Sequence">The sequence number of the event.</param>
/// <param name="Event">The event.</param>
public sealed record IntegrityIssue(string Damage, string Message, long? Sequence = null, Guid? Event = null);
