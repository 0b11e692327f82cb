using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Newsroom.Cli.Checking;
using Newsroom.Cli.Desks;
using Newsroom.Cli.Editing;
using Newsroom.Cli.Erasures;
using Newsroom.Cli.Imports;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Ledger;
using Newsroom.Cli.Marking;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.People;
using Newsroom.Cli.Projections;
using Newsroom.Cli.Reads;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Setup;
using Newsroom.Cli.Speakers;
using Newsroom.Cli.Stories;
using Newsroom.Cli.Subscribers;
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
        var groups = CreateGroups();
        foreach (var command in groups.SelectMany(group => group.Commands))
        {
            command.SetAction(
                (result, cancellationToken) =>
                    new CommandContext(result, options, environment, cancellationToken).RunAsync(command.ActAsync)
            );
            root.Add(command);
        }

        options.AddTo(root);
        root.Options.OfType<HelpOption>().Single().Action = new CommandHelp(environment, groups);
        return root;
    }

    private static CommandGroup[] CreateGroups() =>
        [
            new("Write", [.. OfTopic(CommandTopic.Writing), EditCommand.Create(), UndoCommand.Create()]),
            new(
                "Mark quotes and claims",
                [
                    QuotedCommand.Create(),
                    ProposalsCommand.Create(),
                    MarkCommand.Create(),
                    DismissedPhrasesCommand.Create(),
                    .. OfTopic(CommandTopic.Marking),
                ]
            ),
            new("Check facts", [QueueCommand.Create(), CheckCommand.Create(), .. OfTopic(CommandTopic.Checking)]),
            new("Review", [MineCommand.Create(), BoardCommand.Create(), NumbersCommand.Create(), .. OfTopic(CommandTopic.Review)]),
            new("Stop a publication, or except it from a rule", OfTopic(CommandTopic.Stops)),
            new(
                "Publish",
                [GatesCommand.Create(), .. OfTopic(CommandTopic.Publication), PublishedCommand.Create(), CorrectionsCommand.Create()]
            ),
            new(
                "Read stories",
                [
                    StoriesCommand.Create(),
                    WatchCommand.Create(),
                    ShowCommand.Create(),
                    HistoryCommand.Create(),
                    DiffCommand.Create(),
                    BlameCommand.Create(),
                    PassageCommand.Create(),
                ]
            ),
            new(
                "Speakers and sources",
                [SpeakersCommand.Create(), SpeakerQuotesCommand.Create(), RegisterSpeakerCommand.Create(), .. IdentityCommands.CreateAll()]
            ),
            new("Desks and people", [.. DeskCommands.CreateAll(), .. PersonCommands.CreateAll(), .. PolicyCommands.CreateAll()]),
            new("Subscribers", [.. SubscriberCommands.CreateAll(), .. DeliveryCommands.CreateAll()]),
            new(
                "Prove the record",
                [AuditCommand.Create(), .. EvidenceFileCommands.CreateAll(), .. EvidenceCommands.CreateAll(), VerifyCommand.Create()]
            ),
            new(
                "Operate a server",
                [
                    ImportHistoryCommand.Create(),
                    .. ErasureCommands.CreateAll(),
                    .. ProjectionCommands.CreateAll(),
                    VerifyStoreCommand.Create(),
                    LedgerKeyCommand.Create(),
                ]
            ),
            new(
                "Set up this program",
                [.. LoginCommands.CreateAll(), WhoAmICommand.Create(), TokenCommand.Create(), CompletionsCommand.Create()]
            ),
        ];

    private static CliCommand[] OfTopic(CommandTopic topic) =>
        [.. CommandCatalog.All.Where(command => command.Topic == topic).Select(StoryCliCommand.Create)];

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
                return ExitCode.LocalError;
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
            return ExitCode.LocalError;
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

        errors.Write(
            command is null ? "Run “newsroom --help” for its commands." : $"Run “newsroom {command.Name} --help” for its usage."
        );
    }
}
