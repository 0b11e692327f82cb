using System.Runtime.CompilerServices;

namespace Newsroom.Domain.Text;

/// <summary>
/// Texts read lately. One command reads the same words half a dozen times, the views that follow it read them again, and the next command begins with
/// them: reading Markdown was a third of all that a revision allocated. What is kept can be wrong in nothing: a text says how it is read.
/// A short text is kept until another takes its place: 2 million characters at most, of two to some 20 bytes. A long one is kept as long
/// as a string with its characters lives, which is as long as the request: applying edits makes the same text again as another string.
/// </summary>
internal static class VisibleTextCache
{
    private const int Short = 4 * 1024;
    private const int Longest = 32 * 1024;

    private static readonly Kept?[] ShortOnes = new Kept?[256];
    private static readonly Kept?[] LongOnes = new Kept?[32];
    private static readonly ConditionalWeakTable<string, VisibleText> LongestOnes = [];
    private static readonly WeakReference<string>?[] LatestLongest = new WeakReference<string>?[8];
    private static int longestRead;

    // Texts beyond the budget, which only an earlier build stored: each takes seconds to read, so these are kept for further requests.
    private static readonly Kept?[] CostlyOnes = new Kept?[4];
    private static int costlyRead;

    /// <summary>A text as it is read, from what is kept or by reading it.</summary>
    public static VisibleText Of(string source, Func<string, VisibleText> read)
    {
        if (source.Length > Longest)
        {
            return OfLongest(source, read);
        }

        var recent = source.Length <= Short ? ShortOnes : LongOnes;
        ref var place = ref recent[(uint)source.GetHashCode() % recent.Length];
        if (Volatile.Read(ref place) is { } kept && kept.Source == source)
        {
            return kept.Text;
        }

        var text = read(source);
        Volatile.Write(ref place, new Kept(source, text));
        return text;
    }

    private static VisibleText OfLongest(string source, Func<string, VisibleText> read)
    {
        if (LongestOnes.TryGetValue(source, out var known))
        {
            return known;
        }

        var text = LongestOnes.GetValue(source, _ => OfEqual(source) ?? OfCostly(source) ?? read(source));
        if (text.Steps > MarkdownBudget.Most && OfCostly(source) is null)
        {
            Volatile.Write(ref CostlyOnes[(uint)Interlocked.Increment(ref costlyRead) % CostlyOnes.Length], new Kept(source, text));
        }

        var place = (uint)Interlocked.Increment(ref longestRead) % LatestLongest.Length;
        Volatile.Write(ref LatestLongest[place], new WeakReference<string>(source));
        return text;
    }

    private static VisibleText? OfCostly(string source)
    {
        for (var i = 0; i < CostlyOnes.Length; i++)
        {
            if (Volatile.Read(ref CostlyOnes[i]) is { } kept && kept.Source == source)
            {
                return kept.Text;
            }
        }

        return null;
    }

    /// <summary>A long text as it was read from another string with the same characters; null where none is left.</summary>
    private static VisibleText? OfEqual(string source)
    {
        for (var i = 0; i < LatestLongest.Length; i++)
        {
            var other = Volatile.Read(ref LatestLongest[i]);
            if (other is not null && other.TryGetTarget(out var same) && same == source && LongestOnes.TryGetValue(same, out var text))
            {
                return text;
            }
        }

        return null;
    }

    private sealed record Kept(string Source, VisibleText Text);
}
