using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;

namespace Newsroom.Cli.Setup;

/// <summary><c>newsroom completions</c>: prints a script that completes command lines in a shell.</summary>
internal static class CompletionsCommand
{
    // Each script asks for completions with the directive [suggest:position], which System.CommandLine answers.
    private const string Bash = """
        _newsroom() {
            local line="${COMP_LINE:0:COMP_POINT}" word
            line="${line#* }"
            COMPREPLY=()
            while IFS= read -r word; do
                [[ "$word" == "${COMP_WORDS[COMP_CWORD]}"* ]] && COMPREPLY+=("$word")
            done < <(newsroom "[suggest:${#line}]" "$line" 2> /dev/null)
        }
        complete -o default -F _newsroom newsroom
        """;

    private const string Zsh = """
        #compdef newsroom
        _newsroom() {
            local line="${BUFFER[1,CURSOR]}"
            line="${line#* }"
            local -a found
            found=("${(@f)$(newsroom "[suggest:${#line}]" "$line" 2> /dev/null)}")
            if [[ -n "${found[*]}" ]]; then compadd -- "${found[@]}"; else _files; fi
        }
        compdef _newsroom newsroom
        """;

    private const string Fish = """
        function __newsroom_complete
            set -l line (string replace -r '^\S+\s' '' -- (commandline -cp))
            newsroom "[suggest:"(string length -- "$line")"]" "$line" 2> /dev/null
        end
        complete -c newsroom -a '(__newsroom_complete)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName newsroom -ScriptBlock {
            param($word, $command, $position)
            $line = $command.ToString().PadRight($position).Substring(0, $position) -replace '^\S+\s', ''
            newsroom "[suggest:$($line.Length)]" $line 2> $null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["powershell"] = PowerShell,
    };

    public static CliCommand Create()
    {
        var shell = new Argument<string>("shell") { Description = $"The shell: {string.Join(", ", Scripts.Keys)}." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        return new CliCommand(
            "completions",
            "Print a script that completes command lines in a shell.",
            [shell],
            context =>
            {
                context.Output.WriteRaw(Scripts[context.GetValue(shell)!]);
                return Task.CompletedTask;
            }
        )
        {
            Details =
            [
                "bash: add  source <(newsroom completions bash)  to ~/.bashrc.",
                "zsh: add  source <(newsroom completions zsh)  to ~/.zshrc, after compinit.",
                "fish: newsroom completions fish > ~/.config/fish/completions/newsroom.fish",
                "PowerShell: add  newsroom completions powershell | Out-String | Invoke-Expression  to $PROFILE.",
            ],
        };
    }
}
