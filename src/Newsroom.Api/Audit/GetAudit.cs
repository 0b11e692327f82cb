using System.Globalization;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.People.Queries;
using Newsroom.Domain.People;
using Npgsql;

namespace Newsroom.Api.Audit;

/// <summary>GET /audit</summary>
public static class GetAuditEndpoint
{
    /// <summary>The audit trail, newest first: who did what, when, as what, and why.</summary>
    [EndpointSummary(
        "The audit trail, newest first: who did what, when, as what, and why; by actor, role, story, desk, type, time (from, to) and "
            + "words (text)."
    )]
    [ProducesResponseType<IReadOnlyList<AuditLine>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        string? actor,
        string? role,
        Guid? story,
        string? desk,
        string? type,
        string? from,
        string? to,
        string? text,
        long? after,
        int? limit,
        HttpContext http,
        CallingActor caller,
        IQuerySession session,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        if (AuditQuery.Read(actor, role, story, desk, type, from, to, text, after, caller, out var query) is { } malformed)
        {
            return malformed.ToProblem();
        }

        var lines = Paging.Lines(limit);
        var names = await PersonNames.LoadAsync(session, cancellationToken);
        var page = new List<AuditLine>(lines + 1);
        await foreach (var line in query.LinesAsync(database, lines + 1, cancellationToken))
        {
            page.Add(line.Named(names));
        }

        if (page.Count > lines)
        {
            Paging.LinkNext(http, page[lines - 1].Sequence.ToString(CultureInfo.InvariantCulture));
        }

        return Results.Ok(page.Take(lines));
    }
}

/// <summary>A line of the audit trail.</summary>
/// <param name="Sequence">Its place in the record.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="As">In which role.</param>
/// <param name="Story">The story it happened to, or that somebody tried to change; null for desks, people, speakers.</param>
/// <param name="Desk">The desk it happened on.</param>
/// <param name="Version">The version it made; of a refusal, the version the story had.</param>
/// <param name="Type">The event's storage name.</param>
/// <param name="Cause">The command that brought it.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Why">The reason given.</param>
/// <param name="Correlation">What happened in one request has one of these.</param>
/// <param name="Event">The event.</param>
public sealed record AuditLine(
    long Sequence,
    DateTimeOffset At,
    string By,
    string Name,
    string? As,
    Guid? Story,
    string? Desk,
    long? Version,
    string Type,
    string? Cause,
    string Sentence,
    string? Why,
    string? Correlation,
    Guid Event
)
{
    /// <summary>The line with people's names in the place of identities.</summary>
    public AuditLine Named(Names names) =>
        this with
        {
            Name = names.Of(By),
            Sentence = names.Fill(Sentence),
            Why = Why is { } why ? names.Fill(why) : null,
        };
}
