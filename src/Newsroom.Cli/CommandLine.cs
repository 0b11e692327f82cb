using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Histories;
using Newsroom.Cli.Ledgers;
using Newsroom.Cli.Reads;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Stories;
using Newsroom.Cli.Tokens;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli;

/// <summary>The command line of a newsroom: its verbs, and what becomes of a line.</summary>
public static class CommandLine
{
    /// <summary>The exit code of a line that was carried out.</summary>
    public const int Done = 0;

    /// <summary>The exit code of a line that cannot be understood or carried to a newsroom.</summary>
    public const int NotSent = 1;

    /// <summary>The exit code of a line that the newsroom refused.</summary>
    public const int Refused = 2;

    /// <summary>The exit code of a line that was carried out, but not for everything it was given.</summary>
    public const int Incomplete = 3;

    /// <summary>Everything <c>newsroom</c> can do: what is read, what is set up, and every command of a story by its name.</summary>
    public static RootCommand Verbs(Machine machine)
    {
        var options = new GlobalOptions();
        var root = new RootCommand("The newsroom's editorial system of record, from the command line.");
        Verb[] verbs =
        [
            Show.Verb(),
            History.Verb(),
            Diff.Verb(),
            Blame.Verb(),
            Gates.Verb(),
            Quoted.Verb(),
            DismissedPhrases.Verb(),
            Board.Verb(),
            Queue.Verb(),
            StoryList.Verb(),
            Published.Verb(),
            Audit.Verb(),
            Speakers.Verb(),
            .. CommandCatalog.All.Select(StoryVerb.Of),
            RegisterSpeaker.Verb(),
            .. Identities.Verbs(),
            .. Policies.Verbs(),
            ImportHistory.Verb(),
            .. Views.Views.Verbs(),
            .. Erasures.Verbs(),
            .. GetBundle.Verbs(),
            Verify.Verb(),
            VerifyStore.Verb(),
            LedgerKey.Verb(),
            TokenVerb.Verb(),
        ];
        foreach (var verb in verbs)
        {
            verb.SetAction((asked, cancel) => new Run(asked, options, machine, cancel).Do(verb.Act));
            root.Add(verb);
        }

        options.AddTo(root);
        root.Options.OfType<HelpOption>().Single().Action = new Help(machine);
        return root;
    }

    /// <summary>Carries out one line and returns its exit code. Nothing is thrown.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> line, Machine machine, CancellationToken cancel = default)
    {
        var errors = new Screen(machine.Error, machine.Width, machine.ErrorColours, machine.Clock);
        try
        {
            // An option's value beginning with @ names a file of text here, not a file of further options.
            var asked = Verbs(machine).Parse(line, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return asked.Action is ParseErrorAction mistake
                ? Explain(asked, mistake, machine, errors)
                : await asked.InvokeAsync(new InvocationConfiguration { Output = machine.Out, Error = machine.Error, EnableDefaultExceptionHandler = false }, cancel);
        }
        catch (Exception mistake)
        {
            errors.Say($"This is a mistake in newsroom itself, please report it: {mistake.GetType().Name}: {mistake.Message}");
            return NotSent;
        }
    }

    private static int Explain(ParseResult asked, ParseErrorAction mistake, Machine machine, Screen errors)
    {
        if (asked.UnmatchedTokens.Count > 0 || asked.CommandResult.Command is not Verb)
        {
            mistake.ShowHelp = asked.Tokens.Count == 0;
            asked.Invoke(new InvocationConfiguration { Output = machine.Error, Error = machine.Error });
        }
        else
        {
            foreach (var error in asked.Errors)
            {
                errors.Say(error.Message);
            }
        }

        if (asked.CommandResult.Command is Verb verb)
        {
            errors.Say($"“newsroom {verb.Name} --help” says what it takes.");
        }

        return NotSent;
    }
}
