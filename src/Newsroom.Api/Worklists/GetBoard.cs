using System.Collections.Immutable;
using Marten;
using Marten.Services.BatchQuerying;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Policies;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Worklists;

/// <summary>GET /desks/{desk}/board</summary>
public static class GetBoardEndpoint
{
    private const int MaxCards = 100;

    /// <summary>
    /// Lists the stories of a desk that are under way, by stage, longest in the stage first, with their blockers. A story is left out
    /// while its words are live and it is not in review, has no open note, no hold, no failed schedule and no verdict to publish, and
    /// when it is retracted or killed and has no open note.
    /// </summary>
    [EndpointSummary(
        "List a desk's stories that are under way, by stage, longest in the stage first, with their blockers. Stories at rest are left "
            + "out: live ones that are not in review and have no open note, no hold, no failed schedule and no verdict to publish, and "
            + "retracted or killed ones without an open note."
    )]
    [ProducesResponseType<Board>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        string desk,
        [OneOf<BoardOrder>] string? order,
        IQuerySession session,
        CallingActor caller,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        if (await session.LoadAsync<Desk>(desk, cancellationToken) is not { } known)
        {
            return Refusal.NotFound("unknown-desk", $"There is no desk \"{desk}\".").ToProblem();
        }

        var batch = session.CreateBatchQuery();
        var columns = Enum.GetValues<Stage>().Select(stage => (Stage: stage, Loading: ColumnAsync(stage))).ToList();
        await batch.Execute(cancellationToken);
        var loaded = new List<BoardColumn>();
        foreach (var (stage, loading) in columns)
        {
            var cards = await (await loading).WithoutWordsAsync(caller.Actor, session, cancellationToken);
            loaded.Add(new BoardColumn(stage, [.. cards.Take(MaxCards).Select(c => c.At(now))], cards.Count > MaxCards));
        }

        return Results.Ok(new Board(known, [.. loaded]));

        Task<IReadOnlyList<StoryCard>> ColumnAsync(Stage stage)
        {
            var (name, key) = (stage.ToKebabCase(), IndexedKey.Of(desk));
            var cards = batch.Query<StoryCard>().Where(c => c.Desk == key && c.Stage == name && c.UnderWay).ShownTo(caller.Actor);
            return Ordered(cards, stage, order).Take(MaxCards + 1).ToList();
        }
    }

    private static IBatchedQueryable<StoryCard> Ordered(IBatchedQueryable<StoryCard> cards, Stage stage, string? order)
    {
        if (order == BoardOrder.Priority.ToKebabCase())
        {
            return cards.OrderBy(c => c.Rank).ThenBy(c => c.StageSince).ThenBy(c => c.Id);
        }

        if (order == BoardOrder.Due.ToKebabCase())
        {
            return cards.OrderBy(c => c.Due).ThenBy(c => c.Id);
        }

        return stage == Stage.Spiked
            ? cards.OrderByDescending(c => c.StageSince).ThenByDescending(c => c.Id)
            : cards.OrderBy(c => c.StageSince).ThenBy(c => c.Id);
    }
}

/// <summary>A desk's stories.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Columns">One column a stage.</param>
public sealed record Board(Desk Desk, ImmutableArray<BoardColumn> Columns);

/// <summary>The stories in one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Stories">Longest in the stage first, spiked ones latest first; at most 100.</param>
/// <param name="More">Whether there are more: <c>/stories</c> with desk and stage lists all.</param>
public sealed record BoardColumn(Stage Stage, ImmutableArray<StoryCard> Stories, bool More);
