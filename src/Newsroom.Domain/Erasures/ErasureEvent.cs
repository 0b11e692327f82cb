using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Erasures;

/// <summary>Kinds of data that can be erased.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ErasureKind>))]
public enum ErasureKind
{
    /// <summary>The identity of a confidential source; the subject is the speaker.</summary>
    Identity,

    /// <summary>
    /// The evidence of a check; the subject is the event that recorded the check, or one piece of its evidence, <c>event/0</c>.
    /// </summary>
    Evidence,

    /// <summary>The name of a person; the subject is the person's identity.</summary>
    Person,

    /// <summary>An evidence file; the subject is its digest.</summary>
    File,
}

/// <summary>An erased part of an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Path">Its place in the data, a JSON pointer.</param>
public sealed record ErasedPart(Guid Event, string Path);

/// <summary>An event of an erasure's stream.</summary>
public abstract record ErasureEvent
{
    private ErasureEvent() { }

    /// <summary>Legal requested an erasure.</summary>
    public sealed record ErasureRequested(Guid Erasure, ErasureKind Kind, string Subject, string LegalBasis, string Reason) : ErasureEvent;

    /// <summary>A chief-editor approved an erasure, and it was carried out.</summary>
    public sealed record ErasureCarriedOut(
        Guid Erasure,
        ErasureKind Kind,
        string Subject,
        string LegalBasis,
        string RequestedBy,
        ImmutableArray<ErasedPart> Parts
    ) : ErasureEvent;

    /// <summary>A chief-editor rejected an erasure.</summary>
    public sealed record ErasureRejected(Guid Erasure, string Reason) : ErasureEvent;
}
