using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>A run of words of one author and version, in the same passages from end to end.</summary>
/// <param name="Range">Its range.</param>
/// <param name="Words">The words.</param>
/// <param name="Author">The author.</param>
/// <param name="Version">The version that inserted it.</param>
/// <param name="Movers">The people who moved or restored it.</param>
/// <param name="Passages">The quotes and claims whose words or attribution contain it.</param>
public sealed record BlamedSpan(
    TextRange Range,
    string Words,
    string Author,
    long Version,
    ImmutableArray<string> Movers,
    ImmutableArray<string> Passages
)
{
    /// <summary>Gets the co-authors.</summary>
    public ImmutableArray<string> CoAuthors { get; init; } = [];
}

/// <summary>The authors of a text, and the people who removed words.</summary>
/// <param name="Field">The field.</param>
/// <param name="Spans">The spans, in order.</param>
/// <param name="Cuts">The places where words were removed.</param>
public sealed record BlamedText(ArticleField Field, ImmutableArray<BlamedSpan> Spans, ImmutableArray<Seam> Cuts)
{
    /// <summary>Returns the blame of each text that has or had words.</summary>
    public static ImmutableArray<BlamedText> Of(StorySnapshot at) =>
        [.. Enum.GetValues<ArticleField>().Select(field => Of(at, field)).Where(text => !text.Spans.IsEmpty || !text.Cuts.IsEmpty)];

    private static BlamedText Of(StorySnapshot at, ArticleField field)
    {
        var (words, blame) = (at.Text.Article[field], at.Text.BlameOf(field));
        var places = at
            .Story.Passages.Where(p => p.Field == field && !p.IsOrphaned)
            .SelectMany(p => new[] { (p.Id, Range: (TextRange?)p.Range), (p.Id, Range: p.Attribution) })
            .Where(p => p.Range is { IsEmpty: false })
            .Select(p => (p.Id, Range: p.Range!.Value))
            .ToList();
        var ends = places.SelectMany(p => new[] { p.Range.Start, p.Range.End }).Distinct().Order().ToList();
        var spans = ImmutableArray.CreateBuilder<BlamedSpan>();
        var (start, next, covering) = (0, 0, ImmutableArray<string>.Empty);
        foreach (var span in blame.Spans)
        {
            for (var end = start + span.Length; start < end;)
            {
                if (next < ends.Count && ends[next] == start)
                {
                    // Only where a passage begins or ends do other passages cover the words.
                    next++;
                    covering = [.. places.Where(p => p.Range.Start <= start && p.Range.End > start).Select(p => p.Id).Distinct()];
                }

                var range = new TextRange(start, next < ends.Count ? Math.Min(ends[next], end) : end);
                spans.Add(
                    new BlamedSpan(range, range.Of(words), span.Author, span.Version, span.Movers, covering)
                    {
                        CoAuthors = span.CoAuthors ?? [],
                    }
                );
                start = range.End;
            }
        }

        return new BlamedText(field, spans.DrainToImmutable(), blame.Seams);
    }
}
