using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Erasures.ErasureEvent;

namespace Newsroom.Domain.Erasures;

/// <summary>States of a request for erasure.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ErasureState>))]
public enum ErasureState
{
    /// <summary>Awaits the decision of a chief-editor.</summary>
    Requested,

    /// <summary>The data was erased.</summary>
    CarriedOut,

    /// <summary>The request was rejected.</summary>
    Rejected,
}

/// <summary>A request to erase personal data, and its outcome.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="Kind">The kind of data.</param>
/// <param name="Subject">A speaker, the event of a check, or a person.</param>
/// <param name="LegalBasis">The law that requires it, such as "GDPR Art. 17(1)(a)".</param>
/// <param name="Reason">The reason.</param>
/// <param name="State">Its state.</param>
/// <param name="RequestedBy">The person who requested it.</param>
/// <param name="RequestedAt">When it was requested.</param>
public sealed record Erasure(
    Guid Id,
    ErasureKind Kind,
    string Subject,
    string LegalBasis,
    string Reason,
    ErasureState State,
    string RequestedBy,
    DateTimeOffset RequestedAt
)
{
    /// <summary>The person who approved or rejected it.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The reason of a rejection.</summary>
    public string? Rejection { get; init; }

    /// <summary>The erased parts.</summary>
    public ImmutableArray<ErasedPart> Parts { get; init; } = [];

    /// <summary>Folds an event.</summary>
    /// <exception cref="InvalidOperationException">The first event is not a request: the record is damaged.</exception>
    public static Erasure Evolve(Erasure? erasure, Guid id, ErasureEvent happened, string by, DateTimeOffset at) =>
        happened switch
        {
            ErasureRequested e => new Erasure(id, e.Kind, e.Subject, e.LegalBasis, e.Reason, ErasureState.Requested, by, at),
            _ when erasure is null => throw new InvalidOperationException($"The erasure {id} was decided before it was requested."),
            ErasureCarriedOut e => erasure with { State = ErasureState.CarriedOut, DecidedBy = by, DecidedAt = at, Parts = e.Parts },
            ErasureRejected e => erasure with { State = ErasureState.Rejected, DecidedBy = by, DecidedAt = at, Rejection = e.Reason },
            _ => throw new InvalidOperationException($"An erasure cannot fold {happened.GetType().Name}."),
        };
}
