using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Erasures.ErasureEvent;

namespace Newsroom.Domain.Erasures;

/// <summary>How far a request to forget has come.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ErasureState>))]
public enum ErasureState
{
    /// <summary>A chief-editor may approve or reject it.</summary>
    Requested,

    /// <summary>What it asked for is gone.</summary>
    CarriedOut,

    /// <summary>It was not done.</summary>
    Rejected,
}

/// <summary>A request to forget something, and what became of it.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Subject">Which: a speaker, the event of a check, or a person.</param>
/// <param name="LegalBasis">The law that asks for it, such as "GDPR Art. 17(1)(a)".</param>
/// <param name="Reason">Why.</param>
/// <param name="State">How far it has come.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="RequestedAt">When.</param>
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
    /// <summary>Who approved or rejected it.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Rejection { get; init; }

    /// <summary>What was erased.</summary>
    public ImmutableArray<ErasedPart> Parts { get; init; } = [];

    /// <summary>The request after an event.</summary>
    /// <exception cref="InvalidOperationException">It was decided before it was made: the record is damaged.</exception>
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
