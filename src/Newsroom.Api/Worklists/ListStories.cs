using Marten;
using Marten.Linq.MatchesSql;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
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
    /// <summary>Stories by their words, desk, stage, assignee, speaker, priority and due time, or the one of a slug.</summary>
    [EndpointSummary(
        "List stories by words, desk, stage, assignee, speaker, priority and due time, or the one of a slug. Latest changed come first, "
            + "or unfinished ones by priority or due time (order). With since (a time): the stories changed since, in the order of the "
            + "record, for synchronisation; next is always given, and limit counts events."
    )]
    [ProducesResponseType<Page<StoryCard>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        string? q,
        string? slug,
        string? desk,
        [OneOf<Stage>] string? stage,
        string? assignee,
        string? speaker,
        [OneOf<Priority>] string? priority,
        DateTimeOffset? dueBefore,
        [OneOf<StoryOrder>] string? order,
        string? since,
        string? after,
        int? limit,
        HttpContext http,
        CallingActor caller,
        IQuerySession session,
        StoryReader stories,
        StorySync sync,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (since is not null)
        {
            return new[] { q, slug, desk, stage, assignee, speaker, priority, order }.All(filter => filter is null) && dueBefore is null
                ? await sync.PageAsync(http, session, since, after, Paging.Lines(limit))
                : Filtered.ToProblem();
        }

        if (slug is not null)
        {
            return await BySlugAsync(slug, stories, session, caller.Actor, clock.GetUtcNow(), cancellationToken);
        }

        var query = SearchQuery.Of(q);
        if (query is { IsEmpty: true })
        {
            return Paging.All<StoryCard>([]);
        }

        var assigned = assignee is null ? null : caller.PersonOf(assignee);
        // A card without words is in the lists of a desk and stage only: others would show what the story is about.
        var isPlain = order is null && new[] { q, assignee, speaker, priority }.All(filter => filter is null) && dueBefore is null;
        IQueryable<StoryCard> stored = session.Query<StoryCard>();
        stored = isPlain ? stored.ShownTo(caller.Actor) : stored.ReadableBy(caller.Actor, "d.id");
        var cards = Select(stored, query, desk, stage, assigned, speaker);
        var rank = priority is null ? (int?)null : RankOf(priority);
        cards = rank is null ? cards : cards.Where(c => c.Rank == rank.Value);
        cards = dueBefore is null ? cards : cards.Where(c => c.MatchesSql("d.due < ?", dueBefore.Value));
        var (actor, now) = (caller.Actor, clock.GetUtcNow());
        return await cards.PageAsync(order, after, http, Paging.Lines(limit), now, WithoutWordsAsync, cancellationToken);

        Task<IReadOnlyList<StoryCard>> WithoutWordsAsync(IReadOnlyList<StoryCard> page) =>
            page.WithoutWordsAsync(actor, session, cancellationToken);
    }

    private static int RankOf(string priority) =>
        WaitingItem.RankOf(Enum.GetValues<Priority>().Single(value => value.ToKebabCase() == priority));

    private static IQueryable<StoryCard> Select(
        IQueryable<StoryCard> cards,
        SearchQuery? query,
        string? desk,
        string? stage,
        string? assignee,
        string? speaker
    )
    {
        var (deskKey, person) = (IndexedKey.Of(desk), IndexedKey.Of(assignee));
        cards = query is null ? cards : cards.Where(c => c.MatchesSql(StorySearchTable.Search, query.ToTsQuery()));
        cards = deskKey is null ? cards : cards.Where(c => c.Desk == deskKey);
        cards = stage is null ? cards : cards.Where(c => c.Stage == stage);
        cards = person is null ? cards : cards.Where(c => c.Assignee == person);
        return speaker is null ? cards : cards.Where(c => c.Speakers.Contains(speaker));
    }

    // A story that leaves a filter would not be listed, so its last copy would stay.
    private static Refusal Filtered { get; } =
        new(RefusalKind.Malformed, "synchronisation-filtered", "With since every changed story is listed. Omit the filters.");

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
