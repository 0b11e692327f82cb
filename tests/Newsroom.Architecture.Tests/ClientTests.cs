using System.Reflection;

namespace Newsroom.Architecture.Tests;

/// <summary>The client needs no server, and the CLI reaches a server through the client only.</summary>
public sealed class ClientTests
{
    [Fact]
    public void The_client_references_the_domain_only() =>
        References(typeof(Client.NewsroomClient).Assembly).Where(IsOurs).ShouldBe(["Newsroom.Domain"]);

    [Fact]
    public void The_CLI_references_no_server() => References(typeof(Cli.CommandLine).Assembly).ShouldNotContain("Newsroom.Api");

    [Fact]
    public void The_CLI_sends_no_request_by_itself() => References(typeof(Cli.CommandLine).Assembly).ShouldNotContain("System.Net.Http");

    private static bool IsOurs(string assembly) => assembly.StartsWith("Newsroom.", StringComparison.Ordinal);

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);
}
