using System.Collections.Immutable;
using System.Text;
using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Bundles;

/// <summary>
/// Writes the pages of a story's editions. The page is part of bundle format 2: the headline behind <c># </c>, standfirst, byline, dateline
/// and body, those that are not empty, with a blank line between them and a line feed at the end, in UTF-8. Another page is another format.
/// </summary>
public static class EditionPages
{
    /// <summary>Lists the pages of all editions by the names of their files.</summary>
    public static ImmutableSortedDictionary<string, byte[]> Of(StoryReplay story) => story.Editions.ToImmutableSortedDictionary(
        edition => FileOf(edition.Number), edition => Encoding.UTF8.GetBytes(Page(edition.Article)), StringComparer.Ordinal);

    private static string FileOf(int edition) => $"editions/{edition}.md";

    private static string Page(Article article)
    {
        string[] parts = [$"# {article.Headline}", article.Standfirst, article.Byline, article.Dateline, article.Body];
        return string.Join("\n\n", parts.Where(p => p.Length > 0)) + "\n";
    }
}
