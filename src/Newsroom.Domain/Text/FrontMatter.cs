using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Newsroom.Domain.Text;

/// <summary>
/// Reads the metadata at the beginning of a file: YAML between <c>---</c>, TOML between <c>+++</c>, a JSON object, or unfenced <c>Title:
/// ...</c> lines (Pelican, MultiMarkdown, Hexo; docutils with a colon before it), also in a comment (Nikola).
/// </summary>
public static partial class FrontMatter
{
    // Longer metadata are treated as text, which bounds the work.
    private const int MaxJsonLength = 64 * 1024;

    /// <summary>Returns the title from the metadata, or null, and the offset of the text.</summary>
    public static (string? Title, int End) Read(string file)
    {
        var start = file.StartsWith('\uFEFF') ? 1 : 0;
        if (Fenced().Match(file, start) is { Success: true } fenced)
        {
            var matter = fenced.Groups["matter"].Value;
            return (fenced.Groups["toml"].Success ? TomlTitle(matter) : YamlTitle(matter), fenced.Index + fenced.Length);
        }

        return start < file.Length && file[start] == '{' ? Json(file, start) : Unfenced(file, start);
    }

    private static (string? Title, int End) Json(string file, int start)
    {
        var bytes = Encoding.UTF8.GetBytes(file.Substring(start, Math.Min(MaxJsonLength, file.Length - start)));
        var lenient = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var reader = new Utf8JsonReader(bytes, isFinalBlock: true, new JsonReaderState(lenient));
        string? title = null;
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isTitle = string.Equals(reader.GetString(), "title", StringComparison.OrdinalIgnoreCase);
                reader.Read();
                title = isTitle && reader.TokenType == JsonTokenType.String ? reader.GetString() : title;
                reader.Skip();
            }

            return (title, start + Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.BytesConsumed)));
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return (null, start);
        }
    }

    /// <summary>Reads unfenced metadata up to a blank line. The file has none if a line does not parse or no title is found.</summary>
    private static (string? Title, int End) Unfenced(string file, int start)
    {
        var matter = new StringBuilder();
        var comment = CommentStart().Match(file, start);
        var at = comment.Success ? comment.Index + comment.Length : start;
        while (at < file.Length)
        {
            var end = file.IndexOf('\n', at) is >= 0 and var found ? found + 1 : file.Length;
            var line = file[at..end];
            var isEnd = comment.Success
                ? line.TrimStart().StartsWith("-->", StringComparison.Ordinal)
                : string.IsNullOrWhiteSpace(line) || line.TrimEnd() == "---";
            if (isEnd)
            {
                at = end;
                break;
            }

            if (
                !(
                    Key().IsMatch(line)
                    || (matter.Length > 0 && line[0] is ' ' or '\t')
                    || (comment.Success && string.IsNullOrWhiteSpace(line))
                )
            )
            {
                return (null, start);
            }

            matter.Append(line.StartsWith(".. ", StringComparison.Ordinal) ? line[3..] : line.TrimStart(':'));
            at = end;
        }

        return YamlTitle(matter.ToString()) is { } title ? (title, at) : (null, start);
    }

    private static string? YamlTitle(string matter)
    {
        if (YamlKey().Match(matter) is not { Success: true } key)
        {
            return null;
        }

        var value = TypeTag().Replace(key.Groups["value"].Value.Trim(), "");
        var rest = Indented().Match(matter, key.Index + key.Length).Value;
        if (value.Length == 0)
        {
            return rest.Contains(": ", StringComparison.Ordinal) || rest.TrimStart().StartsWith("- ", StringComparison.Ordinal)
                ? null
                : Given(rest);
        }

        if (value is "~" || string.Equals(value, "null", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return value[0] switch
        {
            '>' or '|' => Given(rest),
            '"' when DoubleQuoted().Match($"{value}\n{rest}") is { Success: true } quoted => Given(
                Escape().Replace(quoted.Groups[1].Value, Unescaped)
            ),
            '\'' when SingleQuoted().Match($"{value}\n{rest}") is { Success: true } quoted => Given(
                quoted.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal)
            ),
            '#' => null,
            _ => Given($"{WithoutComment(value)}\n{rest}"),
        };
    }

    private static string? TomlTitle(string matter)
    {
        var table = Table().Match(matter);
        if (TomlKey().Match(table.Success ? matter[..table.Index] : matter) is not { Success: true } key)
        {
            return null;
        }

        var value = matter[(key.Index + key.Length)..];
        foreach (var mark in new[] { "\"\"\"", "'''" })
        {
            if (value.StartsWith(mark, StringComparison.Ordinal) && value.IndexOf(mark, 3, StringComparison.Ordinal) is > 0 and var end)
            {
                return Given(mark[0] == '"' ? Escape().Replace(value[3..end], Unescaped) : value[3..end]);
            }
        }

        var line = value.Split('\n', 2)[0].Trim();
        if (DoubleQuoted().Match(line) is { Success: true } quoted)
        {
            return Given(Escape().Replace(quoted.Groups[1].Value, Unescaped));
        }

        return Given(Literal().Match(line) is { Success: true } literal ? literal.Groups[1].Value : WithoutComment(line));
    }

    private static string WithoutComment(string line)
    {
        var at = line.IndexOf('#');
        while (at > 0 && line[at - 1] is not (' ' or '\t'))
        {
            at = line.IndexOf('#', at + 1);
        }

        return at < 0 ? line : line[..at];
    }

    private static string? Given(string words) => string.IsNullOrWhiteSpace(words) ? null : words;

    private static string Unescaped(Match escape) =>
        escape.Value[1] switch
        {
            'n' or 't' or 'r' => " ",
            'u'
            or 'U'
            or 'x' when uint.TryParse(escape.Value.AsSpan(2), NumberStyles.HexNumber, null, out var code) && Rune.IsValid(code) => new Rune(
                code
            ).ToString(),
            _ => escape.Value[1..],
        };

    [GeneratedRegex(
        @"\G(?:[ \t]*\r?\n)*(?:(?<yaml>---)|(?<toml>\+\+\+))[ \t]*\r?\n(?<matter>(?:.*\n)*?)"
            + @"(?:(?(yaml)(?:---|\.\.\.)|\+\+\+))[ \t]*(\r?\n|\z)"
    )]
    private static partial Regex Fenced();

    [GeneratedRegex(@"\G<!--[ \t]*\r?\n(?=(?:[ \t]*\r?\n)*\.\. )")]
    private static partial Regex CommentStart();

    [GeneratedRegex(@"^(?:\.\. |:)?[A-Za-z][A-Za-z0-9_ -]{0,39}:(?:\s|$)")]
    private static partial Regex Key();

    [GeneratedRegex(@"^""?title""?[ \t]*:(?<value>[^\r\n]*)\r?\n?", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex YamlKey();

    [GeneratedRegex(@"^!!\w+[ \t]+")]
    private static partial Regex TypeTag();

    [GeneratedRegex(@"^""?title""?[ \t]*=[ \t]*", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex TomlKey();

    [GeneratedRegex(@"^[ \t]*\[", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"\G(?:[ \t]+[^\r\n]*(?:\r?\n|\z)|[ \t]*\r?\n)*")]
    private static partial Regex Indented();

    [GeneratedRegex(@"^""((?:[^""\\]|\\.)*)""", RegexOptions.Singleline)]
    private static partial Regex DoubleQuoted();

    [GeneratedRegex(@"^'((?:[^']|'')*)'")]
    private static partial Regex SingleQuoted();

    [GeneratedRegex(@"^'([^'\n]*)'")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|.)", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
