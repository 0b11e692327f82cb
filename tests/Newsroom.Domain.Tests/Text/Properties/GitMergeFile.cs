using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Newsroom.Domain.Tests.Text.Properties;

/// <summary><c>git merge-file</c>, the oracle of line merges.</summary>
internal static partial class GitMergeFile
{
    /// <summary>Treats one blank line like two.</summary>
    public static string Read(string text) => BlankLines().Replace(text, "\n\n").Trim('\n');

    [GeneratedRegex("\n{3,}")]
    private static partial Regex BlankLines();

    /// <summary>Merges two versions with git; null if there is a conflict.</summary>
    public static async Task<string?> TryMergeAsync(string text, string theirs, string mine)
    {
        var directory = Directory.CreateTempSubdirectory("merge");
        try
        {
            foreach (var (name, content) in new[] { ("base", text), ("theirs", theirs), ("mine", mine) })
            {
                await File.WriteAllTextAsync(Path.Combine(directory.FullName, name), content);
            }

            using var git = Process.Start(
                new ProcessStartInfo("git", ["merge-file", "-p", "-q", "theirs", "base", "mine"])
                {
                    WorkingDirectory = directory.FullName,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    StandardOutputEncoding = Encoding.UTF8,
                }
            )!;
            var merged = await git.StandardOutput.ReadToEndAsync();
            await git.WaitForExitAsync();
            return git.ExitCode == 0 ? merged : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
