using System.Collections.Immutable;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Erasures.ErasureEvent;

namespace Newsroom.Domain.Erasures;

/// <summary>Ask for something to be forgotten.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Subject">Which: a speaker, the event of a check (or one piece of its evidence, <c>event/0</c>), or a person.</param>
/// <param name="LegalBasis">The law that asks for it, such as "GDPR Art. 17(1)(a)".</param>
/// <param name="Reason">Why.</param>
public sealed record RequestErasure(ErasureKind Kind, string Subject, string LegalBasis, string Reason);

/// <summary>Approve an erasure: it is carried out at once and cannot be taken back.</summary>
public sealed record ApproveErasure;

/// <summary>Reject an erasure.</summary>
/// <param name="Reason">Why.</param>
public sealed record RejectErasure(string Reason);

/// <summary>
/// Forgetting takes two people: legal asks, naming the law; a chief-editor approves. The record keeps that it was done, and why.
/// </summary>
public static class ErasureMaking
{
    /// <summary>Legal asks.</summary>
    /// <returns>The refusal, or null.</returns>
    public static Refusal? Request(Guid id, RequestErasure command, Actor actor, out ErasureEvent happened)
    {
        happened = new ErasureRequested(id, command.Kind, command.Subject, command.LegalBasis, command.Reason);
        return ConfigurationCatalog.RequestErasure.RefuseUnlessHeldBy(actor)
            ?? CommandTexts.Refuse(command)
            ?? (
                string.IsNullOrWhiteSpace(command.LegalBasis)
                    ? Refusal.Rule("legal-basis-required", "Name the law that asks for it, such as \"GDPR Art. 17(1)(a)\".")
                    : null
            )
            ?? (string.IsNullOrWhiteSpace(command.Reason) ? Refusal.Rule("reason-required", "Say why it has to be erased.") : null);
    }

    /// <summary>A chief-editor, who is not who asked, approves.</summary>
    /// <param name="erasure">The request.</param>
    /// <param name="actor">Who approves.</param>
    /// <param name="parts">What there is of it to erase.</param>
    /// <param name="happened">What comes of it.</param>
    /// <returns>The refusal, or null.</returns>
    public static Refusal? Approve(Erasure erasure, Actor actor, ImmutableArray<ErasedPart> parts, out ErasureEvent happened)
    {
        happened = new ErasureCarriedOut(erasure.Id, erasure.Kind, erasure.Subject, erasure.LegalBasis, erasure.RequestedBy, parts);
        return ConfigurationCatalog.ApproveErasure.RefuseUnlessHeldBy(actor)
            ?? RefuseDecided(erasure)
            ?? (
                erasure.RequestedBy == actor.Person
                    ? Refusal.Forbidden("own-request", "You asked for this erasure; somebody else has to approve it.")
                    : null
            )
            ?? (
                parts.IsEmpty
                    ? Refusal.Rule(
                        "nothing-to-erase",
                        $"There is nothing of {erasure.Kind.ToKebabCase()} {erasure.Subject} to erase: it was never recorded, or is "
                            + "erased already. Reject the request."
                    )
                    : null
            );
    }

    /// <summary>A chief-editor rejects.</summary>
    /// <returns>The refusal, or null.</returns>
    public static Refusal? Reject(Erasure erasure, RejectErasure command, Actor actor, out ErasureEvent happened)
    {
        happened = new ErasureRejected(erasure.Id, command.Reason);
        return ConfigurationCatalog.RejectErasure.RefuseUnlessHeldBy(actor)
            ?? CommandTexts.Refuse(command)
            ?? (string.IsNullOrWhiteSpace(command.Reason) ? Refusal.Rule("reason-required", "Say why it is not erased.") : null)
            ?? RefuseDecided(erasure);
    }

    private static Refusal? RefuseDecided(Erasure erasure) =>
        erasure.State == ErasureState.Requested
            ? null
            : Refusal.Rule(
                "erasure-decided",
                $"This erasure was {(erasure.State == ErasureState.CarriedOut ? "carried out" : "rejected")} by "
                    + $"{{{erasure.DecidedBy}}} already."
            );
}
