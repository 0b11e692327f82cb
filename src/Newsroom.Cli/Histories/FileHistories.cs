namespace Newsroom.Cli.Histories;

/// <summary>A change of a file.</summary>
/// <param name="Commit">The commit that made it.</param>
/// <param name="Path">The file's name from then on.</param>
/// <param name="Blob">Its contents; null when it was deleted.</param>
internal sealed record FileStep(GitCommit Commit, string Path, string? Blob);

/// <summary>A file from its first commit on, under all the names it has had.</summary>
/// <param name="Began">Its first commit and name: what tells it from all others.</param>
internal sealed record FileSteps(string Began)
{
    /// <summary>Its changes, oldest first.</summary>
    public List<FileStep> Steps { get; } = [];
}

/// <summary>Follows the files of a repository through renames, deletions and returns.</summary>
internal sealed class FileHistories
{
    private static readonly string[] Extensions = [".md", ".markdown", ".html", ".htm"];

    private readonly Dictionary<string, FileSteps> files = new(StringComparer.Ordinal);
    private readonly List<FileSteps> all = [];

    /// <summary>Every file there has been, in the order they came.</summary>
    public IReadOnlyList<FileSteps> All => all;

    /// <summary>Takes a commit, after those before it.</summary>
    public void Take(GitCommit commit)
    {
        var renamed = commit.Changes.Where(c => c.Letter == 'R').Select(c => (Change: c, File: Leave(c.Names[0]))).ToList();
        foreach (var (change, file) in renamed)
        {
            var to = change.Names[1];
            if (file is not null && change.IsFile && IsPost(to))
            {
                files[to] = file;
                file.Steps.Add(new FileStep(commit, to, change.Blob));
            }
            else if (file is not null)
            {
                Delete(file, commit);
                files[change.Names[0]] = file;
            }
            else
            {
                Write(commit, change, to);
            }
        }

        foreach (var change in commit.Changes.Where(c => c.Letter != 'R'))
        {
            Write(commit, change, change.Names[^1]);
        }
    }

    private void Write(GitCommit commit, GitChange change, string path)
    {
        var file = files.GetValueOrDefault(path);
        if (!change.IsFile)
        {
            Delete(file, commit);
        }
        else if (IsPost(path))
        {
            if (file is null)
            {
                files[path] = file = new FileSteps($"{commit.Id}:{path}");
                all.Add(file);
            }

            file.Steps.Add(new FileStep(commit, path, change.Blob));
        }
    }

    private static void Delete(FileSteps? file, GitCommit commit)
    {
        if (file?.Steps[^1] is { Blob: not null } last)
        {
            file.Steps.Add(new FileStep(commit, last.Path, null));
        }
    }

    private FileSteps? Leave(string path) => files.Remove(path, out var file) ? file : null;

    private static bool IsPost(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
