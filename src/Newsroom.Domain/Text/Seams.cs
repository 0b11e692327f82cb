using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Newsroom.Domain.Text;

/// <summary>Sorts and reduces the seams of a text.</summary>
internal static class Seams
{
    // The maximum number of seams at one place, or of one edit, that are compared pairwise.
    private const int FewSeams = 8;

    /// <summary>Sorts the seams of one edit; those at one place keep their order.</summary>
    public static void SortByPlace(Span<Seam> seams)
    {
        if (seams.Length > FewSeams)
        {
            seams.ToArray().OrderBy(s => s.At).ToArray().CopyTo(seams);
            return;
        }

        for (var i = 1; i < seams.Length; i++)
        {
            var seam = seams[i];
            var to = i;
            for (; to > 0 && seams[to - 1].At > seam.At; to--)
            {
                seams[to] = seams[to - 1];
            }

            seams[to] = seam;
        }
    }

    /// <summary>Returns the seams, keeping only the latest per person and place.</summary>
    public static ImmutableArray<Seam> LatestOfEach(List<Seam> seams)
    {
        var latest = ImmutableArray.CreateBuilder<Seam>(seams.Count);
        for (var (start, end) = (0, 0); start < seams.Count; start = end)
        {
            while (end < seams.Count && seams[end].At == seams[start].At)
            {
                end++;
            }

            AddLatest(latest, CollectionsMarshal.AsSpan(seams)[start..end]);
        }

        return latest.DrainToImmutable();
    }

    private static void AddLatest(ImmutableArray<Seam>.Builder latest, ReadOnlySpan<Seam> atOnePlace)
    {
        if (atOnePlace.Length > FewSeams)
        {
            latest.AddRange(atOnePlace.ToArray().GroupBy(s => s.Author, (_, same) => same.MaxBy(s => s.Version)));
            return;
        }

        var first = latest.Count;
        foreach (var seam in atOnePlace)
        {
            var same = first;
            while (same < latest.Count && latest[same].Author != seam.Author)
            {
                same++;
            }

            if (same == latest.Count)
            {
                latest.Add(seam);
            }
            else if (latest[same].Version < seam.Version)
            {
                latest[same] = seam;
            }
        }
    }
}
