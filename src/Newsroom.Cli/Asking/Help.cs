using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Newsroom.Cli.Screens;

namespace Newsroom.Cli.Asking;

/// <summary>The usual help, then what the options do not say: who may give a command, what files look like, what exit codes mean.</summary>
internal sealed class Help(Machine machine) : SynchronousCommandLineAction
{
    private static readonly string[] OfEverything =
    [
        "<story> is a story's id or its slug. A text is given as it is, as @file, or as - for standard input; one that begins with @ itself is written with @@.",
        "In development: export NEWSROOM_TOKEN=$(newsroom token --user ana --role editor)",
        "Exit codes: 0 done; 1 not sent, because the line or this machine is not ready for it; 2 refused by the newsroom, with the reasons "
            + "on standard error; 3 done, but not for everything (import-history).",
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = new HelpAction { MaxWidth = machine.Width }.Invoke(parseResult);
        var screen = new Screen(machine.Out, machine.Width, machine.Colours, machine.Clock);
        foreach (var paragraph in parseResult.CommandResult.Command is Verb verb ? verb.Details : OfEverything)
        {
            screen.Say(paragraph);
            screen.Line();
        }

        return code;
    }
}
