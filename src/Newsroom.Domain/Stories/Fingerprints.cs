using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>What exactly is judged when a passage is checked or an article approved.</summary>
public static class Fingerprints
{
    /// <summary>Of the whole article, as readers read it.</summary>
    public static Fingerprint Of(Article article) => Of(article, VisibleText.OfMarkdown(article.Body));

    /// <summary>
    /// Returns whether a recorded fingerprint is of this article, read as today or as it was when comments in HTML counted as words.
    /// </summary>
    public static bool Holds(Fingerprint recorded, Article article) =>
        recorded == Of(article) || recorded == Of(article, VisibleText.OfMarkdownWithHtml(article.Body));

    /// <summary>
    /// Returns whether a recorded fingerprint is of this passage, read as today or as it was when comments in HTML counted as words.
    /// </summary>
    public static bool Holds(Fingerprint recorded, Passage passage, string text) =>
        recorded == Of(passage, VisibleText.Of(passage.Field, text))
        || (passage.Field == ArticleField.Body && recorded == Of(passage, VisibleText.OfMarkdownWithHtml(text)));

    private static Fingerprint Of(Article article, VisibleText body) =>
        Fingerprint.Of("article", article.Headline, article.Standfirst, body.Text, article.Byline, article.Dateline);

    /// <summary>Of a quote: its words, who says them, and the words that say so.</summary>
    public static Fingerprint OfQuote(VisibleText text, TextRange words, string speaker, TextRange? attribution) =>
        Fingerprint.Of("quote", text.Words(words), speaker, attribution is { } a ? text.Words(a) : "");

    /// <summary>Of a claim: its words.</summary>
    public static Fingerprint OfClaim(VisibleText text, TextRange words) => Fingerprint.Of("claim", text.Words(words));

    /// <summary>Of a passage at its place in the text.</summary>
    public static Fingerprint Of(Passage passage, VisibleText text) =>
        passage.Kind == PassageKind.Quote
            ? OfQuote(text, passage.Range, passage.Speaker!, passage.Attribution)
            : OfClaim(text, passage.Range);
}
