using Newsroom.Client.Stories;

namespace Newsroom.Cli.Rendering;

internal static class StoryTexts
{
    /// <summary>Returns the texts that are not empty, in the order in which they are read.</summary>
    public static IEnumerable<string> InReadingOrder(this ArticleText article)
    {
        var signature = string.Join(" · ", new[] { article.Byline, article.Dateline }.Where(t => t.Length > 0));
        return new[] { article.Headline, article.Standfirst, signature, article.Body }.Where(t => t.Length > 0);
    }

    /// <summary>Returns everything that a check of a passage judges: its words and, of a quote, its speaker and attribution.</summary>
    public static string WithAttribution(this PassageDetails passage)
    {
        if (passage.Speaker is null)
        {
            return passage.Words;
        }

        var attribution = passage.Attribution is { } by ? $", by the words “{by.Words}”" : "";
        return $"{passage.Words}\n{passage.Speaker}{attribution}";
    }
}
