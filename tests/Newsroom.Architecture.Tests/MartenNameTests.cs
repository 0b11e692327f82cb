using System.Text.RegularExpressions;

namespace Newsroom.Architecture.Tests;

/// <summary>One file names what Marten creates in the database, so that an upgrade of Marten is checked in one place.</summary>
public sealed partial class MartenNameTests
{
    private const string Names = "MartenNames.cs";

    private static List<string> Containing { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Where(file => MartenName().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Fact]
    public void No_other_file_contains_the_name_of_a_table_column_or_function_of_Marten() =>
        Containing.Where(file => Path.GetFileName(file) != Names).ShouldBeEmpty();

    [Fact]
    public void One_file_contains_them() => Containing.ShouldContain(file => Path.GetFileName(file) == Names);

    [GeneratedRegex(@"\bmt_[a-z]")]
    private static partial Regex MartenName();
}
