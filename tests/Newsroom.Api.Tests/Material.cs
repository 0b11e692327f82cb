namespace Newsroom.Api.Tests;

/// <summary>Material that lies beside the repository where it is developed. It is other people's, so the repository has none of it.</summary>
public static class Material
{
    /// <summary>The files of a pattern in a folder of it; the test is skipped with a message where there are none.</summary>
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

        Assert.Skip($"No {folder}/{pattern} beside the repository: this test needs material that is not part of it.");
        return [];
    }
}
