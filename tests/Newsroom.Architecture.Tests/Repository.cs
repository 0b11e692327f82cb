namespace Newsroom.Architecture.Tests;

/// <summary>The folder of the solution that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Gets its path.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Returns the files of code below a folder, without generated ones.</summary>
    public static IEnumerable<string> CodeIn(string folder) => FilesIn(folder, "*.cs");

    /// <summary>Returns the Razor components in a folder.</summary>
    public static IEnumerable<string> PagesIn(string folder) => FilesIn(folder, "*.razor");

    private static IEnumerable<string> FilesIn(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Find(DirectoryInfo directory) =>
        File.Exists(Path.Combine(directory.FullName, "Newsroom.sln")) ? directory.FullName : Find(directory.Parent!);
}
