using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Domain.Kernel;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Invocation;

/// <summary>Prints the help of a command: what System.CommandLine generates, an example, and details. The root lists its groups.</summary>
internal sealed class CommandHelp(CliEnvironment environment, IReadOnlyList<CommandGroup> groups) : SynchronousCommandLineAction
{
    private const string Column = "  ";

    private static readonly string[] RootDetails =
    [
        "<story> is the id or the slug of a story. Give a text literally, as @file, or as - for standard input; write @@ for a leading @.",
        "A story usually goes this way: draft-article, mark, submit-for-review by a reporter; check by a fact-checker; show and approve by "
            + "editors; publish by a publisher; history, bundle and verify by an auditor. “newsroom mine” lists what waits for you, "
            + "“newsroom gates <story>” what publication still requires.",
        "Begin with “newsroom login”. At a development server it lists the people to sign in as.",
        "Exit codes: 0 success; 1 invalid usage, a local file, or no server reached; 2 refused by the server, with the reasons on standard "
            + "error; 3 a verification failed, or carried out in part.",
    ];

    private readonly int width = Math.Min(environment.Width, MaxWidth);

    private const int MaxWidth = 100;

    public override bool ClearsParseErrors => true;

    /// <summary>Describes who can use a command.</summary>
    public static string AllowedRoles(ImmutableArray<Role> roles, string condition)
    {
        var names = string.Join(", ", roles.Select(r => r.ToKebabCase()));
        return condition.Length > 0 ? $"Allowed roles: {names} ({condition})." : $"Allowed roles: {names}.";
    }

    public override int Invoke(ParseResult parseResult)
    {
        // Help is for reading, in a file too.
        var console = ConsoleRenderer.ForOutput(environment with { OutIsTerminal = true, Width = width });
        if (parseResult.CommandResult.Command is not CliCommand command)
        {
            WriteRoot(parseResult.RootCommandResult.Command, console);
            return ExitCode.Success;
        }

        var code = new HelpAction { MaxWidth = width }.Invoke(parseResult);
        console.Write("Example:");
        foreach (var line in command.Example.Split('\n'))
        {
            console.WriteRaw($"{Column}{line}");
        }

        console.WriteBlankLine();
        WriteParagraphs(command.Details, console);
        return code;
    }

    private void WriteRoot(Command root, ConsoleRenderer console)
    {
        console.Write($"{root.Description}\n\nUsage:\n{Column}newsroom <command> [options]");
        foreach (var group in groups)
        {
            console.WriteHeading(group.Title);
            WriteSummaries(group.Commands.Select(command => (command.Name, command.Description)), console);
        }

        console.WriteHeading("Options of every command");
        WriteSummaries(root.Options.Select(option => (NameOf(option), option.Description)), console);
        console.WriteBlankLine();
        console.Write("“newsroom <command> --help” has the options of a command, and an example.");
        console.WriteBlankLine();
        WriteParagraphs(RootDetails, console);
    }

    private static string NameOf(Option option) =>
        option.HelpName is { } value ? $"{option.Name} <{value}>" : string.Join(", ", option.Aliases.Prepend(option.Name).Take(2));

    private static void WriteSummaries(IEnumerable<(string Name, string? Summary)> summaries, ConsoleRenderer console) =>
        console.WriteTable(
            ["", ""],
            summaries.Select(s => new IRenderable[] { ConsoleRenderer.Cell($"{Column}{s.Name}"), ConsoleRenderer.Cell(s.Summary ?? "") })
        );

    private static void WriteParagraphs(IReadOnlyList<string> paragraphs, ConsoleRenderer console)
    {
        foreach (var paragraph in paragraphs)
        {
            console.Write(paragraph);
            console.WriteBlankLine();
        }
    }
}
