using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>
/// States who may read a story. Everyone may read one that is not confidential. A confidential one is read by editors, legal and
/// chief-editors, and by its people: drafter, authors, assignee, everyone who acted on it, and those admitted by name. The story as it is
/// now decides, for its past too.
/// </summary>
public static class StoryReaders
{
    /// <summary>The roles that read every story.</summary>
    public static ImmutableArray<Role> Roles { get; } = [Role.Editor, Role.Legal, Role.ChiefEditor];

    /// <summary>Returns whether a person may read a story.</summary>
    public static bool MayRead(Story story, Actor actor) => ReadsAll(actor) || IsOneOf(story, actor.Person);

    /// <summary>Returns whether a person may act on a story in a role: one that reads every story, or as one of its people.</summary>
    public static bool MayActAs(Story story, string person, Role role) => Roles.Contains(role) || IsOneOf(story, person);

    /// <summary>Returns whether a person may read every story.</summary>
    public static bool ReadsAll(Actor actor) => Roles.Any(actor.Is);

    /// <summary>Lists the people of a confidential story.</summary>
    public static ImmutableArray<string> PeopleOf(Story story) =>
        story.Confidential is { } confidential
            ? [.. story.Authors.Append(story.Assignee).OfType<string>().Union(confidential.Acted).Union(confidential.Readers)]
            : [];

    /// <summary>Returns the refusal of a person who may not read a story: that of a story that does not exist.</summary>
    public static Refusal Unknown(Guid story) => Refusal.NotFound("unknown-story", $"There is no story {story}.");

    /// <summary>Returns the refusal of a person who may know that a confidential story exists.</summary>
    public static Refusal Confidential(Guid story) =>
        Refusal.Forbidden(
            "story-confidential",
            $"The story {story} is confidential. Editors, legal, chief-editors and its people read it. One of them can admit you with "
                + "mark-confidential."
        );

    private static bool IsOneOf(Story story, string person) =>
        story.Confidential is not { } confidential
        || story.IsAuthor(person)
        || story.Assignee == person
        || confidential.Readers.Contains(person)
        || confidential.Acted.Contains(person);
}
