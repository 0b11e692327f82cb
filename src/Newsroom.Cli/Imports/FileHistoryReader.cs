namespace Newsroom.Cli.Imports;

/// <summary>Follows the posts of a branch through renames, deletions and returns, along the first-parent line.</summary>
internal sealed class FileHistoryReader
{
    private readonly Dictionary<string, FileHistory> filesByPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileHistory> nonPostsByPath = new(StringComparer.Ordinal);
    private readonly HashSet<string> origins = new(StringComparer.Ordinal);
    private readonly List<FileHistory> all = [];
    private IReadOnlyDictionary<string, GitCommit> mergedDeletions = new Dictionary<string, GitCommit>();

    private FileHistoryReader() { }

    /// <summary>Reads the history of every post of a branch, in the order in which they were added.</summary>
    public static async Task<IReadOnlyList<FileHistory>> ReadAsync(
        GitRepository source,
        string? branch,
        CancellationToken cancellationToken
    )
    {
        var commits = new List<GitCommit>();
        await foreach (var commit in source.ReadCommitsAsync(branch, cancellationToken))
        {
            commits.Add(commit);
        }

        var line = FirstParents(commits);
        var reader = new FileHistoryReader();
        var onLine = commits.Where(c => line.Contains(c.Id) && c.Parents.Count > 0);
        var renames = await ReadRenamesAcrossKindsAsync(source, onLine, cancellationToken);
        var graph = new FileGraph();
        foreach (var commit in commits)
        {
            var tree = graph.Add(commit);
            if (line.Contains(commit.Id))
            {
                reader.mergedDeletions = graph.FindMergedDeletions(commit);
                reader.Add(commit, tree, renames[commit.Id]);
            }
        }

        return reader.all;
    }

    private static HashSet<string> FirstParents(List<GitCommit> commits)
    {
        var first = commits.ToDictionary(c => c.Id, c => c.Parents.Count > 0 ? c.Parents[0] : null);
        var line = new HashSet<string>(StringComparer.Ordinal);
        for (var next = commits.Count > 0 ? commits[^1].Id : null; next is not null && line.Add(next);)
        {
            next = first.GetValueOrDefault(next);
        }

        return line;
    }

    /// <summary>Reads the renames of posts to files that are not posts, and back.</summary>
    private static async Task<ILookup<string, (string From, string To)>> ReadRenamesAcrossKindsAsync(
        GitRepository source,
        IEnumerable<GitCommit> commits,
        CancellationToken cancellationToken
    )
    {
        var line = commits.ToList();
        var away = await source.ReadRenamesAsync(line.Where(c => c.Changes.Any(change => change.Status == 'D')), cancellationToken);
        var left = away.SelectMany(c => c).Any(r => PostFile.IsPost(r.From) && !PostFile.IsPost(r.To));
        var adding = line.Where(c => c.Changes.Any(change => change.Status == 'A'));
        var back = left ? await source.ReadRenamesAsync(adding, cancellationToken) : away;
        return away.Concat(back)
            .SelectMany(c => c.Select(r => (Commit: c.Key, Rename: r)))
            .Where(r => PostFile.IsPost(r.Rename.From) != PostFile.IsPost(r.Rename.To))
            .Distinct()
            .ToLookup(r => r.Commit, r => r.Rename);
    }

    private void Add(GitCommit commit, IReadOnlyDictionary<string, FileVersionNode> tree, IEnumerable<(string From, string To)> renames)
    {
        foreach (var (from, to) in renames)
        {
            MoveAcrossKinds(commit, from, to);
        }

        var renamed = commit.Changes.Where(c => c.Status == 'R').Select(c => (Change: c, File: Remove(c.Paths[0]))).ToList();
        foreach (var (change, file) in renamed)
        {
            var to = change.Paths[1];
            if (file is not null && change.IsPost)
            {
                filesByPath[to] = file;
                Add(file, ToChange(commit, change, tree));
            }
            else if (file is not null)
            {
                Delete(file, commit);
                filesByPath[change.Paths[0]] = file;
            }
            else
            {
                Write(commit, change, tree);
            }
        }

        foreach (var change in commit.Changes.Where(c => c.Status != 'R'))
        {
            Write(commit, change, tree);
        }
    }

    /// <summary>Keeps the history of a post that is renamed to another kind of file, for when that becomes a post again.</summary>
    private void MoveAcrossKinds(GitCommit commit, string from, string to)
    {
        if (PostFile.IsPost(from) && Remove(from) is { } gone)
        {
            gone.Changes.Add(new FileChange(commit, to, null) { LeavesPosts = true });
            nonPostsByPath[to] = gone;
        }
        else if (PostFile.IsPost(to) && !filesByPath.ContainsKey(to) && nonPostsByPath.Remove(from, out var back))
        {
            filesByPath[to] = back;
        }
    }

    private void Write(GitCommit commit, GitFileChange change, IReadOnlyDictionary<string, FileVersionNode> tree)
    {
        var path = change.Paths[^1];
        var file = filesByPath.GetValueOrDefault(path);
        if (!change.IsFile)
        {
            Delete(file, commit);
        }
        else if (PostFile.IsPost(path))
        {
            if (file is null)
            {
                filesByPath[path] = file = Restore(path) ?? Begin(commit, path);
            }

            Add(file, ToChange(commit, change, tree));
        }
    }

    /// <summary>Returns the history of a post that was renamed to another kind of file and is added again under its path.</summary>
    private FileHistory? Restore(string path)
    {
        var (key, file) = nonPostsByPath.FirstOrDefault(e => e.Value.Changes.FindLast(c => !c.LeavesPosts)?.Path == path);
        if (file is not null)
        {
            nonPostsByPath.Remove(key);
        }

        return file;
    }

    private FileHistory Begin(GitCommit commit, string path)
    {
        var file = new FileHistory($"{commit.Id}:{path}");
        all.Add(file);
        return file;
    }

    private void Add(FileHistory file, FileChange change)
    {
        var isNew = file.Changes.Count == 0;
        if (isNew || file.Changes[^1].Path != change.Path)
        {
            string[] own = [$"{change.Commit.Id}:{change.Path}"];
            var merged = change.Merged.Where(v => isNew && (v.Parents.Count == 0 || v.Parents.Any(p => p.Path != v.Path)));
            var found = own.Concat(merged.Select(v => $"{v.Commit.Id}:{v.Path}"));
            file.OtherOrigins.AddRange(found.Where(origin => origins.Add(origin) && origin != file.Origin));
        }

        file.Changes.Add(change);
    }

    private static FileChange ToChange(GitCommit commit, GitFileChange change, IReadOnlyDictionary<string, FileVersionNode> tree)
    {
        var added = FileGraph.AddToBranch(tree[change.Paths[^1]]);
        return new FileChange(commit, change.Paths[^1], change.Blob) { Merged = commit.Parents.Count > 1 ? added : [] };
    }

    private void Delete(FileHistory? file, GitCommit commit)
    {
        if (file?.Changes[^1] is { Blob: not null } last)
        {
            file.Changes.Add(new FileChange(commit, last.Path, null) { Deletion = mergedDeletions.GetValueOrDefault(last.Path) });
        }
    }

    private FileHistory? Remove(string path) => filesByPath.Remove(path, out var file) ? file : null;
}
