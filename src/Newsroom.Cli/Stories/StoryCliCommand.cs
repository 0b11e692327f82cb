using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using SymbolResult = System.CommandLine.Parsing.CommandResult;

namespace Newsroom.Cli.Stories;

/// <summary>The CLI command of a story command, generated from its description and its record.</summary>
internal sealed class StoryCliCommand
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    private readonly CommandDescription command;

    private readonly ImmutableArray<ParameterOption> parameters;

    private readonly StoryArgument? story;

    private readonly BasedOnOption? basedOn;

    private readonly StoryFileOption? file;

    private StoryCliCommand(CommandDescription command)
    {
        this.command = command;
        parameters = [.. CommandParameter.Of(command.Type).Select(p => ParameterOption.Of(p, command))];
        story = command.Begins ? null : new StoryArgument();
        var takesVersion = command.Precondition == Precondition.Version || command.MayNameVersion;
        basedOn = takesVersion ? new BasedOnOption(isRequired: !command.MayNameVersion) : null;
        if (StoryFileOption.IsFor(parameters.Select(p => p.Parameter)))
        {
            file = new StoryFileOption();
            foreach (var parameter in parameters)
            {
                parameter.Option.Required = false;
            }
        }
    }

    private ParameterOption? Fingerprint =>
        command.Precondition == Precondition.Fingerprint ? parameters.Single(p => p.Parameter.Type == typeof(Fingerprint)) : null;

    public static CliCommand Create(CommandDescription command) => new StoryCliCommand(command).ToCliCommand();

    /// <summary>Lists the options that a command line of a command needs, as help shows them, except some.</summary>
    /// <param name="command">The command.</param>
    /// <param name="given">The names of options that the command line has.</param>
    public static IEnumerable<string> RequiredOptions(CommandDescription command, IReadOnlyCollection<string> given) =>
        new StoryCliCommand(command)
            .parameters.Select(p => p.Option)
            .Where(option => option.Required && !given.Contains(option.Name))
            .Select(option => $"{option.Name} <{option.HelpName}>");

    /// <summary>Gets the options of which exactly one names the passage.</summary>
    private ImmutableArray<ParameterOption> Ways =>
        parameters.Any(p => p.Parameter.Type == typeof(QuotationPlace))
            ? [.. parameters.Where(p => p.Parameter is { Key: "words" or "at" or "nth" })]
            : [];

    private CliCommand ToCliCommand()
    {
        Symbol?[] symbols = [story, basedOn, .. parameters.Select(p => p.Option), file?.Option];
        var cli = new CliCommand(command.Name, command.Summary, symbols.OfType<Symbol>(), ActAsync)
        {
            Example = CommandExample.Of(command, namesVersion: basedOn is not null && !command.MayNameVersion),
            Details = file is null ? [AllowedRoles()] : [AllowedRoles(), StoryFileOption.Details],
        };
        cli.Validators.Add(RequireFingerprint);
        if (Ways is { IsEmpty: false } ways)
        {
            cli.Validators.Add(result => PlaceOptions.RequireOne(result, command.Name, ways));
        }

        return cli;
    }

    private string AllowedRoles()
    {
        var onTheStory = command.OnTheStory ? "a reporter only as author or assignee" : "";
        var conditions = new[] { onTheStory, command.Condition }.Where(c => c.Length > 0);
        return CommandHelp.AllowedRoles(command.Roles, string.Join("; ", conditions));
    }

    private void RequireFingerprint(SymbolResult result)
    {
        var name = story is not null && result.GetResult(story) is { Tokens: [var token, ..] } ? token.Value : "<story>";
        if (command.Type == typeof(StoryCommand.WaiveGate) && result.GetResult(Fingerprint!.Option) is null)
        {
            result.AddError(FingerprintMissing("gates", name));
        }
    }

    private async Task ActAsync(CommandContext context)
    {
        var body = ReadBody(context);
        if (story is not null && JudgesWholeText(body, context))
        {
            await ReadFirst.ShowAsync(context, context.GetValue(story)!, command.Name);
        }

        var version = FindBasis(context);
        var stories = context.Client.Stories;
        if (story is null)
        {
            await FindLinkedAsync(body, context);
            var draft = (StoryCommand.DraftArticle)ToCommand(body, version);
            await ShowAsync(context, stories.DraftAsync(draft, context.IdempotencyKey, context.CancellationToken), command.Type);
            return;
        }

        var id = context.FindStory(story);
        await FindFingerprintAsync(body, id, context);
        await CompleteAsync(body, id, context);
        await ShowAsync(
            context,
            stories.SendAsync(id, ToCommand(body, version), context.IdempotencyKey, context.CancellationToken),
            command.Type,
            context.GetValue(story)
        );
    }

    /// <summary>Writes the result of a command, and remembers the version that it made.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="request">The command.</param>
    /// <param name="command">Its type, where the command that usually follows it is to be named.</param>
    /// <param name="name">The story's id or slug, as it was given.</param>
    public static async Task ShowAsync(
        CommandContext context,
        Task<ApiResponse<CommandResult>> request,
        Type? command = null,
        string? name = null
    )
    {
        await context.ShowAsync(request, (console, result) => console.WriteCommandResult(result, context.Token));
        var response = await request;
        if (response.Preview is null)
        {
            ShownVersions.Observe(context, shown => shown.Follow(response.Value));
            if (command == typeof(StoryCommand.FactCheck) && NextSteps.AreShown(context))
            {
                await RemainingChecks.ShowAsync(context, response.Value.Story);
            }

            if (command is not null)
            {
                NextSteps.Show(context, command, name ?? response.Value.Slug ?? $"{response.Value.Story}");
            }
        }
    }

    /// <summary>Returns the version that the command is based on: the given one, else the one that was shown last.</summary>
    private long? FindBasis(CommandContext context)
    {
        if (basedOn is null || story is null || context.IsGiven(basedOn))
        {
            return basedOn is null ? null : BasedOnOption.Parse(context.GetValue(basedOn));
        }

        if (command.MayNameVersion)
        {
            return null;
        }

        var name = context.GetValue(story)!;
        var shown = ShownVersions.Of(context).Find(name);
        if ((JudgesPassages ? shown?.Latest : shown?.Whole) is not { } version)
        {
            throw new UsageException(
                $"{command.Name} requires --based-on, the version of the story that you read. Read it with “newsroom show {name}”: "
                    + "that version is then the default. Write version 17 as --based-on 17."
            );
        }

        context.ErrorConsole.Write($"Based on version {version}, which newsroom showed last.");
        return version;
    }

    /// <summary>Gets whether the command needs the version whose whole text was shown, which the command line does not name.</summary>
    private bool JudgesWholeText(JsonObject body, CommandContext context) =>
        Fingerprint is { Parameter.Json: var member }
            ? !body.ContainsKey(member)
            : basedOn is not null && !command.MayNameVersion && !JudgesPassages && !context.IsGiven(basedOn);

    private string FingerprintMissing(string source, string name) =>
        $"{command.Name} requires --fingerprint, which names the words that you judged. "
        + $"“newsroom {source} {name}” prints it; its first 8 digits are enough.";

    /// <summary>Fills in the fingerprint of the words that were shown last.</summary>
    private async Task FindFingerprintAsync(JsonObject body, StoryKey id, CommandContext context)
    {
        if (Fingerprint is not { Parameter.Json: var member } || body.ContainsKey(member))
        {
            return;
        }

        var name = context.GetValue(story!)!;
        if (ShownVersions.Of(context).Find(name)?.Whole is not { } version)
        {
            throw new UsageException(FingerprintMissing("show", name));
        }

        var shown = (await context.Client.Stories.GetAsync(id, new PointInTime(version), context.CancellationToken)).Value;
        body[member] = FingerprintOption.Find(body, shown);
        context.ErrorConsole.Write($"Judging the words of version {version}, which newsroom showed last.");
    }

    /// <summary>Replaces the slugs of other stories by their ids.</summary>
    private async Task FindLinkedAsync(JsonObject body, CommandContext context)
    {
        foreach (var member in parameters.Where(p => p.Parameter.Type == typeof(Guid)).Select(p => p.Parameter.Json))
        {
            if (body.ContainsKey(member) && (string)body[member]! is var name && !Guid.TryParseExact(name, "D", out _))
            {
                body[member] = (await context.Client.Stories.GetAsync(name, cancellationToken: context.CancellationToken)).Value.Id;
            }
        }
    }

    /// <summary>Gets whether the command concerns words that lists show, rather than the whole text.</summary>
    private bool JudgesPassages =>
        command.Type == typeof(StoryCommand.AttributeQuote)
        || command.Type == typeof(StoryCommand.FlagClaim)
        || command.Type == typeof(StoryCommand.DismissQuotation)
        || command.Type == typeof(StoryCommand.DismissProposed)
        || command.Type == typeof(StoryCommand.WithdrawQuote)
        || command.Type == typeof(StoryCommand.WithdrawClaim);

    /// <summary>Fills what the CLI reads from the story: a whole fingerprint, the default phrases, the instant of a local time.</summary>
    private async Task CompleteAsync(JsonObject body, StoryKey id, CommandContext context)
    {
        var stories = context.Client.Stories;
        if (Fingerprint is { Parameter.Json: var member } && (string)body[member]! is var digits && !FingerprintOption.IsComplete(digits))
        {
            body[member] = body.ContainsKey("gate")
                ? FingerprintOption.Complete(digits, body, (await stories.GetGatesAsync(id, context.CancellationToken)).Value)
                : FingerprintOption.Complete(
                    digits,
                    body,
                    (await stories.GetAsync(id, cancellationToken: context.CancellationToken)).Value
                );
        }

        if (command.Type == typeof(StoryCommand.Schedule))
        {
            await ScheduleTimeOption.CompleteAsync(body, id, context);
        }

        if (PhrasesOption.UsesDefault(parameters, body))
        {
            body["phrases"] = PhrasesOption.DefaultFor((await context.ReadAllQuotedAsync(id)).Value);
        }
    }

    private StoryCommand ToCommand(JsonObject body, long? version)
    {
        try
        {
            var typed = (StoryCommand)body.Deserialize(command.Type, Strict)!;
            return typed with { BasedOn = version };
        }
        catch (JsonException failure)
        {
            throw new UsageException($"The values of {command.Name} are invalid: {failure.Message}");
        }
    }

    private JsonObject ReadBody(CommandContext context)
    {
        var body = new JsonObject();
        foreach (var (parameter, _, read) in parameters.Where(p => context.IsGiven(p.Option)))
        {
            body[parameter.Json] = read(context);
        }

        file?.Fill(body, [.. parameters.Select(p => p.Parameter)], context);
        return
            parameters.FirstOrDefault(p => p.Parameter.Required && p != Fingerprint && !body.ContainsKey(p.Parameter.Json))
                is { Parameter: var missing }
            ? throw new UsageException($"{command.Name} requires {missing.Option}, or “{missing.Key}: …” in the front matter of --file.")
            : body;
    }
}
