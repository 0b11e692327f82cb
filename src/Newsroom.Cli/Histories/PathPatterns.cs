using System.Text;
using System.Text.RegularExpressions;

namespace Newsroom.Cli.Histories;

/// <summary>
/// The files that <c>--path</c> names: files, folders with all that is in them, or patterns of them. <c>*</c> and <c>?</c> stand for characters
/// within one name, <c>**</c> for any folders.
/// </summary>
internal sealed class PathPatterns
{
    private readonly List<(string Given, Regex Pattern)> patterns;

    private PathPatterns(List<(string, Regex)> patterns) => this.patterns = patterns;

    /// <summary>Reads patterns; none is every file.</summary>
    public static PathPatterns Read(IEnumerable<string> given) => new([.. given.Select(text => (text, PatternOf(text)))]);

    /// <summary>Returns the files that had a name, at any time, that one of the patterns names.</summary>
    /// <exception cref="LocalProblem">A pattern names no file.</exception>
    public List<FileSteps> Choose(IReadOnlyList<FileSteps> files)
    {
        var none = patterns.Where(p => !files.Any(file => Names(file).Any(name => p.Pattern.IsMatch(name))))
            .Select(p => $"\"{p.Given}\"")
            .ToList();
        return none.Count == 0
            ? [.. files.Where(file => patterns.Count == 0 || Names(file).Any(name => patterns.Any(p => p.Pattern.IsMatch(name))))]
            : throw new LocalProblem(
                $"The branch has never had a post ({PostFile.Named}) in {string.Join(" or ", none)}. "
                + "Give a file, a folder or a pattern, relative to the top of the repository: posts, \"news/**/*.md\".");
    }

    private static IEnumerable<string> Names(FileSteps file) => file.Steps.Where(s => !s.IsNoPost).Select(s => s.Path).Distinct();

    private static Regex PatternOf(string given)
    {
        var path = string.Join('/', given.Trim().Split('/').Where((part, index) => part != "." && (part.Length > 0 || index == 0)));
        if ((path.Length == 0 && given.Trim() is not ("." or "./")) || path.StartsWith('/') || path.Split('/').Contains(".."))
        {
            throw new LocalProblem($"\"{given}\" is not a path in a repository: give one relative to its top, such as posts or \"news/**/*.md\".");
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
                pattern.Append(path[at] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }

        return new Regex(path.Length == 0 ? "" : pattern.Append("(?:/.*)?$").ToString(), RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }
}
