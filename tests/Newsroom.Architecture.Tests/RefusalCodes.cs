using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Newsroom.Architecture.Tests;

/// <summary>Finds the codes of refusals and of gate reasons in source text, wherever one is made.</summary>
internal static class RefusalCodes
{
    // The types that have a code, and the index of the code among the parameters of their constructors.
    private static readonly ImmutableDictionary<string, int> Types = ImmutableDictionary
        .Create<string, int>()
        .Add("Refusal", 1)
        .Add("GateReason", 0);

    /// <summary>Returns the codes of a file. A code that is assembled has <c>*</c> for each part that is not constant.</summary>
    public static IEnumerable<string> In(SyntaxNode file)
    {
        var makers = Makers(file);
        return file.DescendantNodes().Select(node => CodeOf(node, makers)).OfType<ExpressionSyntax>().SelectMany(Constants);
    }

    /// <summary>Returns a pattern that matches a code and nothing else.</summary>
    public static Regex Pattern(string code) => new($"^{Regex.Escape(code).Replace(@"\*", "[a-z-]+", StringComparison.Ordinal)}$");

    /// <summary>Returns the methods of a file that take a code and make a refusal or a reason, with the index of the code.</summary>
    private static Dictionary<string, int> Makers(SyntaxNode file)
    {
        var makers = new Dictionary<string, int>();
        foreach (var node in file.DescendantNodes())
        {
            var (name, type, parameters) = node switch
            {
                MethodDeclarationSyntax m => (m.Identifier.Text, m.ReturnType, m.ParameterList),
                LocalFunctionStatementSyntax f => (f.Identifier.Text, f.ReturnType, f.ParameterList),
                _ => ("", null, null),
            };
            var index = parameters?.Parameters.IndexOf(p => p.Identifier.Text == "code") ?? -1;
            if (index >= 0 && Types.ContainsKey(type!.ToString().TrimEnd('?')))
            {
                makers[name] = index;
            }
        }

        return makers;
    }

    private static ExpressionSyntax? CodeOf(SyntaxNode node, Dictionary<string, int> makers) =>
        node switch
        {
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Refusal" } }
            } call => Argument(call.ArgumentList, 0),
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } call
                when makers.TryGetValue(name.Identifier.Text, out var at) => Argument(call.ArgumentList, at),
            ObjectCreationExpressionSyntax made when Types.TryGetValue(made.Type.ToString(), out var at) => Argument(made.ArgumentList, at),
            ImplicitObjectCreationExpressionSyntax made when IsKind(Argument(made.ArgumentList, 0)) => Argument(made.ArgumentList, 1),
            PrimaryConstructorBaseTypeSyntax made when Types.TryGetValue(made.Type.ToString(), out var at) => Argument(
                made.ArgumentList,
                at
            ),
            _ => null,
        };

    private static ExpressionSyntax? Argument(ArgumentListSyntax? list, int index) => list?.Arguments.ElementAtOrDefault(index)?.Expression;

    private static bool IsKind(ExpressionSyntax? argument) =>
        argument is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "RefusalKind" } };

    private static IEnumerable<string> Constants(ExpressionSyntax code) =>
        code switch
        {
            LiteralExpressionSyntax literal => [literal.Token.ValueText],
            InterpolatedStringExpressionSyntax text =>
            [
                string.Concat(text.Contents.Select(c => c is InterpolatedStringTextSyntax constant ? constant.TextToken.ValueText : "*")),
            ],
            ConditionalExpressionSyntax either => [.. Constants(either.WhenTrue), .. Constants(either.WhenFalse)],
            // The code of the arm of a switch over codes.
            IdentifierNameSyntax { Parent: var parent } => parent!
                .Ancestors()
                .OfType<SwitchExpressionArmSyntax>()
                .Select(arm => arm.Pattern)
                .OfType<ConstantPatternSyntax>()
                .Take(1)
                .SelectMany(pattern => Constants(pattern.Expression)),
            _ => [],
        };
}
