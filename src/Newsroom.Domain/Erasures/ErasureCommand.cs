namespace Newsroom.Domain.Erasures;

/// <summary>A command on an erasure.</summary>
public abstract record ErasureCommand;

/// <summary>Request an erasure.</summary>
/// <param name="Kind">The kind of data.</param>
/// <param name="Subject">
/// A speaker, the event of a check (or one piece of its evidence, <c>event/0</c>), a person, or the digest of an evidence file.
/// </param>
/// <param name="LegalBasis">The law that requires it, such as "GDPR Art. 17(1)(a)".</param>
/// <param name="Reason">The reason.</param>
public sealed record RequestErasure(ErasureKind Kind, string Subject, string LegalBasis, string Reason) : ErasureCommand;

/// <summary>Approve an erasure, which is carried out at once and cannot be undone.</summary>
public sealed record ApproveErasure : ErasureCommand;

/// <summary>Reject an erasure.</summary>
/// <param name="Reason">The reason.</param>
public sealed record RejectErasure(string Reason) : ErasureCommand;
