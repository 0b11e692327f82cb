using System.Text.RegularExpressions;
using Newsroom.Console;

namespace Newsroom.Architecture.Tests;

/// <summary>The console reaches the API through the client only, so a page can do nothing that another client cannot.</summary>
public sealed partial class ConsoleTests
{
    private static readonly string[] References =
    [
        .. typeof(ConsoleSetup).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_console_uses_the_client_and_the_development_issuer_only() =>
        References.Where(name => name.StartsWith("Newsroom.", StringComparison.Ordinal)).ShouldBe(["Newsroom.Client", "Newsroom.Local"]);

    [Fact]
    public void The_console_reaches_no_database() =>
        References.ShouldNotContain(name =>
            name.StartsWith("Marten", StringComparison.Ordinal) || name.StartsWith("Npgsql", StringComparison.Ordinal)
        );

    [Fact]
    public void Pages_have_no_inline_scripts_and_styles()
    {
        var folder = Path.Combine(Repository.Root, "src", "Newsroom.Console");
        var pages = Directory.EnumerateFiles(folder, "*.razor", SearchOption.AllDirectories).ToList();

        pages.ShouldNotBeEmpty();
        pages
            .Where(page =>
                File.ReadAllText(page) is var text
                && (
                    InlineScript().IsMatch(text)
                    || text.Contains(" style=", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("MarkupString", StringComparison.Ordinal)
                )
            )
            .ShouldBeEmpty();
    }

    [GeneratedRegex("<script(?! type=\"module\" src=)", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();
}
