using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>Answers many queries about one blame, each in time proportional to its range.</summary>
internal sealed class BlameLookup
{
    private readonly Blame blame;
    private readonly int[] starts;

    public BlameLookup(Blame blame)
    {
        this.blame = blame;
        starts = new int[blame.Spans.Length];
        var at = 0;
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = at;
            at += blame.Spans[i].Length;
        }
    }

    /// <summary>Lists who wrote or moved words of a range, or removed words in it or at its ends.</summary>
    public ImmutableSortedSet<string> Touched(TextRange range)
    {
        var people = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        if (!range.IsEmpty)
        {
            for (var i = FirstSpan(range.Start); i < starts.Length && starts[i] < range.End; i++)
            {
                people.UnionWith(blame.Spans[i].People);
            }
        }

        for (var i = FirstSeam(range.Start); i < blame.Seams.Length && blame.Seams[i].At <= range.End; i++)
        {
            people.Add(blame.Seams[i].Author);
        }

        return people.ToImmutable();
    }

    private int FirstSpan(int at)
    {
        var found = Array.BinarySearch(starts, at);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }

    private int FirstSeam(int at)
    {
        var (low, high) = (0, blame.Seams.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = blame.Seams[middle].At < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
