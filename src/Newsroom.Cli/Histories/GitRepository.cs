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

    // Where more files came and went in one commit, git follows only those renamed without a change: comparing all with all would take hours.
    private const string RenameLimit = "-l4000";

    /// <summary>Reads the commits of a branch, each after its parents, with the posts they changed.</summary>
    /// <param name="branch">A branch, tag or commit; null for the one checked out.</param>
    /// <param name="cancel">The end of reading.</param>
    public async IAsyncEnumerable<GitCommit> Commits(string? branch, [EnumeratorCancellation] CancellationToken cancel)
    {
        // Sparse keeps the commits between, so that every commit's parents are there; only posts are compared.
        string[] arguments =
        [
            "-c", "i18n.logOutputEncoding=UTF-8", "-c", "log.showSignature=false", "log",
            "--topo-order", "--reverse", "--full-history", "--sparse",
            "--diff-merges=first-parent", "--raw", "-z", "-M", RenameLimit, "--no-abbrev",
            $"--format=format:{Header}%H{Field}%P{Field}%aI{Field}%an{Field}%ae{Field}%B%x00",
            "--end-of-options", branch ?? "HEAD", "--", .. PostFile.Pathspecs,
        ];
        GitCommit? commit = null;
        var read = 0;
        await foreach (var piece in Pieces(arguments, input: null, cancel))
        {
            if (piece.Length > 0 && piece[0] == Header)
            {
                if (commit is not null)
                {
                    yield return commit;
                }

                commit = CommitOf(piece[1..]) with { Order = read++ };
            }
            else
            {
                commit?.Add(piece);
            }
        }

        if (commit is not null)
        {
            yield return commit;
        }
    }

    /// <summary>Finds the files of any kind that commits renamed, as seen from their first parents.</summary>
    public async Task<ILookup<string, (string From, string To)>> Renames(IEnumerable<GitCommit> commits, CancellationToken cancel)
    {
        var input = string.Concat(commits.Select(c => $"{c.Id} {c.Parents[0]}\n"));
        var renames = new List<(string Commit, GitChange Change)>();
        var commit = "";
        string[] arguments = ["diff-tree", "--stdin", "-r", "--raw", "-z", "-M", RenameLimit, "--no-abbrev", "--diff-filter=R"];
        await foreach (var piece in Pieces(arguments, input, cancel))
        {
            if (renames is [.., (_, { IsComplete: false } change)])
            {
                change.Names.Add(piece);
            }
            else if (piece.StartsWith(':'))
            {
                var parts = piece.Split(' ');
                renames.Add((commit, new GitChange(parts[4][0], parts[1], parts[3])));
            }
            else if (piece.Length > 0)
            {
                commit = piece.Split(' ', '\n')[0];
            }
        }

        return renames.ToLookup(r => r.Commit, r => (r.Change.Names[0], r.Change.Names[1]));
    }

    /// <summary>Opens the contents of files.</summary>
    public GitBlobs OpenBlobs() => new(Start(["cat-file", "--batch"], redirectInput: true));

    private static GitCommit CommitOf(string header)
    {
        var fields = header.Split(Field, 6);

        // git keeps times that no calendar has; what their commits changed is named as not kept.
        var at = DateTimeOffset.TryParse(fields[2], CultureInfo.InvariantCulture, out var time) ? time : DateTimeOffset.MaxValue;
        var parents = fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new GitCommit(fields[0], parents, at, new GitPerson(fields[3], fields[4]), fields[5].Trim());
    }

    private Process Start(IEnumerable<string> arguments, bool redirectInput)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = redirectInput,
        };
        foreach (var steering in start.Environment.Keys.Where(IsSteering).ToList())
        {
            start.Environment.Remove(steering);
        }

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

    /// <summary>Whether a variable would make git read another repository, or patterns in another way.</summary>
    private static bool IsSteering(string variable) =>
        variable is "GIT_DIR" or "GIT_WORK_TREE" or "GIT_INDEX_FILE"
        || (variable.StartsWith("GIT_", StringComparison.Ordinal) && variable.EndsWith("_PATHSPECS", StringComparison.Ordinal));

    /// <summary>What git prints, between NUL characters.</summary>
    private async IAsyncEnumerable<string> Pieces(IEnumerable<string> arguments, string? input, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var git = Start(arguments, redirectInput: input is not null);
        using var output = new StreamReader(git.StandardOutput.BaseStream, new UTF8Encoding(false));
        var errors = git.StandardError.ReadToEndAsync(cancel);
        var writing = Write(git, input, cancel);
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
        await writing;
        await git.WaitForExitAsync(cancel);
        if (git.ExitCode != 0)
        {
            throw new LocalProblem($"git cannot read {folder}: {(await errors).Trim()}");
        }
    }

    private static async Task Write(Process git, string? input, CancellationToken cancel)
    {
        if (input is not null)
        {
            await git.StandardInput.WriteAsync(input.AsMemory(), cancel);
            git.StandardInput.Close();
        }
    }
}
