using System.Collections.Immutable;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Hosting;
using Newsroom.Domain;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Stories;
using Wolverine.Http;

namespace Newsroom.Api.Desks;

/// <summary>GET /desks/{desk}/board</summary>
public static class GetBoardEndpoint
{
    /// <summary>A desk's stories by stage, those longest in it first, with what blocks them.</summary>
    [EndpointSummary("A desk's stories by stage, those longest in it first, with what blocks them.")]
    [ProducesResponseType<Board>(StatusCodes.Status200OK)]
    [WolverineGet("/desks/{desk}/board")]
    public static async Task<IResult> Get(string desk, IQuerySession session, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await session.LoadAsync<Desk>(desk, cancel) is not { } known)
        {
            return Refusal.NotFound("unknown-desk", $"There is no desk \"{desk}\".").ToProblem();
        }

        var cards = await session.Query<StoryCard>().Where(c => c.Desk == desk).OrderBy(c => c.StageSince).ToListAsync(cancel);
        return Results.Ok(new Board(
            known,
            [.. Enum.GetValues<Stage>().Select(stage => new BoardColumn(stage, [.. cards.Where(c => c.Stage == stage.InWords()).Select(c => c.At(now))]))]));
    }
}

/// <summary>A desk's stories.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Columns">One per stage.</param>
public sealed record Board(Desk Desk, ImmutableArray<BoardColumn> Columns);

/// <summary>The stories in one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Stories">Those longest in it first.</param>
public sealed record BoardColumn(Stage Stage, ImmutableArray<StoryCard> Stories);
