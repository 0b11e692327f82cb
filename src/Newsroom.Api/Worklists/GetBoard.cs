using System.Collections.Immutable;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
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

        var cards = await session.QueryAsync<StoryCard>(Sql(order, caller.Actor), cancellationToken, [.. Values(desk, caller.Actor)]);
        var shown = await cards.WithoutWordsAsync(caller.Actor, session, cancellationToken);
        var columns = shown.ToLookup(card => card.Stage);
        return Results.Ok(new Board(known, [.. Enum.GetValues<Stage>().Select(stage => Column(stage, columns[stage.ToKebabCase()], now))]));
    }

    private static BoardColumn Column(Stage stage, IEnumerable<StoryCard> cards, DateTimeOffset now) =>
        new(stage, [.. cards.Take(MaxCards).Select(card => card.At(now))], cards.Skip(MaxCards).Any());

    // One statement sees one state: a story that moves from one stage to another meanwhile is in one column.
    private static string Sql(string? order, Actor actor)
    {
        var shown = StoryReaders.ReadsAll(actor) ? "" : $" and {CardReader.Shown}";
        var columns = Enum.GetValues<Stage>().Select(stage => Column(stage, OrderOf(stage, order), shown));
        return $"select c.data from ({string.Join(" union all ", columns)}) c order by c.stage, c.place";
    }

    private static string Column(Stage stage, string order, string shown) =>
        $"""
            (select d.data, {(int)stage} as stage, row_number() over (order by {order}) as place from {CardReader.Table} d
            where d.desk = ? and d.stage = '{stage.ToKebabCase()}' and d.under_way{shown} order by {order} limit {MaxCards + 1})
            """;

    private static IEnumerable<object> Values(string desk, Actor actor) =>
        Enum.GetValues<Stage>()
            .SelectMany(_ => StoryReaders.ReadsAll(actor) ? new[] { IndexedKey.Of(desk) } : [IndexedKey.Of(desk), actor.Person]);

    private static string OrderOf(Stage stage, string? order)
    {
        if (order == BoardOrder.Priority.ToKebabCase())
        {
            return "d.rank, d.stage_since, d.id";
        }

        if (order == BoardOrder.Due.ToKebabCase())
        {
            return "d.due, d.id";
        }

        return stage == Stage.Spiked ? "d.stage_since desc, d.id desc" : "d.stage_since, d.id";
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
