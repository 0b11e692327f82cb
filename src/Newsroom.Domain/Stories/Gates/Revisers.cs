using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>States who can revise a story: editors, and while it is drafted also its authors and assignee as reporters.</summary>
internal static class Revisers
{
    /// <summary>Returns the ways to change the words.</summary>
    public static ImmutableArray<GateWay> Ways(Story story)
    {
        var revise = GateWay.By<StoryCommand.ReviseArticle>();
        var editors = revise with { Roles = [Role.Editor] };
        return story.Stage == Stage.Drafting ? [revise with { Roles = [Role.Reporter], OnlyBy = OnTheStory(story) }, editors] : [editors];
    }

    /// <summary>Lists the people who act on the story as reporters: its authors and its assignee.</summary>
    public static ImmutableArray<string> OnTheStory(Story story) =>
        story.Assignee is { } assignee && !story.IsAuthor(assignee) ? story.Authors.Add(assignee) : story.Authors;

    /// <summary>Names the revisers at the beginning of a sentence.</summary>
    public static string Named(Story story) =>
        (story.Stage, story.Assignee) switch
        {
            (Stage.InReview, _) => "An editor",
            (_, null) => "An author or an editor",
            _ => "An author, the assignee or an editor",
        };

    /// <summary>Names the revisers within a sentence.</summary>
    public static string NamedWithin(Story story) => $"a{Named(story)[1..]}";
}
