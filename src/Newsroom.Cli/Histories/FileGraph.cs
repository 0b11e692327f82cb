using System.Collections.Immutable;

namespace Newsroom.Cli.Histories;

/// <summary>A version of a file in the graph of commits.</summary>
/// <param name="Order">Its place in the order of all versions: behind its parents.</param>
/// <param name="Commit">The commit that made it.</param>
/// <param name="Path">The file's name in it.</param>
/// <param name="Blob">Its contents.</param>
/// <param name="Parents">The versions it was made from; several of a merge.</param>
internal sealed record FileVersionNode(int Order, GitCommit Commit, string Path, string Blob, IReadOnlyList<FileVersionNode> Parents)
{
    private readonly FileVersionNode? first = Parents is [var parent, ..] ? parent.First : null;

    /// <summary>Gets the version that the file began with.</summary>
    public FileVersionNode First => first ?? this;

    /// <summary>Gets or sets whether it is part of what the branch has shown already.</summary>
    public bool IsShown { get; set; }

    /// <inheritdoc/>
    public bool Equals(FileVersionNode? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Order;
}

/// <summary>Follows every post through the whole graph of commits, so that a merge tells which versions of a file it brings in.</summary>
internal sealed class FileGraph
{
    private readonly Dictionary<string, ImmutableDictionary<string, FileVersionNode>> trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GitCommit> commits = new(StringComparer.Ordinal);
    private readonly HashSet<string> reached = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Takes a commit, after its parents, and returns its posts.</summary>
    public ImmutableDictionary<string, FileVersionNode> Take(GitCommit commit)
    {
        commits[commit.Id] = commit;
        var parents = commit.Parents.Select(p => trees.GetValueOrDefault(p) ?? Empty).ToList();
        var before = parents.Count > 0 ? parents[0] : Empty;
        var tree = before.ToBuilder();
        foreach (var change in commit.Changes)
        {
            tree.Remove(change.Names[0]);
        }

        foreach (var change in commit.Changes.Where(c => c.IsPost))
        {
            tree[change.Names[^1]] = Version(commit, change, before, parents);
        }

        return trees[commit.Id] = tree.ToImmutable();
    }

    /// <summary>
    /// Returns the versions that a commit of the branch brings in of a file, each after its parents, and counts them
    /// as shown.
    /// </summary>
    public static IReadOnlyList<FileVersionNode> Show(FileVersionNode version)
    {
        var found = new List<FileVersionNode>();
        var open = new Stack<FileVersionNode>([version]);
        while (open.TryPop(out var next))
        {
            if (!next.IsShown)
            {
                next.IsShown = true;
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
    /// Returns the commits that deleted, on the branches merged, the files that a commit of the branch deletes; by
    /// the files' names. A file is not among
    /// them where the commit deletes it itself. Counts all that the commit brings in as reached.
    /// </summary>
    public IReadOnlyDictionary<string, GitCommit> Deletions(GitCommit commit)
    {
        var brought = Reach(commit);
        var deletions = new Dictionary<string, GitCommit>(StringComparer.Ordinal);
        if (commit.Parents.Count < 2 || commit.Changes.All(c => c.IsPost))
        {
            return deletions;
        }

        var before = trees.GetValueOrDefault(commit.Parents[0]) ?? Empty;
        var gone = commit.Changes.Where(c => !c.IsPost).Select(c => c.Names[0]).Where(before.ContainsKey).ToLookup(name => before[name].First);
        foreach (var other in brought.Where(c => c.Parents.Count == 1 && c.Changes.Any(change => !change.IsPost)))
        {
            var tree = trees.GetValueOrDefault(other.Parents[0]) ?? Empty;
            var deleted = other.Changes.Where(c => !c.IsPost).Select(c => tree.GetValueOrDefault(c.Names[0])).OfType<FileVersionNode>();
            foreach (var name in deleted.SelectMany(file => gone[file.First]))
            {
                deletions[name] = other;
            }
        }

        return deletions;
    }

    /// <summary>The commits that come with one and were not there before, each after its parents.</summary>
    private List<GitCommit> Reach(GitCommit commit)
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

    private FileVersionNode Version(
        GitCommit commit, GitChange change, ImmutableDictionary<string, FileVersionNode> before, List<ImmutableDictionary<string, FileVersionNode>> parents)
    {
        var own = before.GetValueOrDefault(change.Names[0]);
        var others = parents.Skip(1).Select(tree => Find(tree, change, own)).OfType<FileVersionNode>().ToList();

        // The merge took the file as one side had it: it is that side's version.
        if (others.Find(other => other.Blob == change.Blob) is { } taken)
        {
            return taken;
        }

        var made = new[] { own }.OfType<FileVersionNode>().Concat(others).Distinct().ToList();
        return new FileVersionNode(count++, commit, change.Names[^1], change.Blob, made);
    }

    /// <summary>The file in another parent's tree, under the new name, the old one, or any other.</summary>
    private static FileVersionNode? Find(ImmutableDictionary<string, FileVersionNode> tree, GitChange change, FileVersionNode? own) =>
        tree.GetValueOrDefault(change.Names[^1])
        ?? tree.GetValueOrDefault(change.Names[0])
        ?? (own is null ? null : tree.Values.FirstOrDefault(version => version.First == own.First));
}
