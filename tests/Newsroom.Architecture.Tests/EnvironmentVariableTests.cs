using System.Text.RegularExpressions;

namespace Newsroom.Architecture.Tests;

/// <summary>Compares the environment variables that the code names with those that the documentation names.</summary>
public sealed partial class EnvironmentVariableTests
{
    private static readonly string[] Pages = ["CONTRIBUTING.md", "docs/cli.md", "docs/operations.md", "ops/README.md"];

    [Fact]
    public void Every_variable_is_documented()
    {
        var used = VariablesIn(Code());

        used.ShouldContain("NEWSROOM_DATA");
        used.Except(VariablesIn(Documentation())).ShouldBeEmpty($"Describe them in one of {string.Join(", ", Pages)}.");
    }

    [Fact]
    public void Every_documented_variable_is_used() => VariablesIn(Documentation()).Except(VariablesIn(Code())).ShouldBeEmpty();

    private static IEnumerable<string> Code() =>
        [.. Repository.CodeIn("src"), .. Repository.CodeIn("tests"), Path.Combine(Repository.Root, "docker-compose.yml")];

    private static IEnumerable<string> Documentation() => Pages.Select(page => Path.Combine(Repository.Root, page));

    private static HashSet<string> VariablesIn(IEnumerable<string> files) =>
        [.. files.SelectMany(file => Variable().Matches(File.ReadAllText(file))).Select(variable => variable.Value)];

    [GeneratedRegex(@"\bNEWSROOM_[A-Z][A-Z_]*\b")]
    private static partial Regex Variable();
}
