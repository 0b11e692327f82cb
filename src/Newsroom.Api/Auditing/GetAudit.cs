using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Hosting;
using Newsroom.Api.People;
using Newsroom.Domain;
using Wolverine.Http;

namespace Newsroom.Api.Auditing;

/// <summary>GET /audit</summary>
public static class GetAuditEndpoint
{
    /// <summary>The audit trail, newest first: who did what, when, as what, and why.</summary>
    [EndpointSummary("The audit trail, newest first: who did what, when, as what, and why.")]
    [ProducesResponseType<IReadOnlyList<AuditLine>>(StatusCodes.Status200OK)]
    [WolverineGet("/audit")]
    public static async Task<IResult> Get(
        string? actor, Guid? story, string? type, DateTimeOffset? from, DateTimeOffset? to, string? text, long? after, int? limit, HttpContext http, CallingActor caller, IQuerySession session, CancellationToken cancel)
    {
        IQueryable<AuditEntry> trail = session.Query<AuditEntry>();
        if (actor is not null)
        {
            var person = caller.PersonOf(actor);
            trail = trail.Where(a => a.By == person);
        }

        trail = story is null ? trail : trail.Where(a => a.Story == story);
        trail = type is null ? trail : trail.Where(a => a.Type == type);
        trail = from is null ? trail : trail.Where(a => a.At >= from.Value.ToUniversalTime());
        trail = to is null ? trail : trail.Where(a => a.At < to.Value.ToUniversalTime());
        trail = text is null ? trail : trail.Where(a => a.Sentence.Contains(text, StringComparison.OrdinalIgnoreCase) || a.Why!.Contains(text, StringComparison.OrdinalIgnoreCase));
        trail = after is null ? trail : trail.Where(a => a.Sequence < after);

        var lines = Paging.Lines(limit);
        var page = await trail.OrderByDescending(a => a.Sequence).Take(lines + 1).ToListAsync(cancel);
        if (page.Count > lines)
        {
            Paging.LinkNext(http, page[lines - 1].Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var names = await Names.Load(session, cancel);
        return Results.Ok(page.Take(lines).Select(a => new AuditLine(
            a.Sequence, a.At, a.By, names.Of(a.By), a.As, a.Story, a.Version, a.Type, a.Cause, names.Fill(a.Sentence), a.Why is { } why ? names.Fill(why) : null, a.Correlation, a.Id)));
    }
}

/// <summary>A line of the audit trail with people's names.</summary>
/// <param name="Sequence">Its place in the record.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="As">In which role.</param>
/// <param name="Story">The story; null for desks, people, speakers.</param>
/// <param name="Version">The version it made.</param>
/// <param name="Type">The event's storage name.</param>
/// <param name="Cause">The command that brought it.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Why">The reason given.</param>
/// <param name="Correlation">What happened in one request has one of these.</param>
/// <param name="Event">The event.</param>
public sealed record AuditLine(
    long Sequence, DateTimeOffset At, string By, string Name, string? As, Guid? Story, long Version, string Type, string? Cause, string Sentence, string? Why, string? Correlation, Guid Event);
