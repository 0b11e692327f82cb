using System.Security.Cryptography;
using System.Text;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Computes the fingerprints of passages and articles.</summary>
public static class Fingerprints
{
    /// <summary>Computes the fingerprint of the visible text of an article.</summary>
    public static Fingerprint Of(Article article) => Of(article, VisibleText.OfMarkdown(article.Body));

    /// <summary>Computes the digest of an article exactly as written: SHA-256 in hexadecimal digits.</summary>
    public static string Digest(Article article) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(PartsOf(article).Select(p => $"{p.Length}:{p}")))));

    /// <summary>
    /// Returns whether a recorded fingerprint belongs to an article. Visible text is computed as now, and as when HTML comments counted as
    /// words.
    /// </summary>
    public static bool Holds(Fingerprint recorded, Article article) =>
        recorded == Of(article) || recorded == Of(article, VisibleText.OfMarkdownWithHtml(article.Body));

    /// <summary>
    /// Returns whether a recorded fingerprint belongs to a passage. Visible text is computed as now, and as when HTML comments counted as
    /// words.
    /// </summary>
    public static bool Holds(Fingerprint recorded, Passage passage, string text) =>
        recorded == Of(passage, VisibleText.Of(passage.Field, text))
        || (passage.Field == ArticleField.Body && recorded == Of(passage, VisibleText.OfMarkdownWithHtml(text)));

    private static string[] PartsOf(Article article) =>
        [article.Headline, article.Standfirst, article.Body, article.Byline, article.Dateline];

    private static Fingerprint Of(Article article, VisibleText body) =>
        Fingerprint.Of("article", article.Headline, article.Standfirst, body.Text, article.Byline, article.Dateline);

    /// <summary>Computes the fingerprint of a quote: its words, speaker and attribution.</summary>
    public static Fingerprint OfQuote(VisibleText text, TextRange words, string speaker, TextRange? attribution) =>
        Fingerprint.Of("quote", text.Words(words), speaker, attribution is { } a ? text.Words(a) : "");

    /// <summary>Computes the fingerprint of a claim.</summary>
    public static Fingerprint OfClaim(VisibleText text, TextRange words) => Fingerprint.Of("claim", text.Words(words));

    /// <summary>Computes the fingerprint of a passage at its range.</summary>
    public static Fingerprint Of(Passage passage, VisibleText text) =>
        passage.Kind == PassageKind.Quote
            ? OfQuote(text, passage.Range, passage.Speaker!, passage.Attribution)
            : OfClaim(text, passage.Range);
}
