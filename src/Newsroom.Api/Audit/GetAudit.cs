using System.Globalization;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.People.Queries;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Audit;

/// <summary>GET /audit</summary>
public static class GetAuditEndpoint
{
    /// <summary>Lists the audit trail, newest first.</summary>
    [EndpointSummary(
        "List the audit trail, newest first. A line has person, role, time, event and reason. Filter by actor, role, story, desk, type, "
            + "time (from, to) and words (text). A page with much evidence has fewer lines. With since (a time): oldest first, for "
            + "synchronisation; next is always given."
    )]
    [ProducesResponseType<Page<AuditLine>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        [AsParameters] AuditFilter filter,
        string? since,
        long? after,
        int? limit,
        HttpContext http,
        CallingActor caller,
        IQuerySession session,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        if (filter.Read(caller, after, out var query) is { } malformed)
        {
            return malformed.ToProblem();
        }

        var lines = Paging.Lines(limit);
        if (since is not null)
        {
            return PointInTime.TimeOf(since) is { } time
                ? await SynchroniseAsync(query, time, lines, http, session, database, cancellationToken)
                : PointInTime.NotATime(since).ToProblem();
        }

        var (page, names) = await ReadAsync(query, lines + 1, session, cancellationToken);
        var shown = page.Lines.Take(lines).ToList();
        var next = page.IsCut || page.Lines.Count > lines ? shown[^1].Sequence.ToString(CultureInfo.InvariantCulture) : null;
        return Paging.Page(http, shown.Select(line => line.WithNames(names)), next);
    }

    // Rows are written in the order of the record, behind a position that no running transaction can fall back of.
    private static async Task<IResult> SynchroniseAsync(
        AuditQuery query,
        DateTimeOffset since,
        int lines,
        HttpContext http,
        IQuerySession session,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        var start = query.After ?? await SyncStart.BeforeAsync(database, since, cancellationToken);
        var (page, names) = await ReadAsync(query with { After = start, OldestFirst = true }, lines, session, cancellationToken);
        var end = page.Lines.Count > 0 ? page.Lines[^1].Sequence : start;
        return Paging.Page(http, page.Lines.Select(line => line.WithNames(names)), end.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<(AuditPage Page, PersonNames Names)> ReadAsync(
        AuditQuery query,
        int lines,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        var batch = session.CreateBatchQuery();
        var loadingPage = batch.AddItem(new AuditPageQuery(query, lines));
        var loadingNames = batch.PeopleAsync();
        await batch.Execute(cancellationToken);
        return (await loadingPage, await loadingNames);
    }
}

/// <summary>A line of the audit trail.</summary>
/// <param name="Sequence">The event's sequence.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The person who acted.</param>
/// <param name="Name">Their name.</param>
/// <param name="As">The person's role.</param>
/// <param name="Story">The story of the event, or of a refused command; null for desks, people, speakers.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Version">The version after the event; of a refusal, the version of the story.</param>
/// <param name="Type">The event's storage name.</param>
/// <param name="Cause">The command.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Why">The reason given.</param>
/// <param name="Correlation">The request's id.</param>
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
    /// <summary>Gets the check with its evidence, for a check.</summary>
    public CheckRecord? Check { get; init; }

    /// <summary>Returns the line with people's names in place of identities.</summary>
    public AuditLine WithNames(PersonNames names) =>
        this with
        {
            Name = names.Of(By),
            Sentence = names.Resolve(Sentence),
            Why = Why is { } why ? names.Resolve(why) : null,
        };
}
