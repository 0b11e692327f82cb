using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>The runs of a version in order, searchable by offset.</summary>
internal sealed class MergedRuns
{
    private readonly List<MergedRun> runs;
    private readonly int[] ends;

    public MergedRuns(List<MergedRun> runs)
    {
        (this.runs, ends) = (runs, new int[runs.Count]);
        var end = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            ends[i] = end += runs[i].Length;
        }
    }

    /// <summary>Returns the runs of a range, cut to it, with their ranges.</summary>
    public IEnumerable<(TextRange Place, MergedRun Run)> Over(int from, int until)
    {
        var found = Array.BinarySearch(ends, from + 1);
        for (var i = found < 0 ? ~found : found; i < runs.Count; i++)
        {
            var (run, start) = (runs[i], ends[i] - runs[i].Length);
            var place = new TextRange(Math.Max(start, from), Math.Min(ends[i], until));
            if (start >= until)
            {
                yield break;
            }

            if (!place.IsEmpty)
            {
                yield return (place, run with { Length = place.Length, At = run.At + place.Start - start });
            }
        }
    }
}
