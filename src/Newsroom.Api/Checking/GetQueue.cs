using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Hosting;
using Wolverine.Http;

namespace Newsroom.Api.Checking;

/// <summary>GET /fact-checks/queue</summary>
public static class GetQueueEndpoint
{
    /// <summary>Passages that await a check: lapsed ones first, then those waiting longest.</summary>
    [EndpointSummary("Passages that await a check: lapsed ones first, then those waiting longest.")]
    [ProducesResponseType<IReadOnlyList<QueuedPassage>>(StatusCodes.Status200OK)]
    [WolverineGet("/fact-checks/queue")]
    public static async Task<IResult> Get(string? desk, int? limit, IQuerySession session, CancellationToken cancel)
    {
        IQueryable<QueuedPassage> queue = session.Query<QueuedPassage>();
        queue = desk is null ? queue : queue.Where(q => q.Desk == desk);
        return Results.Ok(await queue.OrderByDescending(q => q.Lapsed).ThenBy(q => q.Since).ThenBy(q => q.Id).Take(Paging.Lines(limit)).ToListAsync(cancel));
    }
}
