using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Newsroom.Domain.Text;

/// <summary>Renders the body of an article as the rules read it.</summary>
public static class ArticleMarkdown
{
    /// <summary>
    /// Renders CommonMark as HTML, raw HTML included, so the result has to be sanitized; null where the text is nested too deeply or takes
    /// too many steps to parse.
    /// </summary>
    /// <param name="markdown">The text.</param>
    /// <param name="hasRawHtml">Whether the result has HTML that the author wrote.</param>
    public static string? TryToHtml(string markdown, out bool hasRawHtml)
    {
        hasRawHtml = false;
        try
        {
            var document = Markdown.Parse(markdown, VisibleText.CommonMark, new MarkdownBudget(MarkdownBudget.MaxSteps));
            hasRawHtml =
                markdown.Contains('<', StringComparison.Ordinal) && document.Descendants().Any(node => node is HtmlBlock or HtmlInline);
            return document.ToHtml(VisibleText.CommonMark);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (MarkdownTooComplexException)
        {
            return null;
        }
    }
}
