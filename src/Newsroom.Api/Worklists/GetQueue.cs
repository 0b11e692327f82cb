using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Worklists;

/// <summary>GET /fact-checks/queue</summary>
public static class GetQueueEndpoint
{
    /// <summary>Passages that await a check: lapsed ones first, then those waiting longest.</summary>
    [EndpointSummary(
        "List the passages that await a check, with their earlier checks. Lapsed ones come first, then those waiting longest; order "
            + "selects priority or due time of the story instead. awaitedFrom names the only fact-checker who can give it, where they "
            + "found the words wrong, "
            + "disputed or unverifiable."
    )]
    [ProducesResponseType<Page<QueueEntry>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        string? desk,
        [OneOf<QueueOrder>] string? order,
        string? after,
        int? limit,
        HttpContext http,
        IQuerySession session,
        CallingActor caller,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (order is not null && order != QueueOrder.Lapsed.ToKebabCase())
        {
            return await PlannedQueue.PageAsync(
                session,
                caller.Actor,
                IndexedKey.Of(desk),
                order,
                after,
                http,
                Paging.Lines(limit),
                clock,
                cancellationToken
            );
        }

        var now = clock.GetUtcNow();
        if (QueuePlace.Read(after, out var place) is { } malformed)
        {
            return malformed.ToProblem();
        }

        // Each half is in an index in its order.
        var (lines, key, batch) = (Paging.Lines(limit), IndexedKey.Of(desk), session.CreateBatchQuery());
        var lapsed = place is { Lapsed: false } ? null : WaitingAsync(lapsed: true, place);
        var others = WaitingAsync(lapsed: false, place is { Lapsed: false } ? place : null);
        await batch.Execute(cancellationToken);
        List<QueuedPassage> read = [.. lapsed is null ? [] : await lapsed, .. await others];
        return await QueuePage.AnswerAsync(
            http,
            session,
            read.ConvertAll(q => q.At(now)),
            lines,
            q => new QueuePlace(q.Lapsed, q.Since, q.Id),
            cancellationToken
        );

        Task<IReadOnlyList<QueuedPassage>> WaitingAsync(bool lapsed, QueuePlace? seen)
        {
            var waiting = key is null
                ? batch.Query<QueuedPassage>().Where(q => q.Lapsed == lapsed)
                : batch.Query<QueuedPassage>().Where(q => q.Desk == key && q.Lapsed == lapsed);
            waiting = waiting.ReadableBy(caller.Actor, ReadableStories.StoryOfDocument);
            waiting = seen is null ? waiting : waiting.Where(q => q.MatchesSql("(d.since, d.id) > (?, ?)", seen.Since, seen.Id));
            return waiting.OrderBy(q => q.Since).ThenBy(q => q.Id).Take(lines + 1).ToList();
        }
    }
}
