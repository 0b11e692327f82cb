using System.Diagnostics;
using Newsroom.Api.Tests.EndToEnd;

namespace Newsroom.Console.Tests.Pages;

/// <summary>The modules of the pages are typed with JSDoc; TypeScript, installed with the editor by the build, checks them.</summary>
public sealed class ModuleTypeTests
{
    [Fact]
    public async Task TypeScript_finds_no_fault_in_the_modules()
    {
        var console = Path.Combine(RepositoryRoot.Path, "src", "Newsroom.Console");
        var compiler = Path.Combine(console, "obj", "editor", "node_modules", "typescript", "lib", "tsc.js");
        Assert.SkipUnless(File.Exists(compiler), "This test needs npm for the build: TypeScript is not installed.");

        var cancellationToken = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("node", [compiler, "--project", Path.Combine(console, "editor", "tsconfig.json")])
        {
            RedirectStandardOutput = true,
        };
        using var check = Process.Start(start)!;
        var found = await check.StandardOutput.ReadToEndAsync(cancellationToken);
        await check.WaitForExitAsync(cancellationToken);

        found.ShouldBeEmpty();
        check.ExitCode.ShouldBe(0);
    }
}
