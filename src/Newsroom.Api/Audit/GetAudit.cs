using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.People.Queries;
using Newsroom.Domain.People;

namespace Newsroom.Api.Audit;

/// <summary>GET /audit</summary>
public static class GetAuditEndpoint
{
    /// <summary>Lists the audit trail, newest first.</summary>
    [EndpointSummary(
        "List the audit trail, newest first: person, role, time, event and reason; filter by actor, role, story, desk, type, time "
            + "(from, to) and words (text)."
    )]
    [ProducesResponseType<Page<AuditLine>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        [AsParameters] AuditFilter filter,
        long? after,
        int? limit,
        HttpContext http,
        CallingActor caller,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        if (filter.Read(caller, after, out var query) is { } malformed)
        {
            return malformed.ToProblem();
        }

        var lines = Paging.Lines(limit);
        var batch = session.CreateBatchQuery();
        var loadingPage = batch.AddItem(new AuditPageQuery(query, lines + 1));
        var loadingNames = batch.PeopleAsync();
        await batch.Execute(cancellationToken);
        var (page, names) = (await loadingPage, await loadingNames);
        return Paging.Page(http, page, lines, line => line.Sequence, line => line.WithNames(names));
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
    /// <summary>Returns the line with people's names in place of identities.</summary>
    public AuditLine WithNames(PersonNames names) =>
        this with
        {
            Name = names.Of(By),
            Sentence = names.Resolve(Sentence),
            Why = Why is { } why ? names.Resolve(why) : null,
        };
}
