using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Worklists;
using Newsroom.Console.Security;

namespace Newsroom.Console.Pages;

/// <summary>Shows the board of a desk.</summary>
internal static class BoardPage
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/desks/{desk}", ShowAsync);

    private static async Task<IResult> ShowAsync(string desk, HttpContext http, ApiAccess api, TimeProvider clock)
    {
        var filter = BoardFilter.Of(http.Request.Query);
        var visit = Visit.LoadAsync(api.Client, http, clock);
        var names = PersonNames.LoadAsync(api.Client, http.RequestAborted);
        var board = (await api.Client.Worklists.GetBoardAsync(desk, filter.Order, http.RequestAborted)).Value;
        return Views.Of<BoardView>(
            StatusCodes.Status200OK,
            (nameof(BoardView.Visit), await visit),
            (nameof(BoardView.Names), await names),
            (nameof(BoardView.Board), board),
            (nameof(BoardView.Filter), filter)
        );
    }
}

/// <summary>What a board shows.</summary>
/// <param name="Assignee">The id of the assignee. <c>nobody</c> selects stories without an assignee; null selects all.</param>
/// <param name="Blocker">A gate that fails; <c>none</c> for stories without one, null for all.</param>
/// <param name="Order">The order of the columns; null for the longest in the stage first.</param>
public sealed record BoardFilter(string? Assignee, string? Blocker, string? Order)
{
    /// <summary>Selects stories without an assignee.</summary>
    public const string Nobody = "nobody";

    /// <summary>Selects stories without a gate that fails.</summary>
    public const string None = "none";

    /// <summary>Reads the filter of an address.</summary>
    internal static BoardFilter Of(IQueryCollection query) => new(Value(query, "assignee"), Value(query, "blocker"), Value(query, "order"));

    /// <summary>Returns whether a card is shown.</summary>
    public bool Shows(StoryCard card) =>
        (Assignee is null || Assignee == (card.Assignee ?? Nobody))
        && (Blocker is null || (Blocker == None ? card.Blockers.Count == 0 : card.Blockers.Any(b => b.Gate == Blocker)));

    private static string? Value(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
}
