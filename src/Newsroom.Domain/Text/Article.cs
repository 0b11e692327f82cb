namespace Newsroom.Domain.Text;

/// <summary>A story's words as they stand at one version, exactly as given: no normalisation, line ends kept.</summary>
/// <param name="Headline">Plain text.</param>
/// <param name="Standfirst">Plain text; empty when there is none.</param>
/// <param name="Body">Markdown without raw HTML.</param>
/// <param name="Byline">Who signs the article, as readers see it.</param>
/// <param name="Dateline">Where and when it was reported from, as readers see it.</param>
public sealed record Article(string Headline, string Standfirst, string Body, string Byline, string Dateline)
{
    /// <summary>The text of one field.</summary>
    public string this[ArticleField field] =>
        field switch
        {
            ArticleField.Headline => Headline,
            ArticleField.Standfirst => Standfirst,
            _ => Body,
        };
}
