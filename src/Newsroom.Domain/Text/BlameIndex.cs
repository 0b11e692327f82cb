using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

internal sealed class BlameIndex
{
    private readonly Blame blame;
    private readonly int[] starts;

    public BlameIndex(Blame blame)
    {
        this.blame = blame;
        starts = new int[blame.Spans.Length + 1];
        for (var i = 0; i < blame.Spans.Length; i++)
        {
            starts[i + 1] = starts[i] + blame.Spans[i].Length;
        }
    }

    public Blame Of(TextRange range)
    {
        var spans = ImmutableArray.CreateBuilder<BlameSpan>();
        for (var i = First(blame.Spans.Length, i => starts[i + 1] > range.Start); i < blame.Spans.Length && starts[i] < range.End; i++)
        {
            spans.Add(blame.Spans[i] with { Length = Math.Min(range.End, starts[i + 1]) - Math.Max(range.Start, starts[i]) });
        }

        var seams = ImmutableArray.CreateBuilder<Seam>();
        for (
            var i = First(blame.Seams.Length, i => blame.Seams[i].At >= range.Start);
            i < blame.Seams.Length && blame.Seams[i].At <= range.End;
            i++
        )
        {
            seams.Add(blame.Seams[i] with { At = blame.Seams[i].At - range.Start });
        }

        return new Blame(spans.DrainToImmutable(), seams.DrainToImmutable());
    }

    private static int First(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
