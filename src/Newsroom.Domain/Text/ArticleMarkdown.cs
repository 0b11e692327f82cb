using Markdig;

namespace Newsroom.Domain.Text;

/// <summary>Renders the body of an article as the rules read it.</summary>
public static class ArticleMarkdown
{
    /// <summary>
    /// Renders CommonMark as HTML, raw HTML included, so the result has to be sanitized; null where the text is nested too deeply or takes
    /// too many steps to parse.
    /// </summary>
    public static string? TryToHtml(string markdown)
    {
        try
        {
            var document = Markdown.Parse(markdown, VisibleText.CommonMark, new MarkdownBudget(MarkdownBudget.MaxSteps));
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
