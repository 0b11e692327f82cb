using System.Net;
using System.Text.RegularExpressions;

namespace Newsroom.Domain.Text;

/// <summary>What a file of Markdown or HTML is called: by the title in its metadata, else by its first heading or title element.</summary>
public static partial class FileHeadline
{
    /// <summary>The headline, on one line; empty where the file names none.</summary>
    public static string Of(string file)
    {
        var (title, end) = FrontMatter.Read(file);
        return OneLine(title ?? HeadingIn(file[end..].TrimStart('\uFEFF')) ?? "");
    }

    /// <summary>
    /// The first heading outside of fenced code, with number signs or underlined; where there is none, the first heading or title element.
    /// </summary>
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

    /// <summary>The fence that is open behind a line: one of the same marks, as many or more, closes it.</summary>
    private static string FenceAfter(string fence, ReadOnlySpan<char> line)
    {
        var marks = line.Length == 0 ? line : line[..(line.IndexOfAnyExcept(line[0]) is >= 0 and var end ? end : line.Length)];
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
