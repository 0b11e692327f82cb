using System.Text;
using AngleSharp.Dom;

namespace Newsroom.Formats;

/// <summary>
/// Serializes elements of bodies (HTML standard, 13.3) in linear time. AngleSharp's serializer takes time quadratic in the number of
/// paragraphs: a second or more for a text of 1 MiB.
/// </summary>
internal static class HtmlWriter
{
    private static readonly HashSet<string> Void = ["br", "hr", "img"];

    /// <summary>Returns the content of an element.</summary>
    public static string Write(IElement element)
    {
        var html = new StringBuilder();
        WriteChildren(html, element);
        return html.ToString();
    }

    // The nesting is bounded by the parser of Markdown.
    private static void WriteChildren(StringBuilder html, IElement element)
    {
        foreach (var child in element.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    AppendEscaped(html, text.Data, isAttribute: false);
                    break;
                case IElement inner:
                    Write(html, inner);
                    break;
            }
        }
    }

    private static void Write(StringBuilder html, IElement element)
    {
        html.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes)
        {
            html.Append(' ').Append(attribute.LocalName).Append("=\"");
            AppendEscaped(html, attribute.Value, isAttribute: true);
            html.Append('"');
        }

        html.Append('>');
        if (Void.Contains(element.LocalName))
        {
            return;
        }

        // A parser drops the first line end of a preformatted text.
        if (element.LocalName == "pre" && element.FirstChild is IText { Data: ['\n', ..] })
        {
            html.Append('\n');
        }

        WriteChildren(html, element);
        html.Append("</").Append(element.LocalName).Append('>');
    }

    private static void AppendEscaped(StringBuilder html, string text, bool isAttribute)
    {
        foreach (var character in text)
        {
            var escaped = character switch
            {
                '&' => "&amp;",
                '\u00A0' => "&nbsp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' when isAttribute => "&quot;",
                _ => null,
            };
            _ = escaped is null ? html.Append(character) : html.Append(escaped);
        }
    }
}
