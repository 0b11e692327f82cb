using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>Attributes a range that was inserted or removed to several people.</summary>
/// <param name="Field">The field that contains the range.</param>
/// <param name="Range">The range in UTF-16 code units.</param>
/// <param name="By">The author, then the co-authors.</param>
public sealed record AuthoredRange(ArticleField Field, TextRange Range, ImmutableArray<string> By);

/// <summary>Names the authors of an imported merge or commit with co-authors.</summary>
/// <param name="People">All authors, in the order of their first contribution.</param>
public sealed record Authorship(ImmutableArray<string> People)
{
    /// <summary>Gets the authors by range of the text after the change; null if all authors share all of it.</summary>
    public ImmutableArray<AuthoredRange>? Inserted { get; init; }

    /// <summary>Gets the authors by range of the text before the change; null if all authors share all of it.</summary>
    public ImmutableArray<AuthoredRange>? Removed { get; init; }

    /// <summary>Returns the authors of one field; other ranges belong to <paramref name="author"/>.</summary>
    public ChangeAuthors In(ArticleField field, string author) =>
        new(
            Inserted is null && Removed is null ? People : [author],
            [.. (Inserted ?? []).Where(r => r.Field == field)],
            [.. (Removed ?? []).Where(r => r.Field == field)]
        );
}

/// <summary>Attributes each place of a change to authors.</summary>
/// <param name="otherwise">The authors of the remaining ranges.</param>
/// <param name="inserted">The authors of ranges of the text after the change, ordered, without overlaps.</param>
/// <param name="removed">The authors of ranges of the text before the change.</param>
public sealed class ChangeAuthors(
    ImmutableArray<string> otherwise,
    ImmutableArray<AuthoredRange> inserted,
    ImmutableArray<AuthoredRange> removed
)
{
    /// <summary>Creates the authors of a change by one person.</summary>
    public ChangeAuthors(string author)
        : this([author], [], []) { }

    /// <summary>Lists the authors of a range of the text after the change.</summary>
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

    /// <summary>Lists who removed part of a range of the text before the change.</summary>
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
