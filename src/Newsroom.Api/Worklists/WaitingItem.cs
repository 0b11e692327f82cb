using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Work;

namespace Newsroom.Api.Worklists;

/// <summary>
/// Work of a story that waits for everyone in a role, or for one person in a role. It is stored once for each, so that the work of a
/// person is read in the order of an index.
/// </summary>
/// <param name="Id">Derived from the other members that identify it.</param>
/// <param name="Story">The story.</param>
/// <param name="Key">For whom it waits, see <see cref="KeyOf"/>.</param>
/// <param name="Rank">The position of the story's priority, see <see cref="RankOf"/>.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Kind">The kind.</param>
/// <param name="As">The role.</param>
/// <param name="Command">The command.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Reason">Why it waits.</param>
/// <param name="Body">The known members of the command's body, as JSON.</param>
/// <param name="Words">The words of the subject.</param>
/// <param name="Count">The number of such subjects.</param>
/// <param name="From">The instant before which it does not wait.</param>
public sealed record WaitingItem(
    Guid Id,
    Guid Story,
    string Key,
    int Rank,
    DateTimeOffset Since,
    WorkKind Kind,
    Role As,
    string Command,
    string Subject,
    string Reason,
    string Body,
    string? Words,
    int Count,
    DateTimeOffset? From
)
{
    /// <summary>The story's desk, as in an index; null in a document of an earlier build.</summary>
    public string? Desk { get; init; }

    /// <summary>People in the role for whom it does not wait, each between line breaks; null when there are none.</summary>
    public string? NotBy { get; init; }

    /// <summary>Returns the key of a role, or of one person in a role.</summary>
    public static string KeyOf(Role role, string? person = null) =>
        person is null ? role.ToKebabCase() : $"{role.ToKebabCase()} {IndexedKey.Of(person)}";

    /// <summary>Returns the position of a priority: urgent is 0.</summary>
    public static int RankOf(Priority? priority) => Priority.Urgent - (priority ?? Priority.Normal);

    /// <summary>
    /// Returns the work that waits in a story. That of a confidential one is stored as of any other: a read of work leaves out the stories
    /// that a person may not act on in a role, so that a row for each of its people is not needed.
    /// </summary>
    public static IEnumerable<WaitingItem> Of(Story story, StoryText text, ImmutableArray<GateResult> gates) =>
        from work in StoryWork.Of(story with { Confidential = null }, text, gates)
        from way in work.Ways
        from person in PeopleOf(way)
        select Of(story, work, way, person);

    /// <summary>Lists the people of a way; null for everyone in the role.</summary>
    private static IEnumerable<string?> PeopleOf(GateWay way) =>
        way.OnlyBy.IsEmpty ? [null] : way.OnlyBy.Where(ImportedNames.CanActHere).Cast<string?>();

    private static WaitingItem Of(Story story, WaitingWork work, GateWay way, string? person)
    {
        var key = KeyOf(way.Roles[0], person);
        var body = work.Body.ToJsonString();
        return new WaitingItem(
            StreamIds.Of("work", $"{story.Id} {work.Kind.ToKebabCase()} {work.Command} {work.Subject} {body} {key}"),
            story.Id,
            key,
            RankOf(story.Priority),
            work.Since,
            work.Kind,
            way.Roles[0],
            work.Command,
            work.Subject,
            work.Reason,
            body,
            work.Words,
            work.Count,
            work.From
        )
        {
            Desk = IndexedKey.Of(story.Desk),
            NotBy = way.NotBy.IsEmpty ? null : $"\n{string.Join('\n', way.NotBy)}\n",
        };
    }

    /// <summary>Returns the known members of the command's body.</summary>
    public JsonObject Members() => JsonNode.Parse(Body)!.AsObject();
}
