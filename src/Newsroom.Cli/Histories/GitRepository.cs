using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Newsroom.Cli.Histories;

/// <summary>A repository, read by the git on this machine.</summary>
internal sealed class GitRepository(string folder)
{
    private const char Header = '\u0002';
    private const char Field = '\u001f';

    /// <summary>The commits that changed something under a path, oldest first, along the first parents of a branch: what its own line of history is.</summary>
    /// <param name="branch">A branch, tag or commit; null for the one checked out.</param>
    /// <param name="path">A folder; null for everything.</param>
    /// <param name="cancel">The end of reading.</param>
    public async IAsyncEnumerable<GitCommit> Commits(string? branch, string? path, [EnumeratorCancellation] CancellationToken cancel)
    {
        string[] arguments =
        [
            "-c", "diff.renameLimit=0", "-c", "i18n.logOutputEncoding=UTF-8", "log", "--first-parent", "--diff-merges=first-parent", "--reverse", "--raw", "-z", "-M", "--no-abbrev",
            $"--format=format:{Header}%H{Field}%aI{Field}%an{Field}%ae{Field}%B%x00", "--end-of-options", branch ?? "HEAD", "--", .. path is null ? [] : new[] { path },
        ];
        using var git = Start(arguments, redirectInput: false);
        using var output = new StreamReader(git.StandardOutput.BaseStream, new UTF8Encoding(false));
        var errors = git.StandardError.ReadToEndAsync(cancel);
        GitCommit? commit = null;
        await foreach (var piece in Pieces(output, cancel))
        {
            if (piece.Length > 0 && piece[0] == Header)
            {
                if (commit is not null)
                {
                    yield return commit;
                }

                commit = CommitOf(piece[1..]);
            }
            else
            {
                commit?.Add(piece);
            }
        }

        await git.WaitForExitAsync(cancel);
        if (git.ExitCode != 0)
        {
            throw new LocalProblem($"git cannot read {folder}: {(await errors).Trim()}");
        }

        if (commit is not null)
        {
            yield return commit;
        }
    }

    /// <summary>Opens the contents of files.</summary>
    public GitBlobs OpenBlobs() => new(Start(["cat-file", "--batch"], redirectInput: true));

    private Process Start(IEnumerable<string> arguments, bool redirectInput)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = redirectInput };
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new LocalProblem("Reading a repository needs git; install it, and try again.");
        }
    }

    private static GitCommit CommitOf(string header)
    {
        var fields = header.Split(Field, 5);
        return new GitCommit(fields[0], DateTimeOffset.Parse(fields[1], CultureInfo.InvariantCulture), fields[2], fields[3], fields[4].Trim());
    }

    private static async IAsyncEnumerable<string> Pieces(StreamReader output, [EnumeratorCancellation] CancellationToken cancel)
    {
        var buffer = new char[16 * 1024];
        var piece = new StringBuilder();
        while (await output.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            var from = 0;
            for (var end = Array.IndexOf(buffer, '\0', 0, read); end >= 0; end = Array.IndexOf(buffer, '\0', from, read - from))
            {
                yield return piece.Append(buffer, from, end - from).ToString();
                piece.Clear();
                from = end + 1;
            }

            piece.Append(buffer, from, read - from);
        }

        yield return piece.ToString();
    }
}

/// <summary>A commit and the files it changed.</summary>
internal sealed record GitCommit(string Id, DateTimeOffset At, string Name, string Email, string Message)
{
    private readonly List<GitChange> changes = [];

    /// <summary>The files.</summary>
    public IReadOnlyList<GitChange> Changes => changes;

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
}

/// <summary>A file in a commit.</summary>
/// <param name="Letter">A added, M modified, D deleted, R renamed, T its type changed.</param>
/// <param name="Mode">What it is now; 100644 and 100755 are files.</param>
/// <param name="Blob">Its contents.</param>
internal sealed record GitChange(char Letter, string Mode, string Blob)
{
    /// <summary>Its name; of a rename, the old one and the new.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Whether all its names are known.</summary>
    public bool IsComplete => Names.Count == (Letter is 'R' or 'C' ? 2 : 1);

    /// <summary>Whether there is a file after it.</summary>
    public bool IsFile => Letter != 'D' && Mode.StartsWith("100", StringComparison.Ordinal);
}
