using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Finds who wrote and who removed which words of a merged change, from the versions of the file that were merged.</summary>
public static class ImportingAuthors
{
    /// <summary>Returns the authors of a merged change; null when all of it is by who merged.</summary>
    /// <param name="before">The file on the branch merged into, before the merge; null when it had none.</param>
    /// <param name="versions">The versions merged, each after its parents; the last is the file after the merge.</param>
    /// <param name="merger">Who merged: the author of what no version merged accounts for.</param>
    public static Authorship? Of(string? before, ImmutableArray<FileVersion> versions, string merger)
    {
        var changes = new[] { ArticleField.Headline, ArticleField.Body }
            .Select(field => new MergedChange(
                field,
                Text(field, before),
                [.. versions.Select(v => Text(field, v.Text)!)],
                versions,
                merger
            ))
            .ToList();
        var inserted = changes.SelectMany(c => c.Inserted).ToImmutableArray();
        var removed = changes.SelectMany(c => c.Removed).ToImmutableArray();
        var people = versions
            .Where(v => v.Parents.Length <= 1)
            .SelectMany(v => v.Authors)
            .Concat(inserted.Concat(removed).SelectMany(r => r.By))
            .Distinct()
            .ToImmutableArray();
        return people.IsEmpty || people is [var only] && only == merger
            ? null
            : new Authorship(people) { Inserted = inserted, Removed = removed };
    }

    private static string? Text(ArticleField field, string? file) =>
        file is null || field == ArticleField.Body ? file : ImportedNames.HeadlineOf(file);
}
