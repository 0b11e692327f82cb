namespace Newsroom.Api.Tests;

/// <summary>Reads data of third parties from <c>../shared</c>, which is not part of the repository.</summary>
public static class Corpus
{
    /// <summary>Lists the files of a folder that match a pattern; skips the test with a message if there are none.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var beside = Path.Combine(directory.FullName, "shared", folder);
            if (Directory.Exists(beside) && Directory.GetFiles(beside, pattern) is { Length: > 0 } files)
            {
                return files;
            }
        }

        Assert.Skip($"This test requires shared/{folder}/{pattern} beside the repository.");
        return [];
    }
}
