using System.Globalization;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.EvidenceFiles;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Api.Audit;

/// <summary>Summarises events of the store. The audit trail stores the summary; <see cref="AuditSentences"/> renders it.</summary>
public static class AuditSummaries
{
    /// <summary>Summarises an event.</summary>
    public static EventSummary Of(object happened) =>
        happened switch
        {
            StoryEvent e => EventSummaries.Of(e),
            DeskDefined e => EventSummary.Of("desk-defined", ("desk", e.Desk.Id), ("name", e.Desk.Name), ("language", e.Desk.Language)),
            PersonDescribed e => EventSummary.Of(
                "person-described",
                ("person", e.Id),
                ("name", e.Name),
                ("roles", e.Roles.Select(role => role.ToKebabCase()).ToList())
            ),
            SpeakerRegistered e => EventSummary.Of(
                "speaker-registered",
                ("speaker", e.Speaker.Id),
                ("name", e.Speaker.Name),
                ("description", e.Speaker.Description)
            ),
            IdentitySealed e => EventSummary.Of("identity-sealed", ("speaker", e.Speaker)),
            IdentityRevealed e => EventSummary.Of("identity-revealed", ("speaker", e.Speaker)),
            PolicyEvent.PolicyProposed e => EventSummary.Of(
                "policy-proposed",
                ("version", e.Version),
                ("desk", e.Desk),
                ("gates", e.Gates.Select(Terms).ToList()),
                ("showsConfidential", e.ShowsConfidential),
                ("logsReads", e.LogsReads)
            ),
            PolicyEvent.PolicyAccepted e => EventSummary.Of("policy-accepted", ("version", e.Version), ("desk", e.Desk)),
            PolicyEvent.PolicyRejected e => EventSummary.Of("policy-rejected", ("version", e.Version), ("desk", e.Desk)),
            ErasureEvent.ErasureRequested e => EventSummary.Of(
                "erasure-requested",
                ("kind", e.Kind.ToKebabCase()),
                ("subject", e.Subject),
                ("legalBasis", e.LegalBasis)
            ),
            ErasureEvent.ErasureCarriedOut e => EventSummary.Of(
                "erasure-carried-out",
                ("kind", e.Kind.ToKebabCase()),
                ("subject", e.Subject),
                ("legalBasis", e.LegalBasis),
                ("requestedBy", e.RequestedBy),
                ("parts", e.Parts.Length)
            ),
            ErasureEvent.ErasureRejected => EventSummary.Of("erasure-rejected"),
            EvidenceFileEvent e => OfFile(e),
            SubscriberEvent e => OfSubscriber(e),
            CommandRefused e => EventSummary.Of("command-refused", ("command", e.Command), ("reason", e.Code)),
            StoryRead or StoryReadsCounted => OfRead(happened),
            RefusalsCounted e => EventSummary.Of(
                "refusals-counted",
                ("person", e.Person),
                ("count", e.Count),
                ("minute", EventSummaries.Instant(e.Minute))
            ),
            _ => throw new InvalidOperationException($"{happened.GetType().Name} has no summary."),
        };

    private static EventSummary OfSubscriber(SubscriberEvent happened) =>
        happened switch
        {
            SubscriberRegistered e => Defined("subscriber-registered", e.Subscriber),
            SubscriberChanged e => Defined("subscriber-changed", e.Subscriber),
            SubscriberPaused e => EventSummary.Of("subscriber-paused", ("subscriber", e.Subscriber)),
            SubscriberResumed e => EventSummary.Of("subscriber-resumed", ("subscriber", e.Subscriber)),
            SecretRotated e => EventSummary.Of("secret-rotated", ("subscriber", e.Subscriber), ("hours", e.OverlapHours)),
            RedeliveryRequested e => EventSummary.Of("redelivery-requested", ("subscriber", e.Subscriber), ("delivery", $"{e.Delivery}")),
            ReplayRequested e => EventSummary.Of(
                "replay-requested",
                ("subscriber", e.Subscriber),
                ("since", e.Since.ToString("u", CultureInfo.InvariantCulture)),
                ("count", e.Count)
            ),
            SubscriberRemoved e => EventSummary.Of("subscriber-removed", ("subscriber", e.Subscriber)),
            _ => throw new InvalidOperationException($"{happened.GetType().Name} has no summary."),
        };

    private static EventSummary Defined(string code, Subscriber subscriber) =>
        EventSummary.Of(
            code,
            ("subscriber", subscriber.Id),
            ("name", subscriber.Name),
            ("url", subscriber.Url),
            ("desks", subscriber.Desks.ToList()),
            ("languages", subscriber.Languages.ToList()),
            ("kinds", subscriber.Kinds.Select(kind => kind.ToKebabCase()).ToList()),
            ("format", subscriber.Format.ToKebabCase())
        );

    private static EventSummary OfRead(object happened) =>
        happened switch
        {
            StoryRead e => EventSummary.Of(
                "story-read",
                ("story", $"{e.Story}"),
                ("what", e.What),
                ("confidential", e.Confidential ? true : null)
            ),
            StoryReadsCounted e => EventSummary.Of(
                "story-reads-counted",
                ("person", e.Person),
                ("story", $"{e.Story}"),
                ("what", e.What),
                ("count", e.Count),
                ("minute", EventSummaries.Instant(e.Minute))
            ),
            _ => throw new InvalidOperationException($"{happened.GetType().Name} has no summary."),
        };

    private static EventSummary OfFile(EvidenceFileEvent happened) =>
        happened switch
        {
            EvidenceFileAdded e => EventSummary.Of(
                "evidence-file-added",
                ("sha256", e.Sha256),
                ("bytes", e.Bytes),
                ("mediaType", e.MediaType),
                ("confidential", e.Confidential ? true : null)
            ),
            EvidenceFileRead e => EventSummary.Of("evidence-file-read", ("sha256", e.Sha256)),
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
            SubscriberPaused e => e.Reason,
            _ => null,
        };

    private static SummaryArguments Terms(GateTerms terms) =>
        SummaryArguments.Of(
            ("gate", terms.Gate.ToKebabCase()),
            ("minimum", terms.Minimum),
            ("fewestWords", terms.FewestWords),
            ("roles", Roles(terms)),
            ("waivable", terms.Waivable ? true : null)
        );

    private static List<SummaryArguments>? Roles(GateTerms terms) =>
        terms.Roles.Select(r => SummaryArguments.Of(("role", r.Role.ToKebabCase()), ("minimum", r.Minimum))).ToList()
            is { Count: > 0 } roles
            ? roles
            : null;
}
