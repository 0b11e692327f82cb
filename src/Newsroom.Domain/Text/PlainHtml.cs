using System.Text.RegularExpressions;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

internal enum PlainHtmlKind
{
    Text,

    Break,

    Mark,

    Comment,
}

internal readonly record struct PlainHtmlPiece(PlainHtmlKind Kind, TextRange Range);

/// <summary>
/// Recognises the raw HTML that Markdown may contain: comments, and the tags <c>small</c>, <c>sup</c>, <c>sub</c>, <c>br</c>, <c>kbd</c>
/// and <c>abbr</c>, without attributes except the title of <c>abbr</c>. These neither hide nor load nor execute anything.
/// </summary>
internal static partial class PlainHtml
{
    /// <summary>The tags, for messages.</summary>
    public const string Tags = "<small>, <sup>, <sub>, <br>, <kbd>, <abbr>";

    /// <summary>Splits raw HTML; null if it contains anything else.</summary>
    public static List<PlainHtmlPiece>? Pieces(string html)
    {
        var pieces = new List<PlainHtmlPiece>();
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                var end = html.IndexOf('<', at) is >= 0 and var next ? next : html.Length;
                pieces.Add(new PlainHtmlPiece(PlainHtmlKind.Text, new TextRange(at, end)));

                // Renderers differ in whether they decode an entity here.
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
            // The title of an abbreviation is visible to readers and checkers.
            pieces.Add(new PlainHtmlPiece(PlainHtmlKind.Mark, new TextRange(tag.Index, title.Index)));
            pieces.Add(new PlainHtmlPiece(PlainHtmlKind.Text, new TextRange(title.Index, title.Index + title.Length)));
            pieces.Add(new PlainHtmlPiece(PlainHtmlKind.Break, new TextRange(title.Index + title.Length, end)));
            return;
        }

        var kind = tag.Groups["break"].Success ? PlainHtmlKind.Break : PlainHtmlKind.Mark;
        pieces.Add(new PlainHtmlPiece(kind, new TextRange(tag.Index, end)));
    }

    /// <summary>
    /// Returns the end of a comment; null if parsers disagree on it: <c>&lt;!--&gt;</c>, <c>&lt;!---&gt;</c>, a comment with
    /// <c>--!&gt;</c>, a nested one, an unclosed one.
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
        """\G<(?:/?(?:(?<break>br)|small|sup|sub|kbd|abbr)[ \t\r\n]*/?|"""
            + """abbr[ \t\r\n]+title[ \t\r\n]*=[ \t\r\n]*(?:"(?<title>[^"<>&]*)"|'(?<title>[^'<>&]*)')[ \t\r\n]*)>""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tag();
}
