using System.Collections.Immutable;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Finds who had a hand in what a gate fails for.</summary>
public static class SubjectAuthors
{
    /// <summary>
    /// Returns, of a passage, who touched or attributed it; of quoted words, who touched them; of a note or the whole article, who wrote
    /// any of the article.
    /// </summary>
    public static ImmutableSortedSet<string> Of(Story story, StoryText text, GateReason reason) =>
        story.PassageOf(reason.Subject) is { } passage ? text.InvolvedIn(passage)
        : reason is { Subject: not ApprovalGates.Article, Field: { } field, Range: { } range }
            ? text.BlameOf(field)
                .Touched(range)
                .Union(reason.Passage is { } having && story.PassageOf(having) is { } found ? text.InvolvedIn(found) : [])
        : text.InvolvedIn(story).Union(story.Authors);
}
