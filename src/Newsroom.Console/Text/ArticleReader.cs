using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Newsroom.Client.Stories;
using static Newsroom.Console.Text.ArticleNode;

namespace Newsroom.Console.Text;

/// <summary>
/// Reads the Markdown of a body. Raw HTML is text, comments are left out, and images are their descriptions, because the console loads
/// nothing from elsewhere.
/// </summary>
internal static class ArticleReader
{
    private const int LevelsAbove = 1;

    private const int LastLevel = 6;

    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    private static readonly string[] Schemes = ["http", "https", "mailto"];

    /// <summary>Reads a text of an article: headline, standfirst or body.</summary>
    public static IReadOnlyList<ArticleNode> Read(ArticleText article, string field) =>
        field switch
        {
            "headline" => ReadPlain(article.Headline),
            "standfirst" => ReadPlain(article.Standfirst),
            _ => ReadBody(article.Body),
        };

    /// <summary>Reads a body.</summary>
    public static IReadOnlyList<ArticleNode> ReadBody(string markdown) => Blocks(Markdown.Parse(markdown, CommonMark), markdown);

    /// <summary>Reads a text without markup, such as a headline.</summary>
    public static IReadOnlyList<ArticleNode> ReadPlain(string text) => [new Words(text, 0, text.Length)];

    private static List<ArticleNode> Blocks(ContainerBlock container, string source) =>
        [.. container.Select(block => BlockOf(block, source)).OfType<ArticleNode>()];

    private static Element? BlockOf(Block block, string source) =>
        block switch
        {
            HeadingBlock heading => new Element($"h{Math.Min(heading.Level + LevelsAbove, LastLevel)}", Inlines(heading.Inline, source)),
            ParagraphBlock paragraph => new Element("p", Inlines(paragraph.Inline, source)),
            QuoteBlock quote => new Element("blockquote", Blocks(quote, source)),
            ListBlock list => new Element(list.IsOrdered ? "ol" : "ul", Blocks(list, source)),
            ListItemBlock item => new Element("li", Blocks(item, source)),
            ThematicBreakBlock => new Element("hr", []),
            HtmlBlock { Type: HtmlBlockType.Comment } => null,
            LeafBlock { Lines.Count: > 0 } leaf => new Element("pre", [SourceOf(leaf, source)]),
            ContainerBlock other => new Element("div", Blocks(other, source)),
            _ => null,
        };

    // The lines of a block of code lack their indentation, so only the whole block has a place.
    private static Words SourceOf(LeafBlock leaf, string source) => Placed(leaf.Lines.ToString(), leaf.Span, source);

    private static List<ArticleNode> Inlines(ContainerInline? container, string source)
    {
        var nodes = new List<ArticleNode>();
        foreach (var inline in container ?? Enumerable.Empty<Inline>())
        {
            if (InlineOf(inline, source) is { } node)
            {
                nodes.Add(node);
            }
        }

        return nodes;
    }

    private static ArticleNode? InlineOf(Inline inline, string source) =>
        inline switch
        {
            LiteralInline literal => Literal(literal),
            CodeInline code => new Element("code", [Placed(code.Content, code.Span, source)]),
            HtmlEntityInline entity => Placed(entity.Transcoded.ToString(), entity.Span, source),
            LineBreakInline { IsHard: true } => new Element("br", []),
            LineBreakInline line => Placed(" ", line.Span, source),
            HtmlInline html => html.Tag.StartsWith("<!--", StringComparison.Ordinal) ? null : Placed(html.Tag, html.Span, source),
            AutolinkInline link => Link(link.IsEmail ? $"mailto:{link.Url}" : link.Url, [Placed(link.Url, link.Span, source)]),
            LinkInline { IsImage: true } image => new Element("em", Inlines(image, source)),
            LinkInline link => Link(link.GetDynamicUrl?.Invoke() ?? link.Url, Inlines(link, source)),
            EmphasisInline emphasis => new Element(emphasis.DelimiterCount == 2 ? "strong" : "em", Inlines(emphasis, source)),
            ContainerInline other => new Element("span", Inlines(other, source)),
            _ => null,
        };

    // The span of an escaped character begins at its backslash.
    private static Words Literal(LiteralInline literal)
    {
        var text = literal.Content.ToString();
        return new Words(text, literal.Span.End + 1 - text.Length, literal.Span.End + 1);
    }

    private static Words Placed(string text, SourceSpan span, string source) =>
        new(text, Math.Clamp(span.Start, 0, source.Length), Math.Clamp(span.End + 1, 0, source.Length));

    private static Element Link(string? address, List<ArticleNode> content) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme)
            ? new Element("a", content, uri.AbsoluteUri)
            : new Element("span", content);
}
