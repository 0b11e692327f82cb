namespace Newsroom.Cli.Imports;

/// <summary>A change of a file.</summary>
/// <param name="Commit">The commit that made it.</param>
/// <param name="Path">The path of the file from then on.</param>
/// <param name="Blob">Its contents; null when it was deleted.</param>
internal sealed record FileChange(GitCommit Commit, string Path, string? Blob)
{
    /// <summary>Gets the versions that a merge added, parents first; the last is the file's own.</summary>
    public IReadOnlyList<FileVersionNode> Merged { get; init; } = [];

    /// <summary>Gets whether the file was renamed to a file that is not a post; its story stays unchanged.</summary>
    public bool LeavesPosts { get; init; }

    /// <summary>Gets the commit on a merged branch that deleted the file; null where <see cref="Commit"/> did.</summary>
    public GitCommit? Deletion { get; init; }
}

/// <summary>A file from its first commit on, under all its paths.</summary>
/// <param name="Origin">Its first commit and path, which identify it.</param>
internal sealed record FileHistory(string Origin)
{
    /// <summary>Gets its changes, oldest first.</summary>
    public List<FileChange> Changes { get; } = [];

    /// <summary>
    /// Gets further commits and paths that began or renamed it. Another import may identify it by these: one that does not see earlier
    /// paths, or one of a branch that was merged later.
    /// </summary>
    public List<string> OtherOrigins { get; } = [];

    /// <summary>Gets all paths that it has had as a post.</summary>
    public IEnumerable<string> Paths => Changes.Where(c => !c.LeavesPosts).Select(c => c.Path).Distinct();
}
