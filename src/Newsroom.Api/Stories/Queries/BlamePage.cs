using System.Collections.Immutable;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Queries;

/// <summary>A page of the blame of a story's texts.</summary>
/// <param name="Texts">The spans of the page, with the cuts among them. A cut between two pages is on the first of them.</param>
/// <param name="Last">The position of the last span if more follow; null otherwise.</param>
internal sealed record BlamePage(ImmutableArray<BlamedText> Texts, TextPlace? Last)
{
    /// <summary>The maximum number of spans on a page, and the default: few stories have more.</summary>
    public const int MaxSpans = 1000;

    /// <summary>Returns the page after a position; the first page where it is null.</summary>
    public static BlamePage Of(ImmutableArray<BlamedText> texts, TextPlace? after, int limit)
    {
        var page = ImmutableArray.CreateBuilder<BlamedText>();
        TextPlace? last = null;
        foreach (var text in texts.Where(t => after is null || t.Field >= after.Field))
        {
            var seen = after?.Field == text.Field ? text.Spans.Count(s => s.Range.Start <= after.Start) : 0;
            if (seen > 0 && seen == text.Spans.Length)
            {
                continue;
            }

            if (limit == 0)
            {
                return new BlamePage(page.DrainToImmutable(), last);
            }

            var part = Part(text, seen, Math.Min(text.Spans.Length, seen + limit));
            page.Add(part);
            limit -= part.Spans.Length;
            last = part.Spans is [.., var span] ? new TextPlace(text.Field, span.Range.Start) : last;
            if (seen + part.Spans.Length < text.Spans.Length)
            {
                return new BlamePage(page.DrainToImmutable(), last);
            }
        }

        return new BlamePage(page.DrainToImmutable(), Last: null);
    }

    private static BlamedText Part(BlamedText text, int from, int to)
    {
        var after = from == 0 ? -1 : text.Spans[from].Range.Start;
        var until = to == text.Spans.Length ? int.MaxValue : text.Spans[to - 1].Range.End;
        return text with { Spans = text.Spans[from..to], Cuts = [.. text.Cuts.Where(c => c.At > after && c.At <= until)] };
    }
}
