using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;

namespace Newsroom.Api.Worklists;

/// <summary>GET /fact-checks/queue</summary>
public static class GetQueueEndpoint
{
    /// <summary>Passages that await a check: lapsed ones first, then those waiting longest.</summary>
    [EndpointSummary(
        "Passages that await a check: lapsed ones first, then those waiting longest. awaitedFrom names the only fact-checker who can "
            + "give it, where they found the words wrong, disputed or unverifiable."
    )]
    [ProducesResponseType<IReadOnlyList<QueuedPassage>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(string? desk, int? limit, IQuerySession session, CancellationToken cancellationToken)
    {
        // Each half is in an index in its order.
        var (lines, key, batch) = (Paging.Lines(limit), IndexedKey.Of(desk), session.CreateBatchQuery());
        var (lapsed, others) = (WaitingAsync(lapsed: true), WaitingAsync(lapsed: false));
        await batch.Execute(cancellationToken);
        return Results.Ok((await lapsed).Concat(await others).Take(lines));

        Task<IReadOnlyList<QueuedPassage>> WaitingAsync(bool lapsed) =>
            (
                key is null
                    ? batch.Query<QueuedPassage>().Where(q => q.Lapsed == lapsed)
                    : batch.Query<QueuedPassage>().Where(q => q.Desk == key && q.Lapsed == lapsed)
            )
                .OrderBy(q => q.Since)
                .ThenBy(q => q.Id)
                .Take(lines)
                .ToList();
    }
}
