using System.Text.RegularExpressions;

namespace Newsroom.Cli.Histories;

/// <summary>A name and an address in a commit.</summary>
internal sealed record GitPerson(string Name, string Email);

/// <summary>A commit and the files it changed, as seen from its first parent.</summary>
/// <param name="Id">The commit.</param>
/// <param name="Parents">Its parents, in order.</param>
/// <param name="At">When its author made it.</param>
/// <param name="Author">Its author.</param>
/// <param name="Message">The message.</param>
internal sealed partial record GitCommit(string Id, IReadOnlyList<string> Parents, DateTimeOffset At, GitPerson Author, string Message)
{
    private readonly List<GitChange> changes = [];

    /// <summary>Gets its place among all commits read: behind its parents.</summary>
    public int Order { get; init; }

    /// <summary>Gets the files.</summary>
    public IReadOnlyList<GitChange> Changes => changes;

    /// <summary>Gets the author and then everyone whom a trailer <c>Co-authored-by</c> names.</summary>
    public IReadOnlyList<GitPerson> Authors =>
    [
        .. CoAuthor().Matches(Message).Select(m => new GitPerson(m.Groups[1].Value.Trim(), m.Groups[2].Value.Trim()))
            .Prepend(Author)
            .DistinctBy(p => p.Email.ToLowerInvariant()),
    ];

    /// <summary>Adds what git says of a change, piece by piece: modes, ids and letter; then the name; of a rename, then the new name.</summary>
    public void Add(string piece)
    {
        piece = changes.Count == 0 ? piece.TrimStart('\n') : piece;
        if (piece.StartsWith(':') && (changes.Count == 0 || changes[^1].IsComplete))
        {
            var parts = piece.Split(' ');
            changes.Add(new GitChange(parts[4][0], parts[1], parts[3]));
        }
        else if (piece.Length > 0 && changes.Count > 0)
        {
            changes[^1].Names.Add(piece);
        }
    }

    [GeneratedRegex(@"^[ \t]*co-authored-by:([^<>\r\n]*)<([^<>\r\n]*)>", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex CoAuthor();
}

/// <summary>A file in a commit.</summary>
/// <param name="Letter">A added, M modified, D deleted, R renamed, T its type changed.</param>
/// <param name="Mode">What it is now; 100644 and 100755 are files.</param>
/// <param name="Blob">Its contents.</param>
internal sealed record GitChange(char Letter, string Mode, string Blob)
{
    /// <summary>Gets its name; of a rename, the old one and the new.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Gets whether all its names are known.</summary>
    public bool IsComplete => Names.Count == (Letter is 'R' or 'C' ? 2 : 1);

    /// <summary>Gets whether there is a file after it.</summary>
    public bool IsFile => Letter != 'D' && Mode.StartsWith("100", StringComparison.Ordinal);

    /// <summary>Gets whether there is a post after it.</summary>
    public bool IsPost => IsFile && PostFile.Is(Names[^1]);
}
