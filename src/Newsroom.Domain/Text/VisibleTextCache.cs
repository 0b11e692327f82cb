using System.Runtime.CompilerServices;

namespace Newsroom.Domain.Text;

/// <summary>
/// Caches parsed texts. One command reads the same text about six times, and projections and the next command read it again; parsing was a
/// third of a revision's allocations. Entries are never stale, because they depend on the text only. Short texts are kept until replaced,
/// up to 2 million characters in total (2 to about 20 bytes each). Long texts live as long as an equal string, that is, as long as the
/// request.
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

    // Texts over the budget, stored by earlier builds only, take seconds to parse, so they are kept across requests.
    private static readonly Kept?[] CostlyOnes = new Kept?[4];
    private static int costlyRead;

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
        if (text.Steps > MarkdownBudget.MaxSteps && OfCostly(source) is null)
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

    /// <summary>Returns a long text parsed from an equal string; null if none is alive.</summary>
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
