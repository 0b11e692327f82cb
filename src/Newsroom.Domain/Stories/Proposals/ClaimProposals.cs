using System.Collections.Immutable;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Proposals;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories.Proposals;

/// <summary>A sentence proposed to be flagged as a claim.</summary>
/// <param name="Field">The field.</param>
/// <param name="Range">The range of the sentence.</param>
/// <param name="Words">Its words.</param>
/// <param name="Score">The sum of the weights of its features; higher is more worth checking.</param>
/// <param name="Reasons">The features that speak for it, the heaviest first.</param>
public sealed record ClaimProposal(ArticleField Field, TextRange Range, string Words, double Score, ImmutableArray<ClaimFeature> Reasons);

/// <summary>Proposes sentences to be flagged as claims: neither claims already, nor with quoted speech.</summary>
public static class ClaimProposals
{
    private static readonly ImmutableHashSet<ClaimFeature> Against =
    [
        .. ClaimWeights.All.Where(weight => weight.Weight < 0).Select(weight => weight.Feature),
    ];

    /// <summary>Ranks the sentences with a score above zero, the most worth checking first.</summary>
    /// <param name="story">The story.</param>
    /// <param name="text">Its words.</param>
    /// <param name="limit">The number of proposals.</param>
    public static ImmutableArray<ClaimProposal> Of(Story story, StoryText text, int limit) =>
        [
            .. Enum.GetValues<ArticleField>()
                .SelectMany(field => In(field, story, text.Article[field]))
                .OrderByDescending(proposal => proposal.Score)
                .Take(limit),
        ];

    private static IEnumerable<ClaimProposal> In(ArticleField field, Story story, string text)
    {
        var read = VisibleText.Of(field, text);
        TextRange[] taken =
        [
            .. story
                .Passages.Where(p => p.Kind == PassageKind.Claim && p.Field == field && !p.IsOrphaned)
                .Select(p => read.Read(p.Range))
                .Concat(QuotationFinder.Find(read.Text, story.Language).Where(SpeakerFinder.IsSpeech).Select(q => q.Range))
                .OrderBy(range => range.Start),
        ];
        var next = 0;
        foreach (var ranked in ClaimFinder.Rank(read.Text, story.Language).OrderBy(r => r.Sentence.Start))
        {
            while (next < taken.Length && taken[next].End <= ranked.Sentence.Start)
            {
                next++;
            }

            var isTaken = next < taken.Length && taken[next].Overlaps(ranked.Sentence);
            if (!isTaken && ranked.Score > 0)
            {
                var range = read.Source(ranked.Sentence.Start, ranked.Sentence.Length);
                yield return new ClaimProposal(
                    field,
                    range,
                    range.Of(text),
                    Math.Round(ranked.Score, 1),
                    [.. ranked.Features.Where(feature => !Against.Contains(feature))]
                );
            }
        }
    }
}
