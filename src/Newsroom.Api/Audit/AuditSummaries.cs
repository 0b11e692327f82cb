using System.Text.Json.Nodes;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.EvidenceFiles;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Audit;

/// <summary>Summarises events of the store. The audit trail stores the summary; <see cref="AuditSentences"/> renders it.</summary>
public static class AuditSummaries
{
    /// <summary>Summarises an event.</summary>
    public static EventSummary Of(object happened) =>
        happened switch
        {
            StoryEvent e => EventSummaries.Of(e),
            DeskDefined e => EventSummaries.Create(
                "desk-defined",
                ("desk", e.Desk.Id),
                ("name", e.Desk.Name),
                ("language", e.Desk.Language)
            ),
            PersonDescribed e => EventSummaries.Create(
                "person-described",
                ("person", e.Id),
                ("name", e.Name),
                ("roles", EventSummaries.Strings(e.Roles.Select(role => role.ToKebabCase())))
            ),
            SpeakerRegistered e => EventSummaries.Create(
                "speaker-registered",
                ("speaker", e.Speaker.Id),
                ("name", e.Speaker.Name),
                ("description", e.Speaker.Description)
            ),
            IdentitySealed e => EventSummaries.Create("identity-sealed", ("speaker", e.Speaker)),
            IdentityRevealed e => EventSummaries.Create("identity-revealed", ("speaker", e.Speaker)),
            PolicyEvent.PolicyProposed e => EventSummaries.Create(
                "policy-proposed",
                ("version", e.Version),
                ("desk", e.Desk),
                ("gates", new JsonArray([.. e.Gates.Select(Terms)]))
            ),
            PolicyEvent.PolicyAccepted e => EventSummaries.Create("policy-accepted", ("version", e.Version), ("desk", e.Desk)),
            PolicyEvent.PolicyRejected e => EventSummaries.Create("policy-rejected", ("version", e.Version), ("desk", e.Desk)),
            ErasureEvent.ErasureRequested e => EventSummaries.Create(
                "erasure-requested",
                ("kind", e.Kind.ToKebabCase()),
                ("subject", e.Subject),
                ("legalBasis", e.LegalBasis)
            ),
            ErasureEvent.ErasureCarriedOut e => EventSummaries.Create(
                "erasure-carried-out",
                ("kind", e.Kind.ToKebabCase()),
                ("subject", e.Subject),
                ("legalBasis", e.LegalBasis),
                ("requestedBy", e.RequestedBy),
                ("parts", e.Parts.Length)
            ),
            ErasureEvent.ErasureRejected => EventSummaries.Create("erasure-rejected"),
            EvidenceFileEvent e => OfFile(e),
            CommandRefused e => EventSummaries.Create("command-refused", ("command", e.Command), ("reason", e.Code)),
            RefusalsCounted e => EventSummaries.Create(
                "refusals-counted",
                ("person", e.Person),
                ("count", e.Count),
                ("minute", EventSummaries.Instant(e.Minute))
            ),
            _ => throw new InvalidOperationException($"{happened.GetType().Name} has no summary."),
        };

    private static EventSummary OfFile(EvidenceFileEvent happened) =>
        happened switch
        {
            EvidenceFileAdded e => EventSummaries.Create(
                "evidence-file-added",
                ("sha256", e.Sha256),
                ("bytes", e.Bytes),
                ("mediaType", e.MediaType),
                ("confidential", e.Confidential ? true : null)
            ),
            EvidenceFileRead e => EventSummaries.Create("evidence-file-read", ("sha256", e.Sha256)),
            _ => throw new InvalidOperationException($"{happened.GetType().Name} has no summary."),
        };

    /// <summary>Returns the reason that an event gives; null where it gives none.</summary>
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

    private static JsonNode? Terms(GateTerms terms) =>
        EventSummaries
            .Create(
                "",
                ("gate", terms.Gate.ToKebabCase()),
                ("minimum", terms.Minimum),
                ("fewestWords", terms.FewestWords),
                ("roles", Roles(terms)),
                ("waivable", terms.Waivable ? true : null)
            )
            .Arguments;

    private static JsonArray? Roles(GateTerms terms) =>
        terms.Roles.Select(r => new JsonObject { ["role"] = r.Role.ToKebabCase(), ["minimum"] = r.Minimum }).ToArray()
            is { Length: > 0 } roles
            ? new JsonArray(roles)
            : null;
}
