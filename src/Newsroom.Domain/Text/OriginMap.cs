namespace Newsroom.Domain.Text;

/// <summary>
/// Maps each character of a text to its source offset. Offsets never decrease. Stored as runs of consecutive or equal offsets: a text
/// without markup takes one run.
/// </summary>
internal sealed class OriginMap
{
    private readonly List<Run> runs = [];
    private int count;
    private int last;

    /// <summary>Appends the offset of a character; smaller offsets are raised to the previous one.</summary>
    public void Append(int origin)
    {
        origin = count == 0 ? origin : Math.Max(origin, last);
        if (count == 0 || !Fits(origin))
        {
            runs.Add(new Run(count, origin, Step: origin == last && count > 0 ? 0 : 1));
        }

        last = origin;
        count++;
    }

    /// <summary>Appends consecutive offsets to an empty map.</summary>
    public void AppendRun(int origin, int length)
    {
        if (length > 0)
        {
            runs.Add(new Run(count, origin, Step: 1));
            (last, count) = (origin + length - 1, count + length);
        }
    }

    /// <summary>Releases unused capacity.</summary>
    public void Trim() => runs.TrimExcess();

    public int this[int index]
    {
        get
        {
            var run = runs[RunAt(index)];
            return run.Origin + ((index - run.At) * run.Step);
        }
    }

    /// <summary>Returns the first character from a source offset or later; the number of characters if there is none.</summary>
    public int FirstFrom(int origin)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = LastOf(middle) < origin ? (middle + 1, high) : (low, middle);
        }

        if (low == runs.Count)
        {
            return count;
        }

        var run = runs[low];
        return run.Origin >= origin ? run.At : run.At + origin - run.Origin;
    }

    private bool Fits(int origin)
    {
        var run = runs[^1];
        return origin == run.Origin + ((count - run.At) * run.Step);
    }

    private int LastOf(int run)
    {
        var end = run + 1 < runs.Count ? runs[run + 1].At : count;
        return runs[run].Origin + ((end - 1 - runs[run].At) * runs[run].Step);
    }

    private int RunAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        var (low, high) = (0, runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = runs[middle].At <= index ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private readonly record struct Run(int At, int Origin, int Step);
}
