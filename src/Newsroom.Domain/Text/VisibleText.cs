using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>
/// Represents the text that readers see, with a map to the source. Markdown syntax (emphasis marks, link targets, list, heading and
/// quotation marks) is not visible; plain text is entirely visible.
/// </summary>
public sealed class VisibleText
{
    internal static readonly MarkdownPipeline CommonMark = Pipeline();

    private readonly StringBuilder read;
    private readonly OriginMap origins = new();
    private Dictionary<int, int>? entities;
    private WordSearch? search;

    private readonly List<TextRange> comments = [];
    private readonly bool readsHtmlAsText;

    private VisibleText(int length, bool readsHtmlAsText = false) =>
        (read, this.readsHtmlAsText) = (new StringBuilder(length), readsHtmlAsText);

    /// <summary>Gets the visible characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Gets the parsing steps counted by <see cref="MarkdownBudget"/>.</summary>
    internal long Steps { get; private set; }

    /// <summary>Gets the source ranges of HTML comments, in order. Readers do not see them.</summary>
    public IReadOnlyList<TextRange> Comments => comments;

    /// <summary>Gets the source offset of the first raw HTML; null if there is none.</summary>
    public int? RawHtmlAt { get; private set; }

    /// <summary>
    /// Gets the source offset of the first raw HTML other than comments and plain tags such as <c>sup</c>; null if there is none.
    /// </summary>
    public int? ForbiddenHtmlAt { get; private set; }

    /// <summary>
    /// Gets a link title with a forbidden character: the link's offset, the code point and the refusal code; null if there is none.
    /// </summary>
    public (int At, int CodePoint, string Code)? BadTitle { get; private set; }

    /// <summary>Reads a field of an article: the body as Markdown, others as plain text.</summary>
    public static VisibleText Of(ArticleField field, string source) =>
        field == ArticleField.Body ? OfMarkdown(source) : OfPlainText(source);

    /// <summary>Reads plain text.</summary>
    public static VisibleText OfPlainText(string source)
    {
        var result = new VisibleText(0);
        result.origins.AppendRun(0, source.Length);
        result.Text = source;
        return result;
    }

    /// <summary>Reads CommonMark; null if it is nested too deeply.</summary>
    public static VisibleText? TryOfMarkdown(string source)
    {
        try
        {
            return OfMarkdown(source);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Reads CommonMark without a step limit, for stored texts.</summary>
    /// <exception cref="ArgumentException">The Markdown is nested too deeply.</exception>
    public static VisibleText OfMarkdown(string source) => VisibleTextCache.Of(source, ReadMarkdown);

    /// <summary>Reads CommonMark within the step limit, for new texts.</summary>
    /// <exception cref="ArgumentException">The Markdown is nested too deeply.</exception>
    /// <exception cref="MarkdownTooComplexException">The step limit is exceeded.</exception>
    internal static VisibleText OfNewMarkdown(string source)
    {
        var result = VisibleTextCache.Of(source, text => ReadMarkdown(text, MarkdownBudget.MaxSteps));
        return result.Steps <= MarkdownBudget.MaxSteps ? result : ReadMarkdown(source, MarkdownBudget.MaxSteps);
    }

    /// <summary>Reads CommonMark as earlier builds did: all raw HTML is visible text.</summary>
    public static VisibleText OfMarkdownWithHtml(string source) => ReadMarkdown(source, long.MaxValue, readsHtmlAsText: true);

    private static VisibleText ReadMarkdown(string source) => ReadMarkdown(source, long.MaxValue);

    private static VisibleText ReadMarkdown(string source, long limit, bool readsHtmlAsText = false)
    {
        // Each block ends with two line breaks, which are mostly in the source too.
        var result = new VisibleText(source.Length + 16, readsHtmlAsText);
        var budget = new MarkdownBudget(limit);
        foreach (var block in Markdown.Parse(source, CommonMark, budget).Descendants<LeafBlock>())
        {
            result.Read(block, source);
        }

        result.Steps = budget.Spent;
        result.Text = result.read.ToString();
        result.read.Clear().Capacity = 0;
        result.origins.Trim();
        return result;
    }

    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        BudgetedBlockParsers.Replace(builder.BlockParsers);
        builder.InlineParsers.Clear();
        builder.InlineParsers.AddRange(BudgetedInlineParsers.All());
        return builder.Build();
    }

    /// <summary>Empties the comments of Markdown, which no check covers. The visible text stays the same.</summary>
    public static string WithoutComments(string markdown)
    {
        if (!markdown.Contains("<!--", StringComparison.Ordinal) || TryOfMarkdown(markdown) is not { Comments.Count: > 0 } read)
        {
            return markdown;
        }

        var (result, copied) = (new StringBuilder(markdown.Length), 0);
        foreach (var comment in read.Comments)
        {
            result.Append(markdown, copied, comment.Start - copied).Append("<!-- -->");
            copied = comment.End;
        }

        return result.Append(markdown, copied, markdown.Length - copied).ToString();
    }

    /// <summary>Returns the visible text of a source range.</summary>
    public string Words(TextRange range)
    {
        var first = origins.FirstFrom(range.Start);
        return Text[first..origins.FirstFrom(range.End)];
    }

    /// <summary>Returns whether a source range has a visible letter or digit.</summary>
    public bool HasWords(TextRange range) => Words(range).EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Maps a source range to <see cref="Text"/>, without white space at its ends.</summary>
    public TextRange Read(TextRange source)
    {
        var (start, end) = (origins.FirstFrom(source.Start), origins.FirstFrom(source.End));
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        return new TextRange(start, end);
    }

    /// <summary>
    /// Maps <paramref name="length"/> visible characters from <paramref name="at"/> to the source; an entity is included whole.
    /// </summary>
    public TextRange Source(int at, int length) => new(origins[at], EndOf(origins[at + length - 1]));

    /// <summary>Extends a source range to the whole sentences it touches.</summary>
    public TextRange Sentences(TextRange source)
    {
        var read = Read(source);
        var whole = SentenceFinder.Widen(Text, read);
        return whole == read || whole.IsEmpty ? source : Source(whole.Start, whole.Length);
    }

    /// <summary>Finds words, ignoring typography; returns source ranges.</summary>
    public IEnumerable<TextRange> Find(string words) =>
        (search ??= new WordSearch(Text)).Find(words).Select(found => Source(found.Start, found.Length));

    private int EndOf(int origin) => entities?.GetValueOrDefault(origin) is { } end and > 0 ? end : origin + 1;

    private void Read(LeafBlock block, string source)
    {
        switch (block)
        {
            case HtmlBlock html:
                AppendHtml(source.Substring(html.Span.Start, html.Span.Length), html.Span.Start);
                break;
            case CodeBlock code:
                for (var i = 0; i < code.Lines.Count; i++)
                {
                    var line = code.Lines.Lines[i];
                    var at = ReferenceEquals(line.Slice.Text, source) ? line.Slice.Start : line.Position;
                    Append(line.Slice.AsSpan(), at);
                    AppendBreak(at + line.Slice.Length);
                }

                break;
            case LinkReferenceDefinition:
                return;
            case ThematicBreakBlock:
                break;
            default:
                foreach (var inline in block.Inline?.Descendants() ?? [])
                {
                    Read(inline, source);
                }

                break;
        }

        AppendBreak(block.Span.End + 1);
        AppendBreak(block.Span.End + 1);
    }

    private void Read(MarkdownObject inline, string source)
    {
        var at = inline.Span.Start;
        switch (inline)
        {
            case LiteralInline literal:
                Append(literal.Content.AsSpan(), literal.IsFirstCharacterEscaped ? at + 1 : at, inline.Span.End);
                break;
            case CodeInline code:
                AppendAligned(code.Content, source, at + code.DelimiterCount, inline.Span.End);
                break;
            case DelimiterInline unpaired:
                Append(unpaired.ToLiteral(), at, inline.Span.End);
                break;
            case HtmlEntityInline entity:
                Append(entity.Transcoded.AsSpan(), at, at);
                (entities ??= [])[at] = inline.Span.End + 1;
                break;
            case LinkInline { Title: { Length: > 0 } title }:
                BadTitle ??= ForbiddenCharacters.Find(title) is var (_, codePoint, kind) ? (at, codePoint, kind) : null;
                break;
            case AutolinkInline link:
                Append(link.Url, at + 1, inline.Span.End);
                break;
            case LineBreakInline:
                AppendBreak(at);
                break;
            case HtmlInline html:
                AppendHtml(html.Tag, at);
                break;
        }
    }

    private void Append(ReadOnlySpan<char> words, int at, int last = int.MaxValue)
    {
        for (var i = 0; i < words.Length; i++)
        {
            AppendOne(words[i], Math.Min(at + i, last));
        }
    }

    /// <summary>Appends words whose white space may have been collapsed, each aligned with its next place in the source.</summary>
    private void AppendAligned(string words, string source, int at, int last)
    {
        foreach (var c in words)
        {
            while (at < last && source[at] != c && !(c == ' ' && char.IsWhiteSpace(source[at])))
            {
                at++;
            }

            AppendOne(c, at++);
        }
    }

    /// <summary>Appends the visible text of raw HTML; all of it unless it is plain.</summary>
    private void AppendHtml(string html, int at)
    {
        RawHtmlAt ??= at;
        if ((readsHtmlAsText ? null : PlainHtml.Pieces(html)) is not { } pieces)
        {
            ForbiddenHtmlAt ??= at;
            Append(html, at);
            return;
        }

        foreach (var (kind, range) in pieces)
        {
            switch (kind)
            {
                case PlainHtmlKind.Text:
                    Append(range.Of(html), at + range.Start);
                    break;
                case PlainHtmlKind.Break:
                    AppendBreak(at + range.Start);
                    break;
                case PlainHtmlKind.Comment:
                    comments.Add(new TextRange(at + range.Start, at + range.End));
                    break;
            }
        }
    }

    private void AppendBreak(int at) => AppendOne('\n', at);

    private void AppendOne(char c, int at)
    {
        read.Append(c);
        origins.Append(at);
    }
}
