using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Newsroom.Api.Tests.Imports;

/// <summary>A temporary git repository, built commit by commit.</summary>
public sealed class GitHistory : IDisposable
{
    private readonly MemoryStream import = new();
    private int marks;

    /// <summary>Its path.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"newsroom-git-{Guid.NewGuid():N}");

    /// <summary>Adds a commit to a branch.</summary>
    /// <param name="author">Name and address, <c>Jane Doe &lt;jane@example.org&gt;</c>.</param>
    /// <param name="at">When, in seconds since 1970.</param>
    /// <param name="message">The message.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="from">The mark of the commit it follows.</param>
    /// <param name="merge">The mark of a commit to merge.</param>
    /// <param name="merges">The marks of further commits to merge.</param>
    /// <param name="changes">Lines of fast-import: <c>R a b</c>, <c>D a</c>; or a path and its contents.</param>
    /// <returns>The commit's mark.</returns>
    public int Commit(
        string author,
        long at,
        string message,
        IReadOnlyList<(string Path, byte[]? Contents)> changes,
        string branch = "main",
        int? from = null,
        int? merge = null,
        params IReadOnlyList<int> merges
    )
    {
        var mark = ++marks;
        Line($"commit refs/heads/{branch}\nmark :{mark}\nauthor {author} {at} +0100\ncommitter {author} {at} +0100");
        Data(Encoding.UTF8.GetBytes(message));
        if (from is not null)
        {
            Line($"from :{from}");
        }

        foreach (var other in merge is { } one ? [one, .. merges] : merges)
        {
            Line($"merge :{other}");
        }

        foreach (var (path, contents) in changes)
        {
            if (contents is null)
            {
                Line(path);
            }
            else
            {
                Line($"M 100644 inline {path}");
                Data(contents);
            }
        }

        return mark;
    }

    /// <summary>Encodes the contents of a file.</summary>
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Writes it, unless it is written.</summary>
    public async Task BuildOnceAsync()
    {
        if (!Directory.Exists(Folder))
        {
            await BuildAsync();
        }
    }

    /// <summary>Writes it.</summary>
    public async Task<GitHistory> BuildAsync()
    {
        await GitAsync(null, "init", "-q", "--bare", "-b", "main", Folder);
        await GitAsync(import.ToArray(), "-C", Folder, "fast-import", "--quiet");
        return this;
    }

    /// <summary>What git prints.</summary>
    public Task<string> RunAsync(params string[] arguments) => GitAsync(null, ["-C", Folder, .. arguments]);

    /// <summary>What git prints.</summary>
    public static async Task<string> GitAsync(byte[]? input, params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        var output = git.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = git.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await git.StandardInput.BaseStream.WriteAsync(input ?? [], TestContext.Current.CancellationToken);
        git.StandardInput.Close();
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        git.ExitCode.ShouldBe(0, await errors);
        return await output;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private void Line(string text) => import.Write(Encoding.UTF8.GetBytes(text + "\n"));

    private void Data(byte[] bytes)
    {
        Line(string.Create(CultureInfo.InvariantCulture, $"data {bytes.Length}"));
        import.Write(bytes);
        Line("");
    }
}
