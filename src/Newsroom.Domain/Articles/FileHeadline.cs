using System.Net;
using System.Text.RegularExpressions;

namespace Newsroom.Domain.Articles;

/// <summary>What a file of Markdown or HTML is called: by the title in its front matter (YAML or TOML), else by its first heading or title element.</summary>
public static partial class FileHeadline
{
    /// <summary>The headline, on one line; empty where the file names none.</summary>
    public static string Of(string file)
    {
        file = file.TrimStart('\uFEFF');
        var matter = FrontMatter().Match(file);
        var title = matter.Success ? TitleIn(matter.Groups["matter"].Value) : null;
        return OneLine(title ?? HeadingIn(matter.Success ? file[matter.Length..] : file) ?? "");
    }

    private static string? TitleIn(string matter)
    {
        if (Title().Match(matter) is not { Success: true } title)
        {
            return null;
        }

        var value = title.Groups["value"].Value.Trim();
        return value.Length == 0 ? null
            : value[0] is '>' or '|' ? Indented().Match(matter, title.Index + title.Length).Value
            : value[0] == '"' && Quoted().Match(value) is { Success: true } quoted ? Escape().Replace(quoted.Groups[1].Value, Unescaped)
            : value[0] == '\'' && Single().Match(value) is { Success: true } single ? single.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal)
            : Comment().Replace(value, "");
    }

    private static string Unescaped(Match escape) => escape.Value[1] switch
    {
        'n' or 't' or 'r' => " ",
        'u' or 'U' or 'x' when uint.TryParse(escape.Value.AsSpan(2), System.Globalization.NumberStyles.HexNumber, null, out var code) && System.Text.Rune.IsValid(code) => new System.Text.Rune(code).ToString(),
        _ => escape.Value[1..],
    };

    private static string? HeadingIn(string text) =>
        Heading().Match(text) is { Success: true } heading ? heading.Groups[1].Value
        : Element().Match(text) is { Success: true } element ? WebUtility.HtmlDecode(Tag().Replace(element.Groups[1].Value, ""))
        : null;

    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\A\uFEFF?(?<fence>---|\+\+\+)[ \t]*\r?\n(?<matter>(?:.*\n)*?)\k<fence>[ \t]*(\r?\n|\z)")]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^""?title""?[ \t]*[:=](?<value>[^\r\n]*)\r?\n?", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"\G(?:[ \t]+[^\r\n]*\r?\n|[ \t]*\r?\n)*")]
    private static partial Regex Indented();

    [GeneratedRegex(@"^""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^'((?:[^']|'')*)'")]
    private static partial Regex Single();

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|.)")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[ \t]+#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"<(?:h1|title)\b[^>]*>(.*?)</(?:h1|title)>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Element();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
