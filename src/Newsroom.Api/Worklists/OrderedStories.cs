using Marten;
using Marten.Linq.MatchesSql;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Worklists;

/// <summary>Reads pages of stories in one of their orders. Each is the order of an index.</summary>
internal static class OrderedStories
{
    /// <summary>Reads a page; refuses a cursor of another order.</summary>
    public static async Task<IResult> PageAsync(
        this IQueryable<StoryCard> cards,
        string? order,
        string? after,
        HttpContext http,
        int lines,
        DateTimeOffset now,
        Func<IReadOnlyList<StoryCard>, Task<IReadOnlyList<StoryCard>>> show,
        CancellationToken cancellationToken
    )
    {
        var isDue = order == StoryOrder.Due.ToKebabCase();
        if (!isDue && order != StoryOrder.Priority.ToKebabCase())
        {
            return await ByChangeAsync(cards, after, http, lines, now, show, cancellationToken);
        }

        if (RankedKeyset.Read(after, out var seen) is { } malformed)
        {
            return malformed.ToProblem();
        }

        var underWay = cards.Where(c => c.UnderWay);
        var ordered = isDue ? ByDue(underWay, seen) : ByPriority(underWay, seen);
        var page = await show(await ordered.Take(lines + 1).ToListAsync(cancellationToken));
        return Paging.Page(
            http,
            page,
            lines,
            c => isDue ? new RankedKeyset(0, c.Due!.Value, c.Id) : new RankedKeyset(c.Rank, c.StageSince, c.Id),
            c => c.At(now)
        );
    }

    private static async Task<IResult> ByChangeAsync(
        IQueryable<StoryCard> cards,
        string? after,
        HttpContext http,
        int lines,
        DateTimeOffset now,
        Func<IReadOnlyList<StoryCard>, Task<IReadOnlyList<StoryCard>>> show,
        CancellationToken cancellationToken
    )
    {
        if (Keyset.Read(after, out var seen) is { } malformed)
        {
            return malformed.ToProblem();
        }

        cards = seen is null ? cards : cards.Where(c => c.ChangedAt < seen.At || (c.ChangedAt == seen.At && c.Id.CompareTo(seen.Id) < 0));
        var page = await show(
            await cards.OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Id).Take(lines + 1).ToListAsync(cancellationToken)
        );
        return Paging.Page(http, page, lines, c => new Keyset(c.ChangedAt, c.Id), c => c.At(now));
    }

    private static IQueryable<StoryCard> ByDue(IQueryable<StoryCard> cards, RankedKeyset? seen)
    {
        cards = cards.Where(c => c.MatchesSql("d.due is not null"));
        cards = seen is null ? cards : cards.Where(c => c.MatchesSql("(d.due, d.id) > (?, ?)", seen.At, seen.Id));
        return cards.OrderBy(c => c.Due).ThenBy(c => c.Id);
    }

    private static IQueryable<StoryCard> ByPriority(IQueryable<StoryCard> cards, RankedKeyset? seen)
    {
        cards = seen is null
            ? cards
            : cards.Where(c => c.MatchesSql("(d.rank, d.stage_since, d.id) > (?, ?, ?)", seen.Rank, seen.At, seen.Id));
        return cards.OrderBy(c => c.Rank).ThenBy(c => c.StageSince).ThenBy(c => c.Id);
    }
}
