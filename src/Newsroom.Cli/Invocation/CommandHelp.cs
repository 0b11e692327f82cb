using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Domain.Kernel;

namespace Newsroom.Cli.Invocation;

/// <summary>Prints the generated help, then the details of the command.</summary>
internal sealed class CommandHelp(CliEnvironment environment) : SynchronousCommandLineAction
{
    private static readonly string[] RootDetails =
    [
        "<story> is the id or the slug of a story. Give a text literally, as @file, or as - for standard input; write @@ for a leading @.",
        "In development: export NEWSROOM_TOKEN=$(newsroom token --user ana --role editor)",
        "Exit codes: 0 success; 1 not sent: invalid usage, or no server reached; 2 refused by the server, with the reasons on standard "
            + "error; 3 carried out in part (import-history).",
    ];

    public override bool ClearsParseErrors => true;

    /// <summary>Describes who can use a command.</summary>
    public static string AllowedRoles(ImmutableArray<Role> roles, string condition)
    {
        var names = string.Join(", ", roles.Select(r => r.ToKebabCase()));
        return condition.Length > 0 ? $"Allowed roles: {names} ({condition})." : $"Allowed roles: {names}.";
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = new HelpAction { MaxWidth = environment.Width }.Invoke(parseResult);
        var console = ConsoleRenderer.ForOutput(environment);
        foreach (var paragraph in parseResult.CommandResult.Command is CliCommand command ? command.Details : RootDetails)
        {
            console.Write(paragraph);
            console.WriteBlankLine();
        }

        return code;
    }
}
