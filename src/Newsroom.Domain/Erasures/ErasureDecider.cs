using System.Diagnostics;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Erasures.ErasureEvent;

namespace Newsroom.Domain.Erasures;

/// <summary>Decides commands on erasures. Legal requests an erasure and names the law; a chief-editor approves it.</summary>
public static class ErasureDecider
{
    /// <summary>The code of the refusal where an erasure has no data to erase.</summary>
    internal const string NothingToErase = "nothing-to-erase";

    /// <summary>Decides a command on an erasure.</summary>
    /// <param name="state">The erasure; null where the command requests it.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">The caller, and the parts that can be erased.</param>
    /// <exception cref="ArgumentNullException">The command is on an erasure that was not requested.</exception>
    public static Decision<ErasureEvent> Decide(Erasure? state, ErasureCommand command, ErasureContext context)
    {
        if (command is RequestErasure request)
        {
            return Request(request, context);
        }

        ArgumentNullException.ThrowIfNull(state);
        return command switch
        {
            ApproveErasure => Approve(state, context),
            RejectErasure c => Reject(state, c, context),
            _ => throw new UnreachableException($"{command.GetType().Name} has no rule."),
        };
    }

    private static Decision<ErasureEvent> Request(RequestErasure command, ErasureContext context)
    {
        var refusal =
            ConfigurationCatalog.RequestErasure.RefuseUnlessHeldBy(context.Actor)
            ?? CommandTexts.Refuse(command)
            ?? RefuseBlank(command.LegalBasis, "legal-basis-required", "The legal basis is required, such as \"GDPR Art. 17(1)(a)\".")
            ?? RefuseBlank(command.Reason, "reason-required", "A reason is required: why it has to be erased.");
        if (refusal is not null)
        {
            return refusal;
        }

        return new ErasureRequested(context.Erasure, command.Kind, command.Subject, command.LegalBasis, command.Reason);
    }

    private static Decision<ErasureEvent> Approve(Erasure erasure, ErasureContext context)
    {
        var refusal =
            ConfigurationCatalog.ApproveErasure.RefuseUnlessHeldBy(context.Actor)
            ?? RefuseDecided(erasure)
            ?? (
                erasure.RequestedBy == context.Actor.Person
                    ? Refusal.Forbidden("own-request", "You requested this erasure; another person has to approve it.")
                    : null
            )
            ?? (
                context.Parts.IsEmpty
                    ? Refusal.Rule(
                        NothingToErase,
                        $"There is no data of {erasure.Kind.ToKebabCase()} {erasure.Subject} to erase: it was never recorded, or is "
                            + "already erased. Reject the request."
                    )
                    : null
            );
        if (refusal is not null)
        {
            return refusal;
        }

        return new ErasureCarriedOut(erasure.Id, erasure.Kind, erasure.Subject, erasure.LegalBasis, erasure.RequestedBy, context.Parts);
    }

    private static Decision<ErasureEvent> Reject(Erasure erasure, RejectErasure command, ErasureContext context)
    {
        var refusal =
            ConfigurationCatalog.RejectErasure.RefuseUnlessHeldBy(context.Actor)
            ?? CommandTexts.Refuse(command)
            ?? RefuseBlank(command.Reason, "reason-required", "A reason is required: why it is not erased.")
            ?? RefuseDecided(erasure);
        if (refusal is not null)
        {
            return refusal;
        }

        return new ErasureRejected(erasure.Id, command.Reason);
    }

    private static Refusal? RefuseBlank(string text, string code, string detail) =>
        string.IsNullOrWhiteSpace(text) ? Refusal.Rule(code, detail) : null;

    private static Refusal? RefuseDecided(Erasure erasure) =>
        erasure.State == ErasureState.Requested
            ? null
            : Refusal.Rule(
                "erasure-decided",
                $"This erasure was already {(erasure.State == ErasureState.CarriedOut ? "carried out" : "rejected")} by "
                    + $"{{{erasure.DecidedBy}}}."
            );
}
