using Microsoft.AspNetCore.Http;
using Newsroom.Client.Worklists;

namespace Newsroom.Console.Checking;

/// <summary>What the page of checks shows.</summary>
/// <param name="Desk">Only passages of this desk; null for all.</param>
/// <param name="Order">The order of the queue; null for lapsed ones first.</param>
/// <param name="Story">The story of the selected passage; null for none.</param>
/// <param name="Passage">The selected passage; null for none.</param>
/// <param name="After">The cursor of the page of the queue; null for the first.</param>
public sealed record CheckingRequest(string? Desk, string? Order, string? Story, string? Passage, string? After)
{
    /// <summary>Returns whether a passage of the queue is the selected one. A story is named by its slug or its id.</summary>
    internal bool IsOf(QueuedPassage queued) => queued.Passage == Passage && (queued.Slug == Story || queued.Story?.ToString() == Story);

    /// <summary>Reads the parameters of an address.</summary>
    internal static CheckingRequest Of(IQueryCollection query) =>
        new(Value(query, "desk"), Value(query, "order"), Value(query, "story"), Value(query, "passage"), Value(query, "after"));

    /// <summary>Returns the address of a passage in the same queue; of the queue without one.</summary>
    /// <param name="page">The address of the page.</param>
    /// <param name="place">The story and the passage.</param>
    /// <param name="done">The command that was carried out before; null for none.</param>
    internal string Address(string page, (string Story, string Passage)? place, string? done = null)
    {
        (string Name, string? Value)[] parameters =
        [
            ("desk", Desk),
            ("order", Order),
            ("after", After),
            ("story", place?.Story),
            ("passage", place?.Passage),
            ("done", done),
        ];
        var given = parameters.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}");
        var query = string.Join('&', given);
        return query.Length == 0 ? page : $"{page}?{query}";
    }

    private static string? Value(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
}
