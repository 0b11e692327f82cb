using System.Collections.Immutable;
using System.Text;
using Newsroom.Domain.Text;
using Newsroom.Evidence.Replay;

namespace Newsroom.Evidence.Bundles;

/// <summary>
/// Writes the pages of a story's editions. Part of bundle format 2, so a change needs a new format: headline after <c># </c>, standfirst,
/// byline, dateline and body, without empty ones, separated by blank lines, with a line feed at the end, UTF-8.
/// </summary>
public static class EditionPages
{
    /// <summary>Writes the pages of all editions, by file name.</summary>
    /// <exception cref="FormatException">Two editions have the same number.</exception>
    public static ImmutableSortedDictionary<string, byte[]> Of(StoryReplay story)
    {
        var pages = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        foreach (var edition in story.Editions)
        {
            if (!pages.TryAdd($"editions/{edition.Number}.md", Encoding.UTF8.GetBytes(Page(edition.Article))))
            {
                throw new FormatException($"Two editions have the number {edition.Number}.");
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
