using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Newsroom.Architecture.Tests;

/// <summary>
/// Methods have at most 60 lines; attributes and the content of raw string literals, such as SQL and JSON, are not counted.
/// </summary>
public sealed class MethodLengthTests
{
    private const int MaxLines = 60;

    /// <summary>Longer methods, and why they are.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["src/Newsroom.Domain/Text/WordBreakTable.cs: Ranges"] = "a generated table",
        ["src/Newsroom.Evidence/V1/Provenance.cs: Add"] = "the verifier of bundle format 1 never changes",
    };

    [Fact]
    public void Methods_have_at_most_60_lines()
    {
        var methods = Repository.CodeIn("src").SelectMany(In).ToList();
        methods.Count.ShouldBeGreaterThan(1000);
        methods.Where(method => method.Lines > MaxLines).Select(method => method.Name).ShouldBe(Exceptions.Keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("void Method()\n{\n    Call();\n}", 4)]
    [InlineData("[Theory]\n[InlineData(1)]\nint Method(\n    int number\n) =>\n    number;", 4)]
    [InlineData("void Method()\n{\n    Call(\"\"\"\n        a\n        b\n        \"\"\");\n}", 5)]
    [InlineData("void Method()\n{\n    Call($\"\"\"\n        a {1}\n        b\n        \"\"\");\n}", 5)]
    [InlineData("int Property =>\n    1;", 2)]
    public void Lines_are_counted(string code, int lines) =>
        Find($"class Type\n{{\n{code}\n}}").ShouldHaveSingleItem().Lines.ShouldBe(lines);

    private static IEnumerable<(string Name, int Lines)> In(string file)
    {
        var path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
        return Find(File.ReadAllText(file)).Select(method => ($"{path}: {method.Name}", method.Lines));
    }

    private static IEnumerable<(string Name, int Lines)> Find(string code) =>
        from node in CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes()
        let name = NameOf(node)
        where name is not null
        select (name, LinesOf(node));

    private static string? NameOf(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            LocalFunctionStatementSyntax function => function.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            BaseMethodDeclarationSyntax other => other.Kind().ToString(),
            PropertyDeclarationSyntax { ExpressionBody: not null } property => property.Identifier.Text,
            AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.Text,
            _ => null,
        };

    private static int LinesOf(SyntaxNode method)
    {
        var attributes = method.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault();
        var first = attributes?.GetLastToken().GetNextToken() ?? method.GetFirstToken();
        return LineOf(method.Span.End) - LineOf(first.SpanStart) + 1 - method.DescendantNodes().Sum(ContentOf);

        int LineOf(int position) => method.SyntaxTree.GetText().Lines.GetLineFromPosition(position).LineNumber;
    }

    /// <summary>Counts the lines between the first and the last of a raw string.</summary>
    private static int ContentOf(SyntaxNode node)
    {
        var isRaw = node switch
        {
            LiteralExpressionSyntax literal => literal.Token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken),
            InterpolatedStringExpressionSyntax text => text.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken),
            _ => false,
        };
        var lines = node.GetLocation().GetLineSpan();
        return isRaw ? lines.EndLinePosition.Line - lines.StartLinePosition.Line - 1 : 0;
    }
}
