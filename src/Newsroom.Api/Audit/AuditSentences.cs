using Newsroom.Domain.Desks;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Audit;

/// <summary>Every event of the whole store in words, with people as identities in braces.</summary>
public static class AuditSentences
{
    /// <summary>What happened.</summary>
    public static string Of(object happened, string by) =>
        happened switch
        {
            StoryEvent e => Sentences.Of(e, by),
            DeskDefined e => $"{{{by}}} defined the desk {e.Desk.Id}: {e.Desk.Name}, {e.Desk.Language}",
            PersonDescribed e => $"{{{by}}} described {{{e.Id}}} as {e.Name}{string.Concat(e.Roles.Select(r => $", {r.ToKebabCase()}"))}",
            SpeakerRegistered e => $"{{{by}}} registered the speaker {e.Speaker.Id}: {e.Speaker.Name}, {e.Speaker.Description}",
            IdentitySealed e => $"{{{by}}} sealed who {e.Speaker} is",
            IdentityRevealed e => $"{{{by}}} was told who {e.Speaker} is",
            PolicyEvent.PolicyProposed e =>
                $"{{{by}}} proposed version {e.Version} of the policy of the {e.Desk} desk: {string.Join(", ", e.Gates.Select(Terms))}",
            PolicyEvent.PolicyAccepted e => $"{{{by}}} put version {e.Version} of the policy of the {e.Desk} desk in force",
            PolicyEvent.PolicyRejected e => $"{{{by}}} rejected version {e.Version} of the policy of the {e.Desk} desk",
            ErasureEvent.ErasureRequested e =>
                $"{{{by}}} asked for the erasure of {e.Kind.ToKebabCase()} {e.Subject}, on the basis of {e.LegalBasis}",
            ErasureEvent.ErasureCarriedOut e =>
                $"{{{by}}} had {e.Kind.ToKebabCase()} {e.Subject} erased, as {{{e.RequestedBy}}} asked on the basis of {e.LegalBasis}: {e.Parts.Length} {(e.Parts.Length == 1 ? "part" : "parts")} of the record",
            ErasureEvent.ErasureRejected => $"{{{by}}} rejected an erasure",
            CommandRefused e => $"{{{by}}} was refused {e.Command}: {e.Code}",
            RefusalsCounted e =>
                $"{{{e.Person}}} was refused {e.Count} more times in the minute from {e.Minute.UtcDateTime:yyyy-MM-dd HH:mm} UTC",
            _ => throw new InvalidOperationException($"{happened.GetType().Name} has no sentence."),
        };

    /// <summary>The reason given, where there is one.</summary>
    public static string? Why(object happened) =>
        happened switch
        {
            StoryEvent e => Sentences.Why(e),
            PolicyEvent.PolicyProposed e => e.Reason,
            PolicyEvent.PolicyRejected e => e.Reason,
            IdentityRevealed e => e.Reason,
            ErasureEvent.ErasureRequested e => e.Reason,
            ErasureEvent.ErasureRejected e => e.Reason,
            CommandRefused e => e.Why,
            _ => null,
        };

    private static string Terms(GateTerms terms)
    {
        IEnumerable<string?> all =
        [
            terms.Minimum is { } minimum ? $"at least {minimum}" : null,
            terms.FewestWords is { } words ? $"from {words} words" : null,
            .. terms.Roles.Select(r => $"{r.Minimum} as {r.Role.ToKebabCase()}"),
            terms.Waivable ? "waivable" : null,
        ];
        return string.Join(", ", all.OfType<string>()) is { Length: > 0 } told
            ? $"{terms.Gate.ToKebabCase()} ({told})"
            : terms.Gate.ToKebabCase();
    }
}
