using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Newsroom.Client.Worklists;

namespace Newsroom.Console.Pages;

/// <summary>What a board shows.</summary>
/// <param name="Assignee">The id of the assignee. <c>nobody</c> selects stories without an assignee; null selects all.</param>
/// <param name="Blocker">A gate that fails; <c>none</c> for stories without one, null for all.</param>
/// <param name="Order">The order of the columns; null for the longest in the stage first.</param>
/// <param name="Act">The story whose card shows forms; null for none.</param>
public sealed record BoardFilter(string? Assignee, string? Blocker, string? Order, Guid? Act = null)
{
    /// <summary>Selects stories without an assignee.</summary>
    public const string Nobody = "nobody";

    /// <summary>Selects stories without a gate that fails.</summary>
    public const string None = "none";

    private const string ActParameter = "act";

    /// <summary>Reads the filter of an address.</summary>
    internal static BoardFilter Of(IQueryCollection query) =>
        new(
            Value(query, "assignee"),
            Value(query, "blocker"),
            Value(query, "order"),
            Guid.TryParse(query[ActParameter], out var story) ? story : null
        );

    /// <summary>Returns the id of a card in the page.</summary>
    public static string IdOf(Guid story) => $"card-{story}";

    /// <summary>Returns whether a card is shown.</summary>
    public bool Shows(StoryCard card) =>
        (Assignee is null || Assignee == (card.Assignee ?? Nobody))
        && (Blocker is null || (Blocker == None ? card.Blockers.Count == 0 : card.Blockers.Any(b => b.Gate == Blocker)));

    /// <summary>Returns the address of the board with this filter.</summary>
    /// <param name="board">The address of the board.</param>
    /// <param name="further">Further parameters.</param>
    internal string Address(string board, params IEnumerable<KeyValuePair<string, string?>> further) =>
        QueryHelpers.AddQueryString(
            board,
            [
                .. new Dictionary<string, string?>
                {
                    ["assignee"] = Assignee,
                    ["blocker"] = Blocker,
                    ["order"] = Order,
                    [ActParameter] = Act?.ToString(),
                }.Where(parameter => parameter.Value is not null),
                .. further,
            ]
        );

    private static string? Value(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
}
