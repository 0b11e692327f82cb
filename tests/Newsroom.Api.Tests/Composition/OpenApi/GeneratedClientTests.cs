using System.Diagnostics;
using System.Text.Json;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Composition.OpenApi;

/// <summary>
/// Runs the commands of docs/api.md that generate a client: the document passes the linter, the client compiles, and takes a story from
/// draft to audit.
/// </summary>
public sealed class GeneratedClientTests(GeneratedClientTests.Host host) : IClassFixture<GeneratedClientTests.Host>
{
    private const string Heading = "## Generate a client";
    private const string Address = "http://localhost:5080";

    // How npm, NuGet and DNS report that a registry cannot be reached.
    private static readonly string[] Unreachable = ["ENOTFOUND", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EAI_AGAIN", "NU1301"];

    private static readonly Dictionary<string, Role> People = new()
    {
        ["root"] = Role.Admin,
        ["rita"] = Role.Reporter,
        ["femi"] = Role.FactChecker,
        ["ed"] = Role.Editor,
        ["eva"] = Role.Editor,
        ["pia"] = Role.Publisher,
        ["ida"] = Role.Auditor,
    };

    [Theory]
    [InlineData("typescript", "bash", "curl", "node", "npm")]
    [InlineData("csharp", "bash", "curl", "dotnet")]
    public async Task A_generated_client_takes_a_story_from_draft_to_audit(string sample, params string[] tools)
    {
        var missing = tools.Where(tool => !IsInstalled(tool)).ToList();
        Assert.SkipWhen(missing.Count > 0, $"The {sample} client needs {string.Join(", ", missing)}, which this machine does not have.");
        using var directory = new TemporaryDirectory("newsroom-client");
        Copy(Path.Combine(RepositoryRoot.Path, "samples", sample), directory.Path);
        var tokens = People.ToDictionary(person => person.Key, person => host.Token(person.Key, person.Value));
        await File.WriteAllTextAsync(
            Path.Combine(directory.Path, "tokens.json"),
            JsonSerializer.Serialize(tokens),
            TestContext.Current.CancellationToken
        );

        var (code, output) = await RunAsync(CommandsOf(sample), directory.Path);

        Assert.SkipWhen(code != 0 && Unreachable.Any(output.Contains), $"A package registry cannot be reached:\n{output}");
        code.ShouldBe(0, output);
        output.TrimEnd().Split('\n')[^1].ShouldStartWith("council-votes-to-rebuild-the-breakwater");
    }

    /// <summary>Returns the block of commands that names the sample.</summary>
    private static string CommandsOf(string sample)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "api.md")).ReplaceLineEndings("\n");
        var section = page[page.IndexOf(Heading, StringComparison.Ordinal)..];
        return TourPage.Parse(section).Steps.Single(step => step.Script.Contains($"samples/{sample}", StringComparison.Ordinal)).Script;
    }

    private async Task<(int Code, string Output)> RunAsync(string commands, string directory)
    {
        // The sample is copied already, because the commands of the page are for a copy of the repository.
        var script = string.Join('\n', commands.Split('\n').Where(line => !line.StartsWith("cd ", StringComparison.Ordinal)));
        var address = (await host.AddressAsync()).GetLeftPart(UriPartial.Authority);
        var addressed = script.Replace(Address, address, StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-e", "-c", addressed])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["DOTNET_NOLOGO"] = "1",
                ["MSBUILDDISABLENODEREUSE"] = "1",
                ["KIOTA_CLI_TELEMETRY_OPTOUT"] = "1",
                ["KIOTA_TUTORIAL_ENABLED"] = "false",
                ["KIOTA_OFFLINE_ENABLED"] = "true",
                ["REDOCLY_TELEMETRY"] = "off",
                ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true",
            },
        };
        using var bash = Process.Start(start)!;
        bash.StandardInput.Close();
        var output = bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (bash.ExitCode, $"{await error}\n{await output}");
    }

    private static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(IsOfSample))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        bool IsOfSample(string file) =>
            !Path.GetRelativePath(from, file)
                .Split(Path.DirectorySeparatorChar)
                .Any(part => part is "node_modules" or "Generated" or "bin" or "obj");
    }

    /// <summary>A host that both clients use.</summary>
    public sealed class Host : IAsyncLifetime
    {
        private readonly TemporaryDirectory data = new("newsroom-tests");
        private string database = "";
        private HostProcess? process;

        /// <summary>Waits until the host listens, and returns its address.</summary>
        public Task<Uri> AddressAsync() => process!.AddressAsync(TestContext.Current.CancellationToken);

        /// <summary>Issues a token.</summary>
        public string Token(string user, Role role) => DevelopmentTokens.Issue(data.Path, user, [role]);

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            database = await TemplateDatabase.CopyAsync(data.Path);
            process = HostProcess.Start(database, data.Path, "Development");
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            process?.Dispose();
            await TestServer.DropDatabaseAsync(database);
            data.Dispose();
        }
    }
}
