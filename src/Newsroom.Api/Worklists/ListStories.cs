using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Policies;
using Newsroom.Api.Stories.Queries;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Worklists;

/// <summary>GET /stories</summary>
public static class ListStoriesEndpoint
{
    /// <summary>Stories by their words and other members, or the one of a slug.</summary>
    [EndpointSummary(
        "List stories by words, desk, stage, people, speaker, readiness, priority and times, or the one of a slug. Latest changed come "
            + "first, or unfinished ones by priority or due time (order). With words (q): stories with the words in headline or standfirst "
            + "first, then latest drafted; match says what was found, and a page may have fewer items than the next one. With since (a "
            + "time): the stories changed since, in the order of the record, for synchronisation; next is always given, and limit counts "
            + "events."
    )]
    [ProducesResponseType<Page<StoryCard>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        [AsParameters] StoryListParameters parameters,
        string? after,
        int? limit,
        HttpContext http,
        CallingActor caller,
        IQuerySession session,
        StoryReader stories,
        StorySync sync,
        StorySearch search,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (parameters.Since is { } since)
        {
            return parameters == new StoryListParameters { Since = since }
                ? await sync.PageAsync(http, session, since, after, Paging.Lines(limit))
                : Filtered.ToProblem();
        }

        var now = clock.GetUtcNow();
        if (parameters.Slug is { } slug)
        {
            return await BySlugAsync(slug, stories, session, caller.Actor, now, cancellationToken);
        }

        var (filter, refusal) = await StoryFilter.ReadAsync(parameters, caller, session, cancellationToken);
        if (filter is null)
        {
            return refusal!.ToProblem();
        }

        var query = SearchQuery.Of(parameters.Q);
        return query switch
        {
            { IsTooLong: true } => TooLong.ToProblem(),
            { IsEmpty: true } => Paging.All<StoryCard>([]),
            not null when parameters.Order is null => await search.PageAsync(http, session, query, filter, after, Paging.Lines(limit)),
            _ => await ListAsync(http, session, caller.Actor, filter, await ConditionAsync(), after, Paging.Lines(limit), now),
        };

        async Task<(string Sql, object[] Values)?> ConditionAsync() =>
            query is null ? null : await search.ConditionAsync(query, cancellationToken);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http,
        IQuerySession session,
        Actor actor,
        StoryFilter filter,
        (string Sql, object[] Values)? words,
        string? after,
        int lines,
        DateTimeOffset now
    )
    {
        // A card without words is in the lists of a desk and stage only: others would show what the story is about.
        IQueryable<StoryCard> stored = session.Query<StoryCard>();
        stored = filter.IsPlain ? stored.ShownTo(actor) : stored.ReadableBy(actor, "d.id");
        var cards = filter.Select(stored, now);
        if (words is var (sql, values))
        {
            cards = cards.Where(c => c.MatchesSql(sql, values));
        }

        var cancellationToken = http.RequestAborted;
        return await cards.PageAsync(filter.Parameters.Order, after, http, lines, now, WithoutWordsAsync, cancellationToken);

        Task<IReadOnlyList<StoryCard>> WithoutWordsAsync(IReadOnlyList<StoryCard> page) =>
            page.WithoutWordsAsync(actor, session, cancellationToken);
    }

    // A story that leaves a filter would not be listed, so its last copy would stay.
    private static Refusal Filtered { get; } =
        new(RefusalKind.Malformed, "synchronisation-filtered", "With since every changed story is listed. Omit the filters.");

    private static Refusal TooLong { get; } =
        new(
            RefusalKind.Malformed,
            "search-too-long",
            $"A search has at most {SearchQuery.MaxWords} words (pairs of characters in scripts without spaces) and "
                + $"{SearchQuery.MaxAlternatives} alternatives. Omit words that many stories have."
        );

    /// <summary>A slug is one story's, and is found from the moment it is taken: the cards may be a moment behind.</summary>
    private static async Task<IResult> BySlugAsync(
        string slug,
        StoryReader stories,
        IQuerySession session,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var story = await session.Query<Story>().FirstOrDefaultAsync(s => s.Slug == slug, cancellationToken);
        var found = story is null ? null : await stories.WithPolicyAsync(session, story.Id, cancellationToken);
        return Paging.All<StoryCard>(
            found is var (at, policy) && StoryReaders.MayRead(at.Story, actor) ? [StoryCard.Of(at.Story, at.Text, policy).At(now)] : []
        );
    }
}
