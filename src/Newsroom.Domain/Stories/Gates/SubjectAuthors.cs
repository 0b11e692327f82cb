using System.Collections.Immutable;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Finds the people who touched the subject of a gate's reason.</summary>
public static class SubjectAuthors
{
    /// <summary>
    /// Returns who touched or attributed a passage, touched quoted words, or wrote any of the article for a note or the whole article.
    /// </summary>
    public static ImmutableSortedSet<string> Of(Story story, StoryText text, GateReason reason) =>
        story.PassageOf(reason.Subject) is { } passage ? text.InvolvedIn(passage)
        : reason is { Subject: not ApprovalGates.Article, Field: { } field, Range: { } range }
            ? text.BlameOf(field)
                .Touched(range)
                .Union(reason.Passage is { } having && story.PassageOf(having) is { } found ? text.InvolvedIn(found) : [])
        : text.InvolvedIn(story).Union(story.Authors);
}
