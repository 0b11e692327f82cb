using System.Collections.Immutable;
using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Stories;

/// <summary>Ranges of a text with their authors, in order and without overlaps: the first author named for a place stays.</summary>
internal sealed class KnownAuthors
{
    private readonly List<(TextRange Range, ImmutableArray<string> By)> known = [];

    /// <summary>Names the authors of what is not known yet of a range.</summary>
    public void Add(TextRange range, ImmutableArray<string> by)
    {
        var (index, at) = (FirstAfter(range.Start), range.Start);
        while (at < range.End)
        {
            var next = index < known.Count ? known[index].Range : new TextRange(range.End, range.End);
            if (at < next.Start)
            {
                known.Insert(index++, (new TextRange(at, Math.Min(next.Start, range.End)), by));
            }

            (at, index) = (Math.Max(at, next.End), index + 1);
        }
    }

    /// <summary>Returns what is known of a range, cut to it.</summary>
    public IEnumerable<(TextRange Range, ImmutableArray<string> By)> In(TextRange range)
    {
        for (var index = FirstAfter(range.Start); index < known.Count && known[index].Range.Start < range.End; index++)
        {
            var (place, by) = known[index];
            yield return (new TextRange(Math.Max(place.Start, range.Start), Math.Min(place.End, range.End)), by);
        }
    }

    private int FirstAfter(int offset)
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
