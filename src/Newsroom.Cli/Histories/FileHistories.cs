namespace Newsroom.Cli.Histories;

/// <summary>A change of a file.</summary>
/// <param name="Commit">The commit that made it.</param>
/// <param name="Path">The file's name from then on.</param>
/// <param name="Blob">Its contents; null when it was deleted.</param>
internal sealed record FileStep(GitCommit Commit, string Path, string? Blob)
{
    /// <summary>Gets the versions that a merge brought in, each after its parents; the last is the file's own.</summary>
    public IReadOnlyList<FileVersionNode> Merged { get; init; } = [];

    /// <summary>Gets whether the file got a name that is no post's: its story stays as it was.</summary>
    public bool IsNoPost { get; init; }

    /// <summary>Gets the commit of a merged branch that deleted the file; null where <see cref="Commit"/> did, or nobody did.</summary>
    public GitCommit? Deletion { get; init; }
}

/// <summary>A file from its first commit on, under all the names it has had.</summary>
/// <param name="Began">Its first commit and name: what tells it from all others.</param>
internal sealed record FileSteps(string Began)
{
    /// <summary>Gets its changes, oldest first.</summary>
    public List<FileStep> Steps { get; } = [];

    /// <summary>
    /// Gets the commits that began it or gave it another name, and the name: how another import may know it, one that does not see the names before,
    /// or that was made when a merged branch was the branch itself.
    /// </summary>
    public List<string> Also { get; } = [];
}

/// <summary>Follows the posts of a branch through renames, deletions and returns, along the branch's own line of commits.</summary>
internal sealed class FileHistories
{
    private readonly Dictionary<string, FileSteps> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileSteps> elsewhere = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<FileSteps> all = [];
    private IReadOnlyDictionary<string, GitCommit> deletions = new Dictionary<string, GitCommit>();

    /// <summary>Gets every post there has been, in the order they came.</summary>
    public IReadOnlyList<FileSteps> All => all;

    /// <summary>Reads a branch.</summary>
    public static async Task<FileHistories> Read(GitRepository source, string? branch, CancellationToken cancel)
    {
        var commits = new List<GitCommit>();
        await foreach (var commit in source.Commits(branch, cancel))
        {
            commits.Add(commit);
        }

        var line = FirstParents(commits);
        var histories = new FileHistories();
        var renames = await RenamesOfOtherKinds(source, commits.Where(c => line.Contains(c.Id) && c.Parents.Count > 0), cancel);
        var graph = new FileGraph();
        foreach (var commit in commits)
        {
            var tree = graph.Take(commit);
            if (line.Contains(commit.Id))
            {
                histories.deletions = graph.Deletions(commit);
                histories.Take(commit, tree, renames[commit.Id]);
            }
        }

        return histories;
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

    /// <summary>The renames of posts to files that are none, and back.</summary>
    private static async Task<ILookup<string, (string From, string To)>> RenamesOfOtherKinds(
        GitRepository source, IEnumerable<GitCommit> commits, CancellationToken cancel)
    {
        var line = commits.ToList();
        var away = await source.Renames(line.Where(c => c.Changes.Any(change => change.Letter == 'D')), cancel);
        var left = away.SelectMany(c => c).Any(r => PostFile.Is(r.From) && !PostFile.Is(r.To));
        var back = left ? await source.Renames(line.Where(c => c.Changes.Any(change => change.Letter == 'A')), cancel) : away;
        return away.Concat(back)
            .SelectMany(c => c.Select(r => (Commit: c.Key, Rename: r)))
            .Where(r => PostFile.Is(r.Rename.From) != PostFile.Is(r.Rename.To))
            .Distinct()
            .ToLookup(r => r.Commit, r => r.Rename);
    }

    private void Take(GitCommit commit, IReadOnlyDictionary<string, FileVersionNode> tree, IEnumerable<(string From, string To)> renames)
    {
        foreach (var (from, to) in renames)
        {
            MoveAcrossKinds(commit, from, to);
        }

        var renamed = commit.Changes.Where(c => c.Letter == 'R').Select(c => (Change: c, File: Leave(c.Names[0]))).ToList();
        foreach (var (change, file) in renamed)
        {
            var to = change.Names[1];
            if (file is not null && change.IsPost)
            {
                files[to] = file;
                Add(file, StepOf(commit, change, tree));
            }
            else if (file is not null)
            {
                Delete(file, commit);
                files[change.Names[0]] = file;
            }
            else
            {
                Write(commit, change, tree);
            }
        }

        foreach (var change in commit.Changes.Where(c => c.Letter != 'R'))
        {
            Write(commit, change, tree);
        }
    }

    /// <summary>A post that becomes another kind of file is not deleted; when that becomes a post again, it is the same one.</summary>
    private void MoveAcrossKinds(GitCommit commit, string from, string to)
    {
        if (PostFile.Is(from) && Leave(from) is { } gone)
        {
            gone.Steps.Add(new FileStep(commit, to, null) { IsNoPost = true });
            elsewhere[to] = gone;
        }
        else if (PostFile.Is(to) && !files.ContainsKey(to) && elsewhere.Remove(from, out var back))
        {
            files[to] = back;
        }
    }

    private void Write(GitCommit commit, GitChange change, IReadOnlyDictionary<string, FileVersionNode> tree)
    {
        var path = change.Names[^1];
        var file = files.GetValueOrDefault(path);
        if (!change.IsFile)
        {
            Delete(file, commit);
        }
        else if (PostFile.Is(path))
        {
            if (file is null && elsewhere.FirstOrDefault(e => e.Value.Steps.FindLast(s => !s.IsNoPost)?.Path == path) is { Value: not null } returned)
            {
                elsewhere.Remove(returned.Key);
                files[path] = file = returned.Value;
            }
            else if (file is null)
            {
                files[path] = file = new FileSteps($"{commit.Id}:{path}");
                all.Add(file);
            }

            Add(file, StepOf(commit, change, tree));
        }
    }

    private void Add(FileSteps file, FileStep step)
    {
        var isNew = file.Steps.Count == 0;
        if (isNew || file.Steps[^1].Path != step.Path)
        {
            string[] own = [$"{step.Commit.Id}:{step.Path}"];
            var merged = step.Merged.Where(v => isNew && (v.Parents.Count == 0 || v.Parents.Any(p => p.Path != v.Path)));
            file.Also.AddRange(own.Concat(merged.Select(v => $"{v.Commit.Id}:{v.Path}")).Where(name => names.Add(name) && name != file.Began));
        }

        file.Steps.Add(step);
    }

    private static FileStep StepOf(GitCommit commit, GitChange change, IReadOnlyDictionary<string, FileVersionNode> tree)
    {
        var shown = FileGraph.Show(tree[change.Names[^1]]);
        return new FileStep(commit, change.Names[^1], change.Blob) { Merged = commit.Parents.Count > 1 ? shown : [] };
    }

    private void Delete(FileSteps? file, GitCommit commit)
    {
        if (file?.Steps[^1] is { Blob: not null } last)
        {
            file.Steps.Add(new FileStep(commit, last.Path, null) { Deletion = deletions.GetValueOrDefault(last.Path) });
        }
    }

    private FileSteps? Leave(string path) => files.Remove(path, out var file) ? file : null;
}
