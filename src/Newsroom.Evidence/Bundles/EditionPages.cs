using System.Collections.Immutable;
using System.Text;
using Newsroom.Domain.Text;
using Newsroom.Evidence.Replay;

namespace Newsroom.Evidence.Bundles;

/// <summary>
/// Writes the pages of a story's editions. The page is part of bundle format 2: the headline behind <c># </c>, standfirst, byline, dateline
/// and body, those that are not empty, with a blank line between them and a line feed at the end, in UTF-8. Another page is another format.
/// </summary>
public static class EditionPages
{
    /// <summary>Lists the pages of all editions by the names of their files.</summary>
    /// <exception cref="FormatException">Two editions have one number.</exception>
    public static ImmutableSortedDictionary<string, byte[]> Of(StoryReplay story)
    {
        var pages = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        foreach (var edition in story.Editions)
        {
            if (!pages.TryAdd($"editions/{edition.Number}.md", Encoding.UTF8.GetBytes(Page(edition.Article))))
            {
                throw new FormatException($"There are two editions {edition.Number}.");
            }
        }

        return pages.ToImmutable();
    }

    private static string Page(Article article)
    {
        string[] parts = [$"# {article.Headline}", article.Standfirst, article.Byline, article.Dateline, article.Body];
        return string.Join("\n\n", parts.Where(p => p.Length > 0)) + "\n";
    }
}
