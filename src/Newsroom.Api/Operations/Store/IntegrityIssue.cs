using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Operations.Store;

/// <summary>Kinds of discrepancies in the store or its ledger.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<IntegrityIssueKind>))]
public enum IntegrityIssueKind
{
    /// <summary>An event differs from what was recorded.</summary>
    EventChanged,

    /// <summary>The event of a leaf is missing.</summary>
    EventMissing,

    /// <summary>An event has no leaf, although later events have one.</summary>
    EventInserted,

    /// <summary>Leaves are missing or out of order.</summary>
    LeavesOutOfOrder,

    /// <summary>A stored hash differs from the hash over the leaves.</summary>
    HashChanged,

    /// <summary>A part of an event is masked, and no erasure records it.</summary>
    ErasedWithoutRecord,

    /// <summary>A stored checkpoint is not signed with the ledger's keys.</summary>
    CheckpointNotSigned,

    /// <summary>A checkpoint covers more leaves than there are.</summary>
    LogTruncated,

    /// <summary>A checkpoint covers other leaves.</summary>
    LogForked,

    /// <summary>A signed checkpoint is missing.</summary>
    CheckpointMissing,

    /// <summary>A column that no record contains has a value that changes how the event is read.</summary>
    EventHidden,

    /// <summary>A stream's row is missing, or differs from its events.</summary>
    StreamChanged,

    /// <summary>
    /// A table of the ledger has rows that belong to no leaf, or the digest of a part differs from the part.
    /// </summary>
    LedgerChanged,

    /// <summary>The key of a confidential source is missing or wrong, or exists although the identity was erased.</summary>
    SourceKeyChanged,

    /// <summary>The stored identity of the database differs from the host's.</summary>
    IdentityChanged,

    /// <summary>Progress is ahead of the last event: the projection would skip events.</summary>
    ProgressAhead,

    /// <summary>A table, index, function or trigger differs from what this build creates.</summary>
    SchemaChanged,

    /// <summary>A role has a privilege that this build does not grant, or lacks one that it grants.</summary>
    PermissionChanged,
}

/// <summary>A discrepancy.</summary>
/// <param name="Damage">Its kind.</param>
/// <param name="Message">What differs, where, and what it means.</param>
/// <param name="Sequence">The event's sequence; null where it concerns no single event.</param>
/// <param name="Event">The event.</param>
public sealed record IntegrityIssue(IntegrityIssueKind Damage, string Message, long? Sequence = null, Guid? Event = null);

/// <summary>Progress and result of a verification.</summary>
/// <param name="Events">The number of events compared.</param>
/// <param name="Of">The number of leaves.</param>
/// <param name="Erased">The number of erased parts.</param>
/// <param name="Wrong">The number of discrepancies.</param>
/// <param name="Findings">The first discrepancies.</param>
/// <param name="Checkpoint">The latest signed checkpoint; null before the last report.</param>
/// <param name="IsDone">Whether this is the last report.</param>
public sealed record StoreReport(
    long Events,
    long Of,
    int Erased,
    int Wrong,
    IReadOnlyList<IntegrityIssue> Findings,
    string? Checkpoint,
    bool IsDone
);
