using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Newsroom.Architecture.Tests;

/// <summary>Every code of a refusal that the source can produce is named by a test.</summary>
public sealed class RefusalCodeTests
{
    private const string Sample = """
        class Rules
        {
            Refusal? One() => Refusal.Rule("a-rule", "No.");
            Refusal Two(bool first) => new Refusal(RefusalKind.Malformed, first ? "first-kind" : "second-kind", "No.");
            Refusal Three { get; } = new(RefusalKind.Malformed, "target-typed", "No.");
            Refusal Four(string kind) => Refusal.NotFound($"unknown-{kind}", "No.");
            Refusal? Five() => Needed("named-in-a-call", "No.");
            Refusal? Needed(string code, string detail) => Refusal.Rule(code, detail);
            Refusal Six(string code) => code switch { "of-an-arm" => Refusal.Rule(code, "No."), _ => throw new Exception(code) };
            GateReason Seven() => new GateReason("of-a-gate", "c1", "No.", []);
            string Other() => Name("not-a-code");
        }

        record Derived(string Detail) : Refusal(RefusalKind.Rule, "of-a-subtype", Detail);
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_code_is_named_by_a_test()
    {
        var codes = Trees("src").SelectMany(RefusalCodes.In).Distinct().Order(StringComparer.Ordinal).ToList();
        codes.Count.ShouldBeGreaterThan(100);
        var named = Trees("tests").SelectMany(Literals).ToHashSet();

        codes.Where(code => !named.Any(RefusalCodes.Pattern(code).IsMatch)).ShouldBeEmpty("Add a test of each of these refusals.");
    }

    [Fact]
    public void Every_code_has_a_problem_type() =>
        Trees("src", except: "Gates")
            .SelectMany(RefusalCodes.In)
            .Where(code => !code.Contains('*', StringComparison.Ordinal))
            .Except(Domain.Kernel.ProblemTypes.All.Select(type => type.Code))
            .ShouldBeEmpty("Add a line for each of these codes to ProblemTypes.");

    [Fact]
    public void Codes_are_found_wherever_a_refusal_is_made() =>
        RefusalCodes
            .In(CSharpSyntaxTree.ParseText(Sample, cancellationToken: Cancellation).GetRoot(Cancellation))
            .ShouldBe([
                "a-rule",
                "first-kind",
                "second-kind",
                "target-typed",
                "unknown-*",
                "named-in-a-call",
                "of-an-arm",
                "of-a-gate",
                "of-a-subtype",
            ]);

    private static IEnumerable<string> Literals(SyntaxNode file) =>
        file.DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => token.ValueText);

    private static IEnumerable<SyntaxNode> Trees(string folder, string? except = null) =>
        Repository
            .CodeIn(folder)
            .Where(file => except is null || !file.Contains($"/{except}/", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), cancellationToken: Cancellation).GetRoot(Cancellation));
}
