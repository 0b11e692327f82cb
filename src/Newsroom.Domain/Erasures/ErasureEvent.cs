using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Erasures;

/// <summary>What can be asked to be forgotten.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ErasureKind>))]
public enum ErasureKind
{
    /// <summary>Who a confidential source really is: its subject is the speaker.</summary>
    Identity,

    /// <summary>
    /// What a check rested on: its subject is the event that recorded the check, or one piece of its evidence, <c>event/0</c>.
    /// </summary>
    Evidence,

    /// <summary>The name of somebody who works or worked here: its subject is their identity.</summary>
    Person,
}

/// <summary>A part of an event that was erased.</summary>
/// <param name="Event">The event.</param>
/// <param name="Path">Where in its data, a JSON pointer.</param>
public sealed record ErasedPart(Guid Event, string Path);

/// <summary>What happened to a request to forget something.</summary>
public abstract record ErasureEvent
{
    private ErasureEvent() { }

    /// <summary>Somebody from legal asked for it.</summary>
    public sealed record ErasureRequested(Guid Erasure, ErasureKind Kind, string Subject, string LegalBasis, string Reason) : ErasureEvent;

    /// <summary>A chief-editor approved it, and it was done in the same moment.</summary>
    public sealed record ErasureCarriedOut(
        Guid Erasure,
        ErasureKind Kind,
        string Subject,
        string LegalBasis,
        string RequestedBy,
        ImmutableArray<ErasedPart> Parts
    ) : ErasureEvent;

    /// <summary>A chief-editor found that it need not, or must not, be.</summary>
    public sealed record ErasureRejected(Guid Erasure, string Reason) : ErasureEvent;
}
