using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Newsroom.Architecture.Tests;

/// <summary>No part of a conditional expression is another one: such a chain is a switch, or early returns.</summary>
public sealed class ConditionalChainTests
{
    private static readonly string[] Folders = ["src", "tests"];

    /// <summary>The verifier of bundle format 1 never changes.</summary>
    private static readonly string Frozen = Path.Combine("src", "Newsroom.Evidence", "V1");

    [Fact]
    public void Conditional_operators_are_not_chained()
    {
        var files = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Where(file => !Path.GetRelativePath(Repository.Root, file).StartsWith(Frozen, StringComparison.Ordinal))
            .ToList();
        files.Count.ShouldBeGreaterThan(100);
        files
            .SelectMany(file => Find(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line}"))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a ? b : c", false)]
    [InlineData("a ? b : c ? d : e", true)]
    [InlineData("a ? (b ? c : d) : e", true)]
    [InlineData("(a ? b : c) ? d : e", true)]
    [InlineData("a ? F(b ? c : d) : e", false)]
    public void A_chain_is_found(string expression, bool isFound) => Find($"_ = {expression};").Any().ShouldBe(isFound);

    private static IEnumerable<int> Find(string code) =>
        CSharpSyntaxTree
            .ParseText(code)
            .GetRoot()
            .DescendantNodes()
            .OfType<ConditionalExpressionSyntax>()
            .Where(IsPartOfAnother)
            .Select(chained => chained.GetLocation().GetLineSpan().StartLinePosition.Line + 1);

    private static bool IsPartOfAnother(ConditionalExpressionSyntax conditional)
    {
        SyntaxNode? outer = conditional.Parent;
        while (outer is ParenthesizedExpressionSyntax)
        {
            outer = outer.Parent;
        }

        return outer is ConditionalExpressionSyntax;
    }
}
