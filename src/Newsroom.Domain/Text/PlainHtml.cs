using System.Text.RegularExpressions;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>What a piece of raw HTML is to a reader.</summary>
internal enum PlainHtmlKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>The end of a line.</summary>
    Break,

    /// <summary>The tag of a plain mark, which adds no words.</summary>
    Mark,

    /// <summary>A comment, which readers do not see.</summary>
    Comment,
}

/// <summary>A piece of raw HTML.</summary>
/// <param name="Kind">What it is to a reader.</param>
/// <param name="Range">Where it is.</param>
internal readonly record struct PlainHtmlPiece(PlainHtmlKind Kind, TextRange Range);

/// <summary>
/// The raw HTML that a Markdown text may have: comments, and the tags of marks that neither hide, load nor run anything: <c>small</c>,
/// <c>sup</c>, <c>sub</c>, <c>br</c>, <c>kbd</c> and <c>abbr</c>, without attributes other than the title of <c>abbr</c>.
/// </summary>
internal static partial class PlainHtml
{
    /// <summary>The tags, for people.</summary>
    public const string Tags = "<small>, <sup>, <sub>, <br>, <kbd>, <abbr>";

    /// <summary>Splits raw HTML; null where it has anything that is not plain.</summary>
    /// <param name="html">The HTML.</param>
    public static List<PlainHtmlPiece>? Pieces(string html)
    {
        var pieces = new List<PlainHtmlPiece>();
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                var end = html.IndexOf('<', at) is >= 0 and var next ? next : html.Length;
                pieces.Add(new PlainHtmlPiece(PlainHtmlKind.Text, new TextRange(at, end)));

                // Whether a reader reads an entity or its source depends on the program that shows the text.
                if (html.AsSpan(at, end - at).Contains('&'))
                {
                    return null;
                }

                at = end;
            }
            else if (CommentEnd(html, at) is { } commentEnd)
            {
                pieces.Add(new PlainHtmlPiece(PlainHtmlKind.Comment, new TextRange(at, commentEnd)));
                at = commentEnd;
            }
            else if (Tag().Match(html, at) is { Success: true } tag)
            {
                at += tag.Length;
                Add(pieces, tag);
            }
            else
            {
                return null;
            }
        }

        return pieces;
    }

    private static void Add(List<PlainHtmlPiece> pieces, Match tag)
    {
        var end = tag.Index + tag.Length;
        if (tag.Groups["title"] is { Success: true } title)
        {
            // A reader can read the title of an abbreviation; so can those who check.
            pieces.Add(new PlainHtmlPiece(PlainHtmlKind.Mark, new TextRange(tag.Index, title.Index)));
            pieces.Add(new PlainHtmlPiece(PlainHtmlKind.Text, new TextRange(title.Index, title.Index + title.Length)));
            pieces.Add(new PlainHtmlPiece(PlainHtmlKind.Break, new TextRange(title.Index + title.Length, end)));
            return;
        }

        var kind = tag.Groups["break"].Success ? PlainHtmlKind.Break : PlainHtmlKind.Mark;
        pieces.Add(new PlainHtmlPiece(kind, new TextRange(tag.Index, end)));
    }

    /// <summary>
    /// Where a comment ends; null where programs differ about that: <c>&lt;!--&gt;</c>, <c>&lt;!---&gt;</c>, one with <c>--!&gt;</c> or
    /// another beginning in it, one without an end.
    /// </summary>
    private static int? CommentEnd(string html, int at)
    {
        if (
            string.CompareOrdinal(html, at, "<!--", 0, 4) != 0
            || html.IndexOf("-->", at + 4, StringComparison.Ordinal) is not (>= 0 and var end)
        )
        {
            return null;
        }

        var words = html.AsSpan(at + 4, end - at - 4);
        var isClear =
            !words.StartsWith(">")
            && !words.StartsWith("->")
            && !words.Contains("--!>", StringComparison.Ordinal)
            && !words.Contains("<!--", StringComparison.Ordinal);
        return isClear ? end + 3 : null;
    }

    [GeneratedRegex(
        """\G<(?:/?(?:(?<break>br)|small|sup|sub|kbd|abbr)[ \t\r\n]*/?|abbr[ \t\r\n]+title[ \t\r\n]*=[ \t\r\n]*(?:"(?<title>[^"<>&]*)"|'(?<title>[^'<>&]*)')[ \t\r\n]*)>""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tag();
}
