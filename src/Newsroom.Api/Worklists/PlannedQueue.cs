using Marten;
using Marten.Linq.MatchesSql;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Worklists;

/// <summary>Reads the queue by priority or due time of the stories. Each is the order of an index.</summary>
internal static class PlannedQueue
{
    /// <summary>Reads a page; refuses a cursor of another order.</summary>
    public static async Task<IResult> PageAsync(
        IQuerySession session,
        Actor actor,
        string? desk,
        string order,
        string? after,
        HttpContext http,
        int lines,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (PlannedPlace.Read(after, out var seen) is { } malformed)
        {
            return malformed.ToProblem();
        }

        IQueryable<QueuedPassage> waiting = session.Query<QueuedPassage>().ReadableBy(actor, ReadableStories.StoryOfDocument);
        waiting = desk is null ? waiting : waiting.Where(q => q.Desk == desk);
        var isDue = order == QueueOrder.Due.ToKebabCase();
        var ordered = isDue ? ByDue(waiting, seen) : ByPriority(waiting, seen);
        var page = await ordered.Take(lines + 1).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await QueuePage.AnswerAsync(
            http,
            session,
            [.. page.Select(q => q.At(now))],
            lines,
            q => isDue ? new PlannedPlace(0, q.Due!.Value, q.Id) : new PlannedPlace(q.Rank, q.Since, q.Id),
            cancellationToken
        );
    }

    private static IQueryable<QueuedPassage> ByDue(IQueryable<QueuedPassage> waiting, PlannedPlace? seen)
    {
        waiting = waiting.Where(q => q.MatchesSql("d.due is not null"));
        waiting = seen is null ? waiting : waiting.Where(q => q.MatchesSql("(d.due, d.id) > (?, ?)", seen.At, seen.Id));
        return waiting.OrderBy(q => q.Due).ThenBy(q => q.Id);
    }

    private static IQueryable<QueuedPassage> ByPriority(IQueryable<QueuedPassage> waiting, PlannedPlace? seen)
    {
        waiting = seen is null
            ? waiting
            : waiting.Where(q => q.MatchesSql("(d.rank, d.since, d.id) > (?, ?, ?)", seen.Rank, seen.At, seen.Id));
        return waiting.OrderBy(q => q.Rank).ThenBy(q => q.Since).ThenBy(q => q.Id);
    }
}
