namespace Newsroom.Architecture.Tests;

/// <summary>Tests are found where the code they test is: a test project for each project, with the same folders.</summary>
public sealed class MirrorTests
{
    /// <summary>Folders of test projects that mirror no module, and what they contain.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["Newsroom.Api.Tests/EndToEnd"] = "tests of the API together with client and command line",
        ["Newsroom.Api.Tests/EndToEnd/Fuzzing"] = "hostile requests to every endpoint",
        ["Newsroom.Api.Tests/Postgres"] = "the database server of a test run",
        ["Newsroom.Console.Tests/EndToEnd"] = "tests across the pages of the console",
        ["Newsroom.Domain.Tests/Requests/Costs"] = "the cost of requests at the limits",
        ["Newsroom.Domain.Tests/Stories/Properties"] = "property tests and their reference models",
        ["Newsroom.Domain.Tests/Text/Properties"] = "property tests and their reference models",
    };

    public static TheoryData<string> Projects => [.. Directory.EnumerateDirectories(In("src")).Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Each_project_has_a_test_project_in_the_solution(string project) =>
        File.ReadAllText(In("Newsroom.sln")).ShouldContain($@"tests\{project}.Tests\{project}.Tests.csproj");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_of_tests_are_those_of_the_code(string project) =>
        Folders(In("tests", $"{project}.Tests"))
            .Where(folder => !Directory.Exists(In("src", project, folder)))
            .Select(folder => $"{project}.Tests/{folder}")
            .Except(Others.Keys)
            .ShouldBeEmpty();

    [Fact]
    public void Each_other_folder_exists() => Others.Keys.Where(folder => !Directory.Exists(In("tests", folder))).ShouldBeEmpty();

    private static IEnumerable<string> Folders(string project) =>
        Directory
            .EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(project, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Where(folder => folder.Split('/')[0] is not ("bin" or "obj" or "."))
            .Distinct();

    private static string In(params IEnumerable<string> path) => Path.Combine([Repository.Root, .. path]);
}
