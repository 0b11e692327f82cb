using System.Text.RegularExpressions;

namespace Newsroom.Cli.Imports;

internal sealed record GitPerson(string Name, string Email);

/// <summary>A commit and the files that it changed against its first parent.</summary>
/// <param name="Id">The commit.</param>
/// <param name="Parents">Its parents, in order.</param>
/// <param name="At">The author date.</param>
/// <param name="Author">The author.</param>
/// <param name="Message">The message.</param>
internal sealed partial record GitCommit(string Id, IReadOnlyList<string> Parents, DateTimeOffset At, GitPerson Author, string Message)
{
    private readonly List<GitFileChange> changes = [];

    /// <summary>Gets its place in topological order: after its parents.</summary>
    public int Order { get; init; }

    public IReadOnlyList<GitFileChange> Changes => changes;

    /// <summary>Gets the author, then the people of <c>Co-authored-by</c> trailers.</summary>
    public IReadOnlyList<GitPerson> Authors =>
        [
            .. CoAuthor()
                .Matches(Message)
                .Select(m => new GitPerson(m.Groups[1].Value.Trim(), m.Groups[2].Value.Trim()))
                .Prepend(Author)
                .DistinctBy(p => p.Email.ToLowerInvariant()),
        ];

    /// <summary>Adds a field of git's raw output: modes, ids and status letter; then the path; of a rename, then the new path.</summary>
    public void AddField(string field)
    {
        field = changes.Count == 0 ? field.TrimStart('\n') : field;
        if (field.StartsWith(':') && (changes.Count == 0 || changes[^1].IsComplete))
        {
            var parts = field.Split(' ');
            changes.Add(new GitFileChange(parts[4][0], parts[1], parts[3]));
        }
        else if (field.Length > 0 && changes.Count > 0)
        {
            changes[^1].Paths.Add(field);
        }
    }

    [GeneratedRegex(@"^[ \t]*co-authored-by:([^<>\r\n]*)<([^<>\r\n]*)>", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex CoAuthor();
}

/// <summary>A file changed by a commit.</summary>
/// <param name="Status">A added, M modified, D deleted, R renamed, T type changed.</param>
/// <param name="Mode">The new mode; 100644 and 100755 are regular files.</param>
/// <param name="Blob">The new contents.</param>
internal sealed record GitFileChange(char Status, string Mode, string Blob)
{
    /// <summary>Gets its path; of a rename, the old path and the new one.</summary>
    public List<string> Paths { get; } = [];

    /// <summary>Gets whether all paths have been read.</summary>
    public bool IsComplete => Paths.Count == (Status is 'R' or 'C' ? 2 : 1);

    /// <summary>Gets whether a regular file exists after the commit.</summary>
    public bool IsFile => Status != 'D' && Mode.StartsWith("100", StringComparison.Ordinal);

    /// <summary>Gets whether a post exists after the commit.</summary>
    public bool IsPost => IsFile && PostFile.IsPost(Paths[^1]);
}
