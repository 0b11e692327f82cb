using JasperFx.Events;
using Newsroom.Api.Stories;
using Newsroom.Domain;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Gates;
using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Auditing;

/// <summary>One line of the audit trail: one recorded event.</summary>
/// <param name="Id">The event.</param>
/// <param name="Sequence">Its place in the record.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who.</param>
/// <param name="As">In which role, in words.</param>
/// <param name="Story">The story it happened to, or that somebody tried to change; null for desks, people, speakers.</param>
/// <param name="Version">The version it made; of a refusal, the version the story had.</param>
/// <param name="Type">Its storage name.</param>
/// <param name="Cause">The command that brought it.</param>
/// <param name="Sentence">What happened, with people as identities in braces.</param>
/// <param name="Why">The reason given.</param>
/// <param name="Correlation">What happened in one request has one of these.</param>
public sealed record AuditEntry(
    Guid Id,
    long Sequence,
    DateTimeOffset At,
    string By,
    string? As,
    Guid? Story,
    long Version,
    string Type,
    string? Cause,
    string Sentence,
    string? Why,
    string? Correlation)
{
    /// <summary>The line of an event.</summary>
    public static AuditEntry Of(IEvent recorded)
    {
        var stamp = recorded.Stamp();
        var happened = recorded.Data as StoryEvent;
        return new AuditEntry(
            recorded.Id,
            recorded.Sequence,
            stamp.At,
            stamp.By,
            stamp.As?.InWords(),
            happened is null ? (recorded.Data as CommandRefused)?.Story : recorded.StreamId,
            (recorded.Data as CommandRefused)?.Version ?? stamp.Version,
            recorded.EventTypeName,
            recorded.CausationId,
            SentenceOf(recorded.Data, stamp.By),
            ReasonOf(recorded.Data),
            recorded.CorrelationId);
    }

    private static string? ReasonOf(object happened) => happened switch
    {
        StoryEvent e => Sentences.Why(e),
        PolicyEvent.PolicyProposed e => e.Reason,
        PolicyEvent.PolicyRejected e => e.Reason,
        CommandRefused e => e.Why,
        _ => null,
    };

    private static string SentenceOf(object happened, string by) => happened switch
    {
        StoryEvent e => Sentences.Of(e, by),
        DeskDefined e => $"{{{by}}} defined the desk {e.Desk.Id}: {e.Desk.Name}, {e.Desk.Language}",
        PersonDescribed e => $"{{{by}}} described {{{e.Id}}} as {e.Name}, {string.Join(", ", e.Roles.Select(r => r.InWords()))}",
        SpeakerRegistered e => $"{{{by}}} registered the speaker {e.Speaker.Id}: {e.Speaker.Name}, {e.Speaker.Description}",
        PolicyEvent.PolicyProposed e => $"{{{by}}} proposed version {e.Version} of the policy of the {e.Desk} desk: {string.Join(", ", e.Gates.Select(Terms))}",
        PolicyEvent.PolicyAccepted e => $"{{{by}}} put version {e.Version} of the policy of the {e.Desk} desk in force",
        PolicyEvent.PolicyRejected e => $"{{{by}}} rejected version {e.Version} of the policy of the {e.Desk} desk",
        CommandRefused e => $"{{{by}}} was refused {e.Command}: {e.Code}",
        RefusalsCounted e => $"{{{e.Person}}} was refused {e.Count} more times in the minute from {e.Minute.UtcDateTime:yyyy-MM-dd HH:mm} UTC",
        _ => throw new InvalidOperationException($"{happened.GetType().Name} has no sentence."),
    };

    private static string Terms(GateTerms terms)
    {
        IEnumerable<string?> all =
        [
            terms.Minimum is { } minimum ? $"at least {minimum}" : null,
            terms.FewestWords is { } words ? $"from {words} words" : null,
            .. terms.Roles.Select(r => $"{r.Minimum} as {r.Role.InWords()}"),
            terms.Waivable ? "waivable" : null,
        ];
        return string.Join(", ", all.OfType<string>()) is { Length: > 0 } told ? $"{terms.Gate.InWords()} ({told})" : terms.Gate.InWords();
    }
}
