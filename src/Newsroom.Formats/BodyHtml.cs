using System.Buffers;
using System.Text;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Newsroom.Domain.Text;

namespace Newsroom.Formats;

/// <summary>The body of an edition as HTML of few elements: no scripts, no styles, no forms, no frames.</summary>
public sealed class BodyHtml
{
    /// <summary>The namespace of XHTML.</summary>
    public const string Xhtml = "http://www.w3.org/1999/xhtml";

    private static readonly HashSet<string> WithoutWords =
    [
        "script",
        "style",
        "template",
        "iframe",
        "object",
        "noscript",
        "textarea",
        "title",
    ];

    private static readonly HashSet<string> BlockElements = [.. "p h2 h3 h4 h5 h6 ul ol li blockquote pre hr".Split(' ')];

    private static readonly Lazy<HtmlSanitizer> Sanitizer = new(Create);

    private readonly IElement root;

    private BodyHtml(IElement root) => this.root = root;

    /// <summary>Gets the elements that a body may have.</summary>
    public static IReadOnlyList<string> Elements { get; } =
    [
        .. "p h2 h3 h4 h5 h6 em strong a ul ol li blockquote q code pre hr br img small sup sub kbd abbr".Split(' '),
    ];

    /// <summary>Gets the attributes that elements of a body may have.</summary>
    public static IReadOnlyList<string> Attributes { get; } = ["href", "title", "start", "src", "alt"];

    /// <summary>Renders the body of an edition. Verified quotes are <c>q</c> elements.</summary>
    public static BodyHtml Of(PublishedEdition edition)
    {
        var body = OfMarkdown(edition.Body);
        Mark(body.root, [.. edition.Quotes.Select(quote => PlainText.Clean(quote.Words)).Where(words => words.Length > 0).Distinct()]);
        return body;
    }

    /// <summary>Renders Markdown.</summary>
    public static BodyHtml OfMarkdown(string text)
    {
        var markdown = PlainText.Clean(text);
        var html = ArticleMarkdown.TryToHtml(markdown, out var hasRawHtml) ?? $"<p>{PlainText.Escape(markdown)}</p>";
        var root = Sanitizer.Value.SanitizeDom(html).Body!;
        if (hasRawHtml)
        {
            // Raw HTML without its forbidden elements may be nested as no parser would nest it.
            root = Sanitizer.Value.SanitizeDom(HtmlWriter.Write(root)).Body!;
        }

        foreach (var heading in root.QuerySelectorAll("h1").ToList())
        {
            Rename(heading, "h2");
        }

        return new BodyHtml(root);
    }

    /// <summary>Reads a fragment that was rendered here, to write it as elements of XHTML.</summary>
    internal static BodyHtml OfFragment(string html) => new(new HtmlParser().ParseDocument($"<body>{html}</body>").Body!);

    /// <summary>Gets the words without their elements, with an empty line between blocks.</summary>
    public string Text => string.Join("\n\n", Blocks().Select(words => words.Trim()).Where(words => words.Length > 0));

    // Of raw HTML, words may stand outside of blocks.
    private IEnumerable<string> Blocks()
    {
        var inline = new StringBuilder();
        foreach (var node in root.ChildNodes)
        {
            if (node is IElement { LocalName: var name } && BlockElements.Contains(name))
            {
                yield return inline.ToString();
                inline.Clear();
                yield return node.TextContent;
            }
            else
            {
                inline.Append(node.TextContent);
            }
        }

        yield return inline.ToString();
    }

    /// <summary>Writes the fragment as HTML.</summary>
    public string ToHtml() => HtmlWriter.Write(root);

    /// <summary>Writes the fragment as elements of XHTML.</summary>
    public void WriteTo(XmlWriter writer)
    {
        foreach (var child in root.ChildNodes)
        {
            Write(child, writer);
        }
    }

    // The nesting is bounded by the parser of Markdown.
    private static void Write(INode node, XmlWriter writer)
    {
        switch (node)
        {
            case IText text:
                writer.WriteString(PlainText.Clean(text.Data));
                break;
            case IElement element:
                writer.WriteStartElement(element.LocalName, Xhtml);
                foreach (var attribute in element.Attributes)
                {
                    writer.WriteAttributeString(attribute.LocalName, PlainText.Clean(attribute.Value));
                }

                foreach (var child in element.ChildNodes)
                {
                    Write(child, writer);
                }

                writer.WriteEndElement();
                break;
        }
    }

    private static void Rename(IElement element, string name)
    {
        var other = element.Owner!.CreateElement(name);
        other.Append([.. element.ChildNodes]);
        element.Replace(other);
    }

    /// <summary>Marks each quote where it first occurs in a text, of overlapping ones the first.</summary>
    private static void Mark(IElement root, IReadOnlyCollection<string> quotes)
    {
        if (quotes.Count == 0)
        {
            return;
        }

        var search = SearchValues.Create([.. quotes], StringComparison.Ordinal);
        foreach (var text in root.Descendants<IText>().Where(IsPlain).ToList())
        {
            var parts = Split(text.Data, [.. quotes], search);
            if (parts.Count > 0)
            {
                text.Replace([.. parts.Select(part => NodeOf(root.Owner!, part.Words, part.IsQuote))]);
            }
        }
    }

    private static bool IsPlain(IText text) => text.ParentElement?.LocalName is not ("q" or "code" or "pre");

    private static INode NodeOf(IDocument document, string words, bool isQuote)
    {
        var text = document.CreateTextNode(words);
        if (!isQuote)
        {
            return text;
        }

        var mark = document.CreateElement("q");
        mark.Append(text);
        return mark;
    }

    /// <summary>Splits a text at its quotes, in one pass; empty if it has none.</summary>
    private static List<(string Words, bool IsQuote)> Split(string text, List<string> left, SearchValues<string> search)
    {
        var (parts, done, at) = (new List<(string, bool)>(), 0, 0);
        while (left.Count > 0 && text.AsSpan(at).IndexOfAny(search) is >= 0 and var next)
        {
            at += next;
            var rest = text.AsSpan(at);
            var longest = "";
            foreach (var quote in left)
            {
                longest = quote.Length > longest.Length && rest.StartsWith(quote, StringComparison.Ordinal) ? quote : longest;
            }

            if (longest.Length == 0)
            {
                at++;
                continue;
            }

            if (at > done)
            {
                parts.Add((text[done..at], false));
            }

            parts.Add((longest, true));
            left.Remove(longest);
            (done, at) = (at + longest.Length, at + longest.Length);
        }

        if (parts.Count > 0 && done < text.Length)
        {
            parts.Add((text[done..], false));
        }

        return parts;
    }

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        Set(sanitizer.AllowedTags, [.. Elements, "h1"]);
        Set(sanitizer.AllowedAttributes, Attributes);
        Set(sanitizer.AllowedSchemes, ["https", "http", "mailto"]);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedAtRules.Clear();
        sanitizer.RemovingTag += (_, removed) =>
        {
            if (WithoutWords.Contains(removed.Tag.LocalName))
            {
                removed.Tag.TextContent = "";
            }
        };
        return sanitizer;
    }

    private static void Set(ISet<string> allowed, IEnumerable<string> values)
    {
        allowed.Clear();
        allowed.UnionWith(values);
    }
}
