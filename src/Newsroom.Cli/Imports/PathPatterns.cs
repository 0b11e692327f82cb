using System.Text;
using System.Text.RegularExpressions;
using Newsroom.Cli.Runtime;

namespace Newsroom.Cli.Imports;

/// <summary>
/// Matches the files, folders and patterns of <c>--path</c>. <c>*</c> and <c>?</c> match characters within one name, <c>**</c> any folders.
/// </summary>
internal sealed class PathPatterns
{
    private readonly List<(string Text, Regex Pattern)> patterns;

    private PathPatterns(List<(string, Regex)> patterns) => this.patterns = patterns;

    /// <summary>Parses patterns; none matches every file.</summary>
    public static PathPatterns Parse(IEnumerable<string> texts) => new([.. texts.Select(text => (text, ToRegex(text)))]);

    /// <summary>Returns the histories with a name, at any time, that one of the patterns matches.</summary>
    /// <exception cref="UsageException">A pattern matches no file.</exception>
    public List<FileHistory> Filter(IReadOnlyList<FileHistory> histories)
    {
        var unmatched = patterns
            .Where(p => !histories.Any(h => h.Paths.Any(path => p.Pattern.IsMatch(path))))
            .Select(p => $"\"{p.Text}\"")
            .ToList();
        if (unmatched.Count > 0)
        {
            throw new UsageException(
                $"The branch has no post ({PostFile.ExtensionList}) in {string.Join(" or ", unmatched)}. "
                    + "Use a file, a folder or a pattern, relative to the root of the repository: posts, \"news/**/*.md\"."
            );
        }

        return patterns.Count == 0
            ? [.. histories]
            : [.. histories.Where(h => h.Paths.Any(path => patterns.Any(p => p.Pattern.IsMatch(path))))];
    }

    private static Regex ToRegex(string text)
    {
        var given = text.Trim();
        var path = string.Join('/', given.Split('/').Where((part, index) => part != "." && (part.Length > 0 || index == 0)));
        if ((path.Length == 0 && given is not ("." or "./")) || path.StartsWith('/') || path.Split('/').Contains(".."))
        {
            throw new UsageException(
                $"\"{text}\" is not a path in the repository. Use one relative to its root, such as posts or \"news/**/*.md\"."
            );
        }

        var pattern = new StringBuilder("^");
        for (var at = 0; at < path.Length; at++)
        {
            var rest = path.AsSpan(at);
            if (rest.StartsWith("**/"))
            {
                pattern.Append("(?:.*/)?");
                at += 2;
            }
            else if (rest.StartsWith("**"))
            {
                pattern.Append(".*");
                at++;
            }
            else
            {
                pattern.Append(
                    path[at] switch
                    {
                        '*' => "[^/]*",
                        '?' => "[^/]",
                        var c => Regex.Escape(c.ToString()),
                    }
                );
            }
        }

        var expression = path.Length == 0 ? "" : pattern.Append("(?:/.*)?$").ToString();
        return new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }
}
