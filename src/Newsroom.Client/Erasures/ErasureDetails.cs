namespace Newsroom.Client.Erasures;

/// <summary>A request for erasure.</summary>
/// <param name="Id">The request.</param>
/// <param name="Kind">Identity, evidence or person.</param>
/// <param name="Subject">What is to be erased.</param>
/// <param name="LegalBasis">The law that requires it.</param>
/// <param name="Reason">The reason.</param>
/// <param name="State">Requested, rejected, or carried out.</param>
/// <param name="RequestedBy">The person who requested it.</param>
/// <param name="RequestedAt">When it was requested.</param>
/// <param name="Parts">The erased parts of events.</param>
/// <param name="DecidedBy">The person who decided it.</param>
/// <param name="Rejection">Why it was rejected.</param>
public sealed record ErasureDetails(
    Guid Id,
    string Kind,
    string Subject,
    string LegalBasis,
    string Reason,
    string State,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    IReadOnlyList<ErasedPart> Parts,
    string? DecidedBy = null,
    string? Rejection = null
);

/// <summary>An erased part of an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Path">The path in its data.</param>
public sealed record ErasedPart(Guid Event, string Path);

/// <summary>An erasure to request.</summary>
/// <param name="Kind">Identity, evidence or person.</param>
/// <param name="Subject">The speaker, the event of a check (or one piece of its evidence as <c>event/0</c>), or the person.</param>
/// <param name="LegalBasis">The law that requires it.</param>
/// <param name="Reason">The reason.</param>
public sealed record ErasureRequest(string Kind, string Subject, string LegalBasis, string Reason);
