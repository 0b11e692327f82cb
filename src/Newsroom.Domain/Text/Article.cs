namespace Newsroom.Domain.Text;

/// <summary>Represents a story's text at one version, verbatim: not normalised, line ends kept.</summary>
/// <param name="Headline">Plain text.</param>
/// <param name="Standfirst">Plain text; may be empty.</param>
/// <param name="Body">Markdown without raw HTML.</param>
/// <param name="Byline">The byline shown to readers.</param>
/// <param name="Dateline">The dateline shown to readers.</param>
public sealed record Article(string Headline, string Standfirst, string Body, string Byline, string Dateline)
{
    /// <summary>Gets the text of a field.</summary>
    public string this[ArticleField field] =>
        field switch
        {
            ArticleField.Headline => Headline,
            ArticleField.Standfirst => Standfirst,
            _ => Body,
        };
}
