using System.Text.RegularExpressions;

namespace Newsroom.Architecture.Tests;

/// <summary>
/// The using directives of a file have the order that <c>dotnet format</c> gives them: System first, then by name, then static ones, then
/// aliases. <c>.ci/run</c> checks only the whitespace with that command, because the build checks the rules of style already.
/// </summary>
public sealed partial class UsingOrderTests
{
    [Fact]
    public void Using_directives_are_in_order()
    {
        var files = Repository.CodeIn("src").Concat(Repository.CodeIn("tests")).ToList();
        files.Count.ShouldBeGreaterThan(100);
        files.Where(file => !IsInOrder(File.ReadLines(file))).Select(file => Path.GetRelativePath(Repository.Root, file)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("using System.Text; using Marten; using static System.Math; using A = Marten.IDocumentSession;", true)]
    [InlineData("using Marten; using System.Text;", false)]
    [InlineData("using Npgsql; using Marten;", false)]
    [InlineData("using Marten.Events; using Marten;", false)]
    [InlineData("using static System.Math; using Marten;", false)]
    public void A_wrong_order_is_found(string directives, bool isInOrder) =>
        IsInOrder(directives.Split("; ").Select(directive => directive.TrimEnd(';') + ";")).ShouldBe(isInOrder);

    private static bool IsInOrder(IEnumerable<string> lines)
    {
        var directives = lines
            .TakeWhile(line => line.Length == 0 || line.StartsWith("using ", StringComparison.Ordinal) || line.StartsWith('/'))
            .Select(line => Directive.Match(line))
            .Where(match => match.Success)
            .Select(KeyOf)
            .ToList();
        return directives.SequenceEqual(directives.Order(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Returns a text that sorts as the directive: the kind, then the names, each ended by a character before all others.
    /// </summary>
    private static string KeyOf(Match directive)
    {
        var alias = directive.Groups["alias"];
        var name = alias.Success ? alias.Value : directive.Groups["name"].Value;
        var isSystem = name == nameof(System) || name.StartsWith($"{nameof(System)}.", StringComparison.Ordinal);
        var kind = (alias.Success, directive.Groups["static"].Success, isSystem) switch
        {
            (true, _, _) => 3,
            (_, true, _) => 2,
            (_, _, true) => 0,
            _ => 1,
        };
        return $"{kind}{name.Replace('.', '\u0001')}\u0001";
    }

    [GeneratedRegex(@"^using (?<static>static )?(?:(?<alias>\w+) = )?(?<name>[\w.]+)[^(]*;")]
    private static partial Regex Directive { get; }
}
