using System.Collections.Immutable;

namespace Newsroom.Cli.Imports;

/// <summary>A version of a file in the commit graph.</summary>
/// <param name="Order">Its place in topological order: after its parents.</param>
/// <param name="Commit">The commit that made it.</param>
/// <param name="Path">The path of the file.</param>
/// <param name="Blob">Its contents.</param>
/// <param name="Parents">The versions that it was made from; several for a merge.</param>
internal sealed record FileVersionNode(int Order, GitCommit Commit, string Path, string Blob, IReadOnlyList<FileVersionNode> Parents)
{
    private readonly FileVersionNode? root = Parents is [var parent, ..] ? parent.Root : null;

    /// <summary>Gets the first version of the file.</summary>
    public FileVersionNode Root => root ?? this;

    /// <summary>Gets or sets whether the branch contains it already.</summary>
    public bool IsOnBranch { get; set; }

    public bool Equals(FileVersionNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Order;
}

/// <summary>Follows posts through the commit graph, to find the file versions that a merge adds to the branch.</summary>
internal sealed class FileGraph
{
    private readonly Dictionary<string, ImmutableDictionary<string, FileVersionNode>> trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GitCommit> commits = new(StringComparer.Ordinal);
    private readonly HashSet<string> reached = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Adds a commit, after its parents, and returns its posts by path.</summary>
    public ImmutableDictionary<string, FileVersionNode> Add(GitCommit commit)
    {
        commits[commit.Id] = commit;
        var parents = commit.Parents.Select(p => trees.GetValueOrDefault(p) ?? Empty).ToList();
        var before = parents.Count > 0 ? parents[0] : Empty;
        var tree = before.ToBuilder();
        foreach (var change in commit.Changes)
        {
            tree.Remove(change.Paths[0]);
        }

        foreach (var change in commit.Changes.Where(c => c.IsPost))
        {
            tree[change.Paths[^1]] = GetVersion(commit, change, before, parents);
        }

        return trees[commit.Id] = tree.ToImmutable();
    }

    /// <summary>Returns the versions that the branch did not contain before, parents first, and marks them as on the branch.</summary>
    public static IReadOnlyList<FileVersionNode> AddToBranch(FileVersionNode version)
    {
        var found = new List<FileVersionNode>();
        var open = new Stack<FileVersionNode>([version]);
        while (open.TryPop(out var next))
        {
            if (!next.IsOnBranch)
            {
                next.IsOnBranch = true;
                found.Add(next);
                foreach (var parent in next.Parents)
                {
                    open.Push(parent);
                }
            }
        }

        return [.. found.OrderBy(v => v.Order)];
    }

    /// <summary>
    /// Returns, by path, the commits on merged branches that deleted the files that a merge deletes. Files that the merge itself deletes
    /// are not included.
    /// </summary>
    public IReadOnlyDictionary<string, GitCommit> FindMergedDeletions(GitCommit commit)
    {
        var added = AddReachable(commit);
        var deletions = new Dictionary<string, GitCommit>(StringComparer.Ordinal);
        if (commit.Parents.Count < 2 || commit.Changes.All(c => c.IsPost))
        {
            return deletions;
        }

        var before = trees.GetValueOrDefault(commit.Parents[0]) ?? Empty;
        var gone = commit
            .Changes.Where(c => !c.IsPost)
            .Select(c => c.Paths[0])
            .Where(before.ContainsKey)
            .ToLookup(path => before[path].Root);
        foreach (var other in added.Where(c => c.Parents.Count == 1 && c.Changes.Any(change => !change.IsPost)))
        {
            var tree = trees.GetValueOrDefault(other.Parents[0]) ?? Empty;
            var deleted = other.Changes.Where(c => !c.IsPost).Select(c => tree.GetValueOrDefault(c.Paths[0])).OfType<FileVersionNode>();
            foreach (var path in deleted.SelectMany(file => gone[file.Root]))
            {
                deletions[path] = other;
            }
        }

        return deletions;
    }

    /// <summary>Returns the commits that the branch reaches through a commit for the first time, parents first.</summary>
    private List<GitCommit> AddReachable(GitCommit commit)
    {
        var (open, found) = (new Stack<string>([commit.Id]), new HashSet<string>(StringComparer.Ordinal));
        while (open.TryPop(out var id))
        {
            if (commits.TryGetValue(id, out var next) && reached.Add(id))
            {
                found.Add(id);
                foreach (var parent in next.Parents)
                {
                    open.Push(parent);
                }
            }
        }

        return found.Count == 1 ? [commit] : [.. found.Select(id => commits[id]).OrderBy(c => c.Order)];
    }

    private static ImmutableDictionary<string, FileVersionNode> Empty =>
        ImmutableDictionary.Create<string, FileVersionNode>(StringComparer.Ordinal);

    private FileVersionNode GetVersion(
        GitCommit commit,
        GitFileChange change,
        ImmutableDictionary<string, FileVersionNode> before,
        List<ImmutableDictionary<string, FileVersionNode>> parents
    )
    {
        var own = before.GetValueOrDefault(change.Paths[0]);
        var others = parents.Skip(1).Select(tree => Find(tree, change, own)).OfType<FileVersionNode>().ToList();

        // A merge that took the file from one side made no new version.
        if (others.Find(other => other.Blob == change.Blob) is { } taken)
        {
            return taken;
        }

        var made = new[] { own }.OfType<FileVersionNode>().Concat(others).Distinct().ToList();
        return new FileVersionNode(count++, commit, change.Paths[^1], change.Blob, made);
    }

    /// <summary>Finds the file in another parent's tree: under the new path, the old one, or any other.</summary>
    private static FileVersionNode? Find(ImmutableDictionary<string, FileVersionNode> tree, GitFileChange change, FileVersionNode? own) =>
        tree.GetValueOrDefault(change.Paths[^1])
        ?? tree.GetValueOrDefault(change.Paths[0])
        ?? (own is null ? null : tree.Values.FirstOrDefault(version => version.Root == own.Root));
}
