using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>A range of a text and the people who wrote it, or removed it, together.</summary>
/// <param name="Field">The text.</param>
/// <param name="Range">Where, in UTF-16 code units.</param>
/// <param name="By">The author, and then their co-authors.</param>
public sealed record AuthoredRange(ArticleField Field, TextRange Range, ImmutableArray<string> By);

/// <summary>The authors of an imported change that several people made: a merge, or a commit with co-authors.</summary>
/// <param name="People">Everyone who wrote some of it, in the order in which they began.</param>
public sealed record Authorship(ImmutableArray<string> People)
{
    /// <summary>Gets who wrote which range of the text after the change, in order; null when all did all of it together.</summary>
    public ImmutableArray<AuthoredRange>? Inserted { get; init; }

    /// <summary>Gets who removed which range of the text before the change, in order; null when all did all of it together.</summary>
    public ImmutableArray<AuthoredRange>? Removed { get; init; }

    /// <summary>Returns the authors of one text; what no range names is by <paramref name="author"/>.</summary>
    public ChangeAuthors In(ArticleField field, string author) =>
        new(
            Inserted is null && Removed is null ? People : [author],
            [.. (Inserted ?? []).Where(r => r.Field == field)],
            [.. (Removed ?? []).Where(r => r.Field == field)]
        );
}

/// <summary>The authors of each place of a change of one text.</summary>
/// <param name="otherwise">The authors of what no range names.</param>
/// <param name="inserted">Who wrote which range of the text after the change, in order and without overlaps.</param>
/// <param name="removed">Who removed which range of the text before the change.</param>
public sealed class ChangeAuthors(
    ImmutableArray<string> otherwise,
    ImmutableArray<AuthoredRange> inserted,
    ImmutableArray<AuthoredRange> removed
)
{
    /// <summary>A change by one person.</summary>
    public ChangeAuthors(string author)
        : this([author], [], []) { }

    /// <summary>Returns the authors of a range of the text after the change, piece by piece.</summary>
    public IEnumerable<(int Length, ImmutableArray<string> By)> Inserted(int from, int until)
    {
        for (var index = FirstAfter(inserted, from); index < inserted.Length && inserted[index].Range.Start < until; index++)
        {
            var (start, end) = (Math.Max(inserted[index].Range.Start, from), Math.Min(inserted[index].Range.End, until));
            if (start > from)
            {
                yield return (start - from, otherwise);
            }

            if (end > start)
            {
                yield return (end - start, inserted[index].By);
            }

            from = Math.Max(end, from);
        }

        if (until > from)
        {
            yield return (until - from, otherwise);
        }
    }

    /// <summary>Returns everyone who removed some of a range of the text before the change.</summary>
    public ImmutableSortedSet<string> Removed(int from, int until)
    {
        var people = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        for (var index = FirstAfter(removed, from); index < removed.Length && removed[index].Range.Start < until; index++)
        {
            if (removed[index].Range.Start > from)
            {
                people.UnionWith(otherwise);
            }

            people.UnionWith(removed[index].By);
            from = Math.Max(from, removed[index].Range.End);
        }

        if (until > from)
        {
            people.UnionWith(otherwise);
        }

        return people.ToImmutable();
    }

    /// <summary>The first of the ranges that ends behind an offset.</summary>
    private static int FirstAfter(ImmutableArray<AuthoredRange> ranges, int offset)
    {
        var (low, high) = (0, ranges.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ranges[middle].Range.End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
