using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>People who touched a passage or the article, and so cannot judge it.</summary>
public static class FourEyes
{
    /// <summary>Returns everyone who wrote, changed, moved or removed words of a passage, or attributed the quote.</summary>
    public static ImmutableSortedSet<string> InvolvedIn(this StoryText text, Passage passage) =>
        text.Touched(passage).Union(passage.CarriedFrom).Union(passage.Kind == PassageKind.Quote ? passage.MarkedBy : []);

    /// <summary>Returns everyone who touched words of the article, and its drafter.</summary>
    public static ImmutableSortedSet<string> InvolvedIn(this StoryText text, Story story) =>
        Enum.GetValues<ArticleField>()
            .Aggregate(
                ImmutableSortedSet.Create(StringComparer.Ordinal, story.Drafter),
                (people, field) => people.Union(text.BlameOf(field).Touched(new TextRange(0, text.Article[field].Length)))
            );
}
