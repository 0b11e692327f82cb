using System.Collections.Immutable;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Finds the people who touched the subject of a gate's reason.</summary>
public static class SubjectAuthors
{
    /// <summary>Returns the people who touched the subject of any of the reasons, which one waiver covers.</summary>
    public static ImmutableSortedSet<string> Of(Story story, StoryText text, IEnumerable<GateReason> reasons) =>
        reasons.Aggregate(
            ImmutableSortedSet.Create<string>(StringComparer.Ordinal),
            (people, reason) => people.Union(Of(story, text, reason))
        );

    /// <summary>
    /// Returns the people who touched the subject. For a passage: its words or attribution; for quoted words: these; for a note or the
    /// whole article: any of the article.
    /// </summary>
    public static ImmutableSortedSet<string> Of(Story story, StoryText text, GateReason reason)
    {
        if (story.PassageOf(reason.Subject) is { } subject)
        {
            return text.InvolvedIn(subject);
        }

        if (reason is not { Subject: not ApprovalGates.Article, Field: { } field, Range: { } range })
        {
            return text.InvolvedIn(story).Union(story.Authors);
        }

        var touched = text.BlameOf(field).Touched(range);
        return reason.Passage is { } id && story.PassageOf(id) is { } passage ? touched.Union(text.InvolvedIn(passage)) : touched;
    }
}
