using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Operations.Store;

/// <summary>What can be wrong with the store or its ledger.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Damage>))]
public enum Damage
{
    /// <summary>An event is not what was recorded.</summary>
    EventChanged,

    /// <summary>The ledger has a leaf of an event that is not there.</summary>
    EventMissing,

    /// <summary>There is an event, among those the ledger holds, that it has no leaf of.</summary>
    EventInserted,

    /// <summary>Leaves are missing, or not in the order of their events.</summary>
    LeavesOutOfOrder,

    /// <summary>A hash that is kept is not that over the leaves.</summary>
    HashChanged,

    /// <summary>A part of an event was made unreadable, and no erasure says so.</summary>
    ErasedWithoutRecord,

    /// <summary>A checkpoint that is kept is not signed with the ledger's keys.</summary>
    CheckpointNotSigned,

    /// <summary>A checkpoint was signed over more leaves than there are.</summary>
    LogTruncated,

    /// <summary>A checkpoint was signed over other leaves than these.</summary>
    LogForked,

    /// <summary>A checkpoint that was signed is not there any more.</summary>
    CheckpointMissing,

    /// <summary>A column of an event that the record does not use holds something, and would change how the event is read.</summary>
    EventHidden,

    /// <summary>A stream's row is missing, or is not what its events say.</summary>
    StreamChanged,

    /// <summary>
    /// A table of the ledger has rows that belong to none of its leaves, or the digest of a part is not that of the part.
    /// </summary>
    LedgerChanged,

    /// <summary>The key of a confidential source is missing, is another, or is there though the identity was erased.</summary>
    SourceKeyChanged,

    /// <summary>What the database says of itself is not what this host knows.</summary>
    IdentityChanged,

    /// <summary>A daemon's progress is ahead of the events there are: it would pass over events.</summary>
    ProgressAhead,

    /// <summary>A table, index, function or trigger is not what this build makes.</summary>
    SchemaChanged,

    /// <summary>Somebody may do in the database what they should not, or the application may not do what it has to.</summary>
    PermissionChanged,
}

/// <summary>Something that is wrong.</summary>
/// <param name="Damage">What sort of thing.</param>
/// <param name="Message">Where, and what it means.</param>
/// <param name="Sequence">The event's place in the store's order, where it is about one.</param>
/// <param name="Event">The event.</param>
public sealed record StoreFinding(Damage Damage, string Message, long? Sequence = null, Guid? Event = null);

/// <summary>How far the comparison of the store with its ledger has come.</summary>
/// <param name="Events">How many events have been compared.</param>
/// <param name="Of">How many the ledger holds.</param>
/// <param name="Erased">How many erased parts were met.</param>
/// <param name="Wrong">How much is wrong.</param>
/// <param name="Findings">The first of what is wrong.</param>
/// <param name="Checkpoint">The latest signed checkpoint, on the last line.</param>
/// <param name="IsDone">Whether this is the result.</param>
public sealed record StoreReport(
    long Events,
    long Of,
    int Erased,
    int Wrong,
    IReadOnlyList<StoreFinding> Findings,
    string? Checkpoint,
    bool IsDone
);
