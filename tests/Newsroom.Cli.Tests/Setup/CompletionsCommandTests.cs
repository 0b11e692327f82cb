using System.Diagnostics;

namespace Newsroom.Cli.Tests.Setup;

/// <summary>The scripts complete command lines in the shells that are installed here.</summary>
public sealed class CompletionsCommandTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("newsroom-completions-");

    public void Dispose() => directory.Delete(recursive: true);

    [Theory]
    [InlineData("newsroom fact-", "fact-check")]
    [InlineData("newsroom correct harbour --kind ed", "editors-note")]
    [InlineData("newsroom publish harbour --ba", "--based-on")]
    public Task Bash_completes_commands_options_and_values(string line, string completed) =>
        ShouldCompleteAsync(
            "bash",
            $$"""
            source ./script
            COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}; read -ra COMP_WORDS <<< "$COMP_LINE"; COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _newsroom; printf '%s\n' "${COMPREPLY[@]}"
            """,
            completed
        );

    [Theory]
    [InlineData("newsroom fact-", "fact-check")]
    [InlineData("newsroom correct harbour --kind ed", "editors-note")]
    public Task Fish_completes_commands_and_values(string line, string completed) =>
        ShouldCompleteAsync("fish", $"source ./script; complete -C '{line}'", completed);

    [Fact]
    public Task Zsh_completes_commands() =>
        ShouldCompleteAsync(
            "zsh",
            """
            compdef() { :; }
            compadd() { shift; print -l -- "$@"; }
            source ./script
            BUFFER='newsroom fact-'; CURSOR=${#BUFFER}
            _newsroom
            """,
            "fact-check"
        );

    [Theory]
    [InlineData("newsroom fact-", "fact-check")]
    [InlineData("newsroom correct harbour --kind ed", "editors-note")]
    public Task PowerShell_completes_commands_and_values(string line, string completed) =>
        ShouldCompleteAsync(
            "pwsh",
            $$"""
            Get-Content -Raw ./script | Invoke-Expression
            $line = '{{line}}'
            (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText
            """,
            completed,
            name: "powershell"
        );

    [Fact]
    public async Task An_unknown_shell_is_refused()
    {
        var refused = await Terminal.TypeAsync(environment => environment, "completions", "tcsh");

        refused.Code.ShouldBe(1);
        refused.Said.ShouldContain("'bash'");
    }

    private async Task ShouldCompleteAsync(string shell, string script, string completed, string? name = null)
    {
        Assert.SkipUnless(IsInstalled(shell), $"{shell} is not installed.");
        var printed = await Terminal.TypeAsync(environment => environment with { OutIsTerminal = false }, "completions", name ?? shell);
        await File.WriteAllTextAsync(Path.Combine(directory.FullName, "script"), printed.Out, Cancel);
        var start = new ProcessStartInfo(shell, ["-c", script])
        {
            WorkingDirectory = directory.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);

        (await output).Split('\n').ShouldContain(completed, await error);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static bool IsInstalled(string shell) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, shell)));
}
