using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Finds who inserted and who removed the words of a merged change, from the versions of the file that were merged.</summary>
public static class ImportingAuthors
{
    /// <summary>Returns the authors of a merged change; null where all of it belongs to the merger.</summary>
    /// <param name="before">The file on the target branch before the merge; null where it did not exist.</param>
    /// <param name="versions">The merged versions, parents first; the last is the file after the merge.</param>
    /// <param name="merger">The author of everything that no merged version accounts for.</param>
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
