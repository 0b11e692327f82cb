using System.Xml;
using AngleSharp.Dom;
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
        var markdown = PlainText.Clean(edition.Body);
        var html = ArticleMarkdown.TryToHtml(markdown) ?? $"<p>{PlainText.Escape(markdown)}</p>";
        var root = Sanitizer.Value.SanitizeDom(html).Body!;
        if (markdown.Contains('<', StringComparison.Ordinal))
        {
            // Raw HTML without its forbidden elements may be nested as no parser would nest it.
            root = Sanitizer.Value.SanitizeDom(root.InnerHtml).Body!;
        }

        foreach (var heading in root.QuerySelectorAll("h1").ToList())
        {
            Rename(heading, "h2");
        }

        foreach (var quote in edition.Quotes.Select(quote => PlainText.Clean(quote.Words)).Distinct().Where(words => words.Length > 0))
        {
            Mark(root, quote);
        }

        return new BodyHtml(root);
    }

    /// <summary>Gets the words without their elements.</summary>
    public string Text => string.Join("\n\n", root.Children.Select(block => block.TextContent.Trim()).Where(words => words.Length > 0));

    /// <summary>Writes the fragment as HTML.</summary>
    public string ToHtml() => root.InnerHtml;

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

    private static void Mark(IElement root, string words)
    {
        foreach (var text in root.Descendants<IText>().Where(text => text.Data.Contains(words, StringComparison.Ordinal)).ToList())
        {
            if (text.ParentElement?.LocalName is "q" or "code" or "pre")
            {
                continue;
            }

            var quoted = text.Split(text.Data.IndexOf(words, StringComparison.Ordinal));
            quoted.Split(words.Length);
            var mark = root.Owner!.CreateElement("q");
            quoted.Replace(mark);
            mark.Append(quoted);
        }
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
