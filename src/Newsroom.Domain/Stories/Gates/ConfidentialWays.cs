using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Restricts the ways of a confidential story to the people who may act on it.</summary>
internal static class ConfidentialWays
{
    /// <summary>Restricts ways to the people who may act on the story.</summary>
    public static ImmutableArray<GateWay> Restrict(Story story, ImmutableArray<GateWay> ways) =>
        story.Confidential is null ? ways : [.. ways.SelectMany(way => Restrict(way, StoryReaders.PeopleOf(story)))];

    /// <summary>
    /// Restricts the ways of a reason to the people who may act on the story. Where others could have taken one, admitting them is a way.
    /// </summary>
    public static GateReason Restrict(Story story, GateReason reason)
    {
        if (story.Confidential is null)
        {
            return reason;
        }

        var ways = Restrict(story, reason.Ways);
        return reason.Ways.Any(way => way.OnlyBy.IsEmpty && way.Roles.Any(role => !StoryReaders.Roles.Contains(role)))
            ? reason with
            {
                Message = $"{reason.Message} The story is confidential: other people have to be admitted with mark-confidential.",
                Ways = ways.AddRange(Admission(story)),
            }
            : reason with
            {
                Ways = ways,
            };
    }

    private static ImmutableArray<GateWay> Admission(Story story)
    {
        var mark = GateWay.By<StoryCommand.MarkConfidential>();
        return story.Confidential!.Role == Role.Legal
            ? [mark with { Roles = [Role.Legal] }]
            : [mark with { Roles = [Role.Reporter], OnlyBy = Revisers.OnTheStory(story) }, mark with { Roles = StoryReaders.Roles }];
    }

    private static IEnumerable<GateWay> Restrict(GateWay way, ImmutableArray<string> people)
    {
        var (open, others) = (
            way.Roles.RemoveAll(role => !StoryReaders.Roles.Contains(role)),
            way.Roles.RemoveAll(StoryReaders.Roles.Contains)
        );
        if (!open.IsEmpty)
        {
            yield return way with
            {
                Roles = open,
            };
        }

        var only = (way.OnlyBy.IsEmpty ? people : way.OnlyBy.RemoveAll(person => !people.Contains(person))).RemoveRange(way.NotBy);
        if (!others.IsEmpty && !only.IsEmpty)
        {
            yield return way with
            {
                Roles = others,
                OnlyBy = only,
                NotBy = [],
            };
        }
    }
}
