using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Newsroom.Cli.Runtime;

namespace Newsroom.Cli.Imports;

/// <summary>Reads a repository through the installed git.</summary>
internal sealed class GitRepository(string folder)
{
    private const char CommitStart = '\u0002';
    private const char FieldSeparator = '\u001f';

    // Above this number of added and deleted files in one commit, git detects only exact renames: comparing all pairs would take hours.
    private const string RenameLimit = "-l4000";

    /// <summary>Reads the commits of a branch with the posts that they changed, parents first.</summary>
    /// <param name="branch">A branch, tag or commit; null for the one checked out.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async IAsyncEnumerable<GitCommit> ReadCommitsAsync(string? branch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // --sparse keeps commits without posts, so that the parents of every commit are read.
        string[] arguments =
        [
            "-c",
            "i18n.logOutputEncoding=UTF-8",
            "-c",
            "log.showSignature=false",
            "log",
            "--topo-order",
            "--reverse",
            "--full-history",
            "--sparse",
            "--diff-merges=first-parent",
            "--raw",
            "-z",
            "-M",
            RenameLimit,
            "--no-abbrev",
            $"--format=format:{CommitStart}{string.Join(FieldSeparator, "%H", "%P", "%aI", "%an", "%ae", "%B")}%x00",
            "--end-of-options",
            branch ?? "HEAD",
            "--",
            .. PostFile.Pathspecs,
        ];
        GitCommit? commit = null;
        var read = 0;
        await foreach (var field in ReadFieldsAsync(arguments, input: null, cancellationToken))
        {
            if (field.Length > 0 && field[0] == CommitStart)
            {
                if (commit is not null)
                {
                    yield return commit;
                }

                commit = ParseCommit(field[1..]) with { Order = read++ };
            }
            else
            {
                commit?.AddField(field);
            }
        }

        if (commit is not null)
        {
            yield return commit;
        }
    }

    /// <summary>Reads the renames of files of any kind against the first parents of commits.</summary>
    public async Task<ILookup<string, (string From, string To)>> ReadRenamesAsync(
        IEnumerable<GitCommit> commits,
        CancellationToken cancellationToken
    )
    {
        var input = string.Concat(commits.Select(c => $"{c.Id} {c.Parents[0]}\n"));
        var renames = new List<(string Commit, GitFileChange Change)>();
        var commit = "";
        string[] arguments = ["diff-tree", "--stdin", "-r", "--raw", "-z", "-M", RenameLimit, "--no-abbrev", "--diff-filter=R"];
        await foreach (var field in ReadFieldsAsync(arguments, input, cancellationToken))
        {
            if (renames is [.., (_, { IsComplete: false } change)])
            {
                change.Paths.Add(field);
            }
            else if (field.StartsWith(':'))
            {
                var parts = field.Split(' ');
                renames.Add((commit, new GitFileChange(parts[4][0], parts[1], parts[3])));
            }
            else if (field.Length > 0)
            {
                commit = field.Split(' ', '\n')[0];
            }
        }

        return renames.ToLookup(r => r.Commit, r => (r.Change.Paths[0], r.Change.Paths[1]));
    }

    public GitBlobs OpenBlobs() => new(Start(["cat-file", "--batch"], redirectInput: true));

    private static GitCommit ParseCommit(string header)
    {
        var fields = header.Split(FieldSeparator, 6);

        // git stores dates outside the calendar; the server rejects changes at this date, and they are reported as skipped.
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
        foreach (var variable in start.Environment.Keys.Where(RedirectsGit).ToList())
        {
            start.Environment.Remove(variable);
        }

        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new UsageException("git is not installed. Install it to read a repository.");
        }
    }

    /// <summary>Returns whether a variable makes git read another repository or interpret patterns differently.</summary>
    private static bool RedirectsGit(string variable) =>
        variable is "GIT_DIR" or "GIT_WORK_TREE" or "GIT_INDEX_FILE"
        || (variable.StartsWith("GIT_", StringComparison.Ordinal) && variable.EndsWith("_PATHSPECS", StringComparison.Ordinal));

    /// <summary>Reads the NUL-separated output of git.</summary>
    private async IAsyncEnumerable<string> ReadFieldsAsync(
        IEnumerable<string> arguments,
        string? input,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var git = Start(arguments, redirectInput: input is not null);
        using var output = new StreamReader(git.StandardOutput.BaseStream, new UTF8Encoding(false));
        var errors = git.StandardError.ReadToEndAsync(cancellationToken);
        var writing = WriteAsync(git, input, cancellationToken);
        var buffer = new char[16 * 1024];
        var field = new StringBuilder();
        while (await output.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            var from = 0;
            for (var end = Array.IndexOf(buffer, '\0', 0, read); end >= 0; end = Array.IndexOf(buffer, '\0', from, read - from))
            {
                yield return field.Append(buffer, from, end - from).ToString();
                field.Clear();
                from = end + 1;
            }

            field.Append(buffer, from, read - from);
        }

        yield return field.ToString();
        await writing;
        await git.WaitForExitAsync(cancellationToken);
        if (git.ExitCode != 0)
        {
            throw new UsageException($"git cannot read {folder}: {(await errors).Trim()}");
        }
    }

    private static async Task WriteAsync(Process git, string? input, CancellationToken cancellationToken)
    {
        if (input is not null)
        {
            await git.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            git.StandardInput.Close();
        }
    }
}
