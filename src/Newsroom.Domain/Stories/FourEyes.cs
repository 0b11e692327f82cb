using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Who has had their hands on what: nobody judges their own words.</summary>
public static class FourEyes
{
    /// <summary>Everyone who wrote, changed, carried or cut words of a passage, wherever these have stood; of a quote, also who attributed it.</summary>
    public static ImmutableSortedSet<string> InvolvedIn(this StoryText text, Passage passage) =>
        text.Touched(passage).Union(passage.CarriedFrom).Union(passage.Kind == PassageKind.Quote ? passage.MarkedBy : []);

    /// <summary>Everyone who touched any of the article's words, and who drafted it.</summary>
    public static ImmutableSortedSet<string> InvolvedIn(this StoryText text, Story story) =>
        Enum.GetValues<ArticleField>()
            .Aggregate(
                ImmutableSortedSet.Create(StringComparer.Ordinal, story.Drafter),
                (people, field) => people.Union(text.BlameOf(field).Touched(new TextRange(0, text.Article[field].Length)))
            );
}
