using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Newsroom.Cli.Desks;
using Newsroom.Cli.Erasures;
using Newsroom.Cli.Imports;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Ledger;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Projections;
using Newsroom.Cli.Reads;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Speakers;
using Newsroom.Cli.Stories;
using Newsroom.Cli.Tokens;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli;

/// <summary>Parses and runs command lines of <c>newsroom</c>.</summary>
public static class CommandLine
{
    /// <summary>Creates the root command with all subcommands.</summary>
    public static RootCommand CreateRootCommand(CliEnvironment environment)
    {
        var options = new GlobalOptions();
        var root = new RootCommand("Use an editorial system of record from the command line.");
        CliCommand[] commands =
        [
            ShowCommand.Create(),
            HistoryCommand.Create(),
            DiffCommand.Create(),
            BlameCommand.Create(),
            GatesCommand.Create(),
            QuotedCommand.Create(),
            DismissedPhrasesCommand.Create(),
            BoardCommand.Create(),
            QueueCommand.Create(),
            StoriesCommand.Create(),
            PublishedCommand.Create(),
            AuditCommand.Create(),
            SpeakersCommand.Create(),
            .. CommandCatalog.All.Select(StoryCliCommand.Create),
            RegisterSpeakerCommand.Create(),
            .. IdentityCommands.CreateAll(),
            .. PolicyCommands.CreateAll(),
            ImportHistoryCommand.Create(),
            .. ProjectionCommands.CreateAll(),
            .. ErasureCommands.CreateAll(),
            .. EvidenceCommands.CreateAll(),
            VerifyCommand.Create(),
            VerifyStoreCommand.Create(),
            LedgerKeyCommand.Create(),
            TokenCommand.Create(),
        ];
        foreach (var command in commands)
        {
            command.SetAction(
                (result, cancellationToken) =>
                    new CommandContext(result, options, environment, cancellationToken).RunAsync(command.ActAsync)
            );
            root.Add(command);
        }

        options.AddTo(root);
        root.Options.OfType<HelpOption>().Single().Action = new CommandHelp(environment);
        return root;
    }

    /// <summary>Runs one command line and returns its <see cref="ExitCode"/>; never throws.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        CliEnvironment environment,
        CancellationToken cancellationToken = default
    )
    {
        var errors = ConsoleRenderer.ForErrors(environment);
        try
        {
            // System.CommandLine would read @file as a file of further options; here it is the value of an option.
            var parser = new ParserConfiguration { ResponseFileTokenReplacer = null };
            var result = CreateRootCommand(environment).Parse(arguments, parser);
            if (result.Action is ParseErrorAction error)
            {
                ShowParseErrors(result, error, environment, errors);
                return ExitCode.NotSent;
            }

            var invocation = new InvocationConfiguration
            {
                Output = environment.Out,
                Error = environment.Error,
                EnableDefaultExceptionHandler = false,
            };
            return await result.InvokeAsync(invocation, cancellationToken);
        }
        catch (Exception failure)
        {
            errors.Write($"Internal error of newsroom, please report it: {failure.GetType().Name}: {failure.Message}");
            return ExitCode.NotSent;
        }
    }

    private static void ShowParseErrors(ParseResult result, ParseErrorAction error, CliEnvironment environment, ConsoleRenderer errors)
    {
        var command = result.CommandResult.Command as CliCommand;
        if (result.UnmatchedTokens.Count > 0 || command is null)
        {
            error.ShowHelp = result.Tokens.Count == 0;
            result.Invoke(new InvocationConfiguration { Output = environment.Error, Error = environment.Error });
        }
        else
        {
            foreach (var message in result.Errors)
            {
                errors.Write(message.Message);
            }
        }

        if (command is not null)
        {
            errors.Write($"Run “newsroom {command.Name} --help” for its usage.");
        }
    }
}
