namespace Newsroom.Architecture.Tests;

/// <summary>The folder of the solution that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Gets its path.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo directory) =>
        File.Exists(Path.Combine(directory.FullName, "Newsroom.sln")) ? directory.FullName : Find(directory.Parent!);
}
