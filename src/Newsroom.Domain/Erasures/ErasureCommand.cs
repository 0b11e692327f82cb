namespace Newsroom.Domain.Erasures;

/// <summary>A command on an erasure.</summary>
public abstract record ErasureCommand;

/// <summary>Ask for something to be forgotten.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Subject">Which: a speaker, the event of a check (or one piece of its evidence, <c>event/0</c>), or a person.</param>
/// <param name="LegalBasis">The law that asks for it, such as "GDPR Art. 17(1)(a)".</param>
/// <param name="Reason">Why.</param>
public sealed record RequestErasure(ErasureKind Kind, string Subject, string LegalBasis, string Reason) : ErasureCommand;

/// <summary>Approve an erasure: it is carried out at once and cannot be taken back.</summary>
public sealed record ApproveErasure : ErasureCommand;

/// <summary>Reject an erasure.</summary>
/// <param name="Reason">Why.</param>
public sealed record RejectErasure(string Reason) : ErasureCommand;
