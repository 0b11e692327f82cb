using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories.Work;

/// <summary>The words of an article that a person's approval would cover.</summary>
/// <param name="IsAll">Whether the article would be covered with it.</param>
/// <param name="Ranges">The words that no approval covers yet and this one would; at most <see cref="MaxRanges"/>.</param>
/// <param name="Own">The words that it would leave, because its giver and all approvers touched them; as many at most.</param>
public sealed record ApprovalCoverage(bool IsAll, ImmutableArray<CoveredWords> Ranges, ImmutableArray<CoveredWords> Own)
{
    /// <summary>The maximum number of ranges listed.</summary>
    public const int MaxRanges = 20;

    /// <summary>Returns what an approval would cover.</summary>
    /// <param name="story">The story.</param>
    /// <param name="text">Its texts.</param>
    /// <param name="person">The person.</param>
    /// <param name="isLegal">Whether it clears the article, so that only approvals as legal count.</param>
    public static ApprovalCoverage Of(Story story, StoryText text, string person, bool isLegal)
    {
        var others = story
            .Approvals.Where(a => a.Standing && a.By != story.Drafter && a.By != person && (!isLegal || a.As == Role.Legal))
            .Select(a => a.By)
            .Distinct()
            .ToList();
        var open = OpenIn(text, others);
        var left = OpenIn(text, [.. others, person]);
        var covered = open.SelectMany(words => words.Without([.. left.Where(l => l.Field == words.Field).Select(l => l.Range)]));
        return new ApprovalCoverage(left.Count == 0, Listed(text, covered), Listed(text, left));
    }

    private static List<CoveredWords> OpenIn(StoryText text, List<string> people) =>
        [
            .. from field in Enum.GetValues<ArticleField>()
            from range in people.Count == 0 ? [new TextRange(0, text.Article[field].Length)] : text.BlameOf(field).NotCoveredBy(people)
            where !string.IsNullOrWhiteSpace(range.Of(text.Article[field]))
            select new CoveredWords(field, range, ""),
        ];

    private static ImmutableArray<CoveredWords> Listed(StoryText text, IEnumerable<CoveredWords> all) =>
        [
            .. all.Select(words => words with { Words = GateSentences.Cut(words.Range.Of(text.Article[words.Field])) })
                .Where(words => !string.IsNullOrWhiteSpace(words.Words))
                .Take(MaxRanges),
        ];
}

/// <summary>Words of an article.</summary>
/// <param name="Field">The field.</param>
/// <param name="Range">Their range.</param>
/// <param name="Words">Their beginning.</param>
public sealed record CoveredWords(ArticleField Field, TextRange Range, string Words)
{
    /// <summary>Returns the parts outside some ranges, which are in order.</summary>
    internal IEnumerable<CoveredWords> Without(IReadOnlyList<TextRange> ranges)
    {
        var at = Range.Start;
        foreach (var range in ranges.Where(range => range.Start < Range.End && range.End > Range.Start))
        {
            if (range.Start > at)
            {
                yield return this with
                {
                    Range = new TextRange(at, range.Start),
                };
            }

            at = Math.Max(at, range.End);
        }

        if (at < Range.End)
        {
            yield return this with
            {
                Range = new TextRange(at, Range.End),
            };
        }
    }
}
