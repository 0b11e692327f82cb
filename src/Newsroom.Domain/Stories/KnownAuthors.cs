using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Assigns authors to ranges of a text, in order and without overlaps; the first author of a place is kept.</summary>
internal sealed class KnownAuthors
{
    private readonly List<(TextRange Range, ImmutableArray<string> By)> named = [];
    private List<(TextRange Range, ImmutableArray<string> By)>? known;

    /// <summary>Adds the authors of the parts of a range that have none.</summary>
    public void Add(TextRange range, ImmutableArray<string> by)
    {
        if (!range.IsEmpty)
        {
            named.Add((range, by));
            known = null;
        }
    }

    /// <summary>Returns the authors within a range, cut to it.</summary>
    public IEnumerable<(TextRange Range, ImmutableArray<string> By)> In(TextRange range)
    {
        known ??= Parted();
        for (var index = FirstAfter(known, range.Start); index < known.Count && known[index].Range.Start < range.End; index++)
        {
            var (place, by) = known[index];
            yield return (new TextRange(Math.Max(place.Start, range.Start), Math.Min(place.End, range.End)), by);
        }
    }

    /// <summary>Splits overlapping ranges, and keeps the first author of each part.</summary>
    private List<(TextRange Range, ImmutableArray<string> By)> Parted()
    {
        var places = named.SelectMany(n => new[] { n.Range.Start, n.Range.End }).Distinct().Order().ToList();
        var byStart = named.Index().OrderBy(n => n.Item.Range.Start).ToList();
        var (open, next, parted) = (new PriorityQueue<int, int>(), 0, new List<(TextRange Range, ImmutableArray<string> By)>());
        var last = -1;
        for (var i = 0; i + 1 < places.Count; i++)
        {
            for (; next < byStart.Count && byStart[next].Item.Range.Start <= places[i]; next++)
            {
                open.Enqueue(byStart[next].Index, byStart[next].Index);
            }

            while (open.Count > 0 && named[open.Peek()].Range.End <= places[i])
            {
                open.Dequeue();
            }

            if (open.Count == 0)
            {
                last = -1;
            }
            else if (open.Peek() == last)
            {
                parted[^1] = (parted[^1].Range with { End = places[i + 1] }, parted[^1].By);
            }
            else
            {
                last = open.Peek();
                parted.Add((new TextRange(places[i], places[i + 1]), named[last].By));
            }
        }

        return parted;
    }

    private static int FirstAfter(List<(TextRange Range, ImmutableArray<string> By)> known, int offset)
    {
        var (low, high) = (0, known.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = known[middle].Range.End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
