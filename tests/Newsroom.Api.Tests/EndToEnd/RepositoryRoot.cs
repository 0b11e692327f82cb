namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>The directory that has the solution.</summary>
internal static class RepositoryRoot
{
    /// <summary>Gets its path.</summary>
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory)).FullName;

    private static DirectoryInfo Find(DirectoryInfo directory) =>
        File.Exists(System.IO.Path.Combine(directory.FullName, "Newsroom.sln")) ? directory : Find(directory.Parent!);
}
