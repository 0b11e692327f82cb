using JasperFx.Events;
using Newsroom.Api.Stories;
using Newsroom.Domain;
using Newsroom.Domain.Desks;
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
/// <param name="Story">The story it happened to; null for desks, people, speakers.</param>
/// <param name="Version">The version it made.</param>
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
            happened is null ? null : recorded.StreamId,
            stamp.Version,
            recorded.EventTypeName,
            recorded.CausationId,
            SentenceOf(recorded.Data, stamp.By),
            happened is null ? null : Sentences.Why(happened),
            recorded.CorrelationId);
    }

    private static string SentenceOf(object happened, string by) => happened switch
    {
        StoryEvent e => Sentences.Of(e, by),
        DeskDefined e => $"{{{by}}} defined the desk {e.Desk.Id}: {e.Desk.Name}, {e.Desk.Language}",
        PersonDescribed e => $"{{{by}}} described {{{e.Id}}} as {e.Name}, {string.Join(", ", e.Roles.Select(r => r.InWords()))}",
        SpeakerRegistered e => $"{{{by}}} registered the speaker {e.Speaker.Id}: {e.Speaker.Name}, {e.Speaker.Description}",
        _ => throw new InvalidOperationException($"{happened.GetType().Name} has no sentence."),
    };
}
