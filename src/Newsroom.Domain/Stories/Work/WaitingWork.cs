using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories.Work;

/// <summary>Work that waits in a story, and the people for whom it waits.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Command">The command that settles it, or is the next step.</param>
/// <param name="Subject">The passage, note, hold or field; <c>article</c> or <c>story</c>.</param>
/// <param name="Reason">Why it waits: the code of a gate's reason, <c>note</c>, <c>assigned</c>, <c>draft</c>, <c>sent-back</c>,
/// <c>ready</c>, <c>fact-checked</c>, or why a scheduled publication failed.</param>
/// <param name="Ways">Who can send the command; at most one for each role.</param>
/// <param name="Since">Since when it waits.</param>
public sealed record WaitingWork(
    WorkKind Kind,
    string Command,
    string Subject,
    string Reason,
    ImmutableArray<GateWay> Ways,
    DateTimeOffset Since
)
{
    /// <summary>Gets the members of the command's body that are known.</summary>
    public JsonObject Body { get; init; } = [];

    /// <summary>Gets the words of the subject; null where it has none.</summary>
    public string? Words { get; init; }

    /// <summary>Gets the number of such subjects in the story; the first is named.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Gets the instant before which the command is refused; null where it is accepted now.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Returns the first role in which the command waits for a person; null where it does not.</summary>
    public Role? RoleOf(Actor actor) =>
        actor.RolesThatDoNotCombine() is null
            ? Ways.Where(way => actor.Is(way.Roles[0]) && way.Names(actor.Person, way.Roles[0]))
                .Select(way => (Role?)way.Roles[0])
                .FirstOrDefault()
            : null;
}
