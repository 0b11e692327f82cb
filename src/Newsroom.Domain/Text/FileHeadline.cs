using System.Net;
using System.Text.RegularExpressions;

namespace Newsroom.Domain.Text;

/// <summary>Extracts a headline from a Markdown or HTML file: metadata, else first heading or title element.</summary>
public static partial class FileHeadline
{
    /// <summary>Returns the headline on one line; empty if there is none.</summary>
    public static string Of(string file)
    {
        var (title, end) = FrontMatter.Read(file);
        return OneLine(title ?? HeadingIn(file[end..].TrimStart('\uFEFF')) ?? "");
    }

    /// <summary>Returns the first ATX or setext heading outside fenced code; else the first HTML heading or title.</summary>
    private static string? HeadingIn(string text)
    {
        var (before, fence) = ("", "");
        foreach (var read in text.EnumerateLines())
        {
            var line = read.TrimEnd();
            if (fence.Length > 0 || Fence().IsMatch(line))
            {
                fence = FenceAfter(fence, line.Trim());
                before = "";
                continue;
            }

            if (Heading().IsMatch(line) && line.Trim(" \t#") is { Length: > 0 } heading)
            {
                return heading.ToString();
            }

            if (before.Length > 0 && Underline().IsMatch(line))
            {
                return before;
            }

            before = CanBeUnderlined().IsMatch(line) ? line.ToString() : "";
        }

        return
            Opening().Match(text) is { Success: true } opening
            && Closing().Match(text, opening.Index + opening.Length) is { Success: true } closing
            ? WebUtility.HtmlDecode(Tag().Replace(text[(opening.Index + opening.Length)..closing.Index], ""))
            : null;
    }

    /// <summary>Returns the code fence that is open after a line. A fence is closed by at least as many of the same marks.</summary>
    private static string FenceAfter(string fence, ReadOnlySpan<char> line)
    {
        var end = line.Length == 0 ? 0 : line.IndexOfAnyExcept(line[0]);
        var marks = end < 0 ? line : line[..end];
        if (fence.Length == 0)
        {
            return marks.ToString();
        }

        return marks.Length == line.Length && marks.StartsWith(fence, StringComparison.Ordinal) ? "" : fence;
    }

    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^ {0,3}(?:`{3,}[^`]*|~{3,}.*)$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}#{1,6}[ \t]")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}(?:=+|-+)$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^ {0,3}[^\s<>#*+`|~-]")]
    private static partial Regex CanBeUnderlined();

    [GeneratedRegex(@"<(?:h1|title)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"</(?:h1|title)>", RegexOptions.IgnoreCase)]
    private static partial Regex Closing();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();
}
