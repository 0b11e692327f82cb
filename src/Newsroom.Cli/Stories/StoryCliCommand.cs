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

    private readonly CommandDescription _command;

    private readonly ImmutableArray<ParameterOption> _parameters;

    private readonly StoryArgument? _story;

    private readonly BasedOnOption? _basedOn;

    private readonly StoryFileOption? _file;

    private StoryCliCommand(CommandDescription command)
    {
        _command = command;
        _parameters = [.. CommandParameter.Of(command.Type).Select(p => ParameterOption.Of(p, command))];
        _story = command.Begins ? null : new StoryArgument();
        var takesVersion = command.Precondition == Precondition.Version || command.MayNameVersion;
        _basedOn = takesVersion ? new BasedOnOption(isRequired: !command.MayNameVersion) : null;
        if (StoryFileOption.IsFor(_parameters.Select(p => p.Parameter)))
        {
            _file = new StoryFileOption();
            foreach (var parameter in _parameters)
            {
                parameter.Option.Required = false;
            }
        }
    }

    private ParameterOption? Fingerprint =>
        _command.Precondition == Precondition.Fingerprint ? _parameters.Single(p => p.Parameter.Type == typeof(Fingerprint)) : null;

    public static CliCommand Create(CommandDescription command) => new StoryCliCommand(command).ToCliCommand();

    private CliCommand ToCliCommand()
    {
        Symbol?[] symbols = [_story, _basedOn, .. _parameters.Select(p => p.Option), _file?.Option];
        var cli = new CliCommand(_command.Name, _command.Summary, symbols.OfType<Symbol>(), ActAsync)
        {
            Details = _file is null ? [AllowedRoles()] : [AllowedRoles(), StoryFileOption.Details],
        };
        cli.Validators.Add(RequireBasis);
        return cli;
    }

    private string AllowedRoles()
    {
        var onTheStory = _command.OnTheStory ? "a reporter only as author or assignee" : "";
        var conditions = new[] { onTheStory, _command.Condition }.Where(c => c.Length > 0);
        return CommandHelp.AllowedRoles(_command.Roles, string.Join("; ", conditions));
    }

    private void RequireBasis(SymbolResult result)
    {
        var name = _story is not null && result.GetResult(_story) is { Tokens: [var token, ..] } ? token.Value : "<story>";
        if (_basedOn is not null && !_command.MayNameVersion && result.GetResult(_basedOn) is null)
        {
            result.AddError(
                $"{_command.Name} requires --based-on, the version of the story that you read. "
                + $"“newsroom show {name}” prints it; write version 17 as --based-on 17.");
        }

        if (Fingerprint is { Option: var fingerprint } && result.GetResult(fingerprint) is null)
        {
            var source = _command.Type == typeof(StoryCommand.WaiveGate) ? "gates" : "show";
            result.AddError(
                $"{_command.Name} requires --fingerprint, which names the words that you judged. "
                + $"“newsroom {source} {name}” prints it; its first 8 digits are enough.");
        }
    }

    private async Task ActAsync(CommandContext context)
    {
        var body = ReadBody(context);
        var stories = context.Client.Stories;
        if (_story is null)
        {
            var draft = (StoryCommand.DraftArticle)ToCommand(body, context);
            await ShowAsync(context, stories.DraftAsync(draft, context.IdempotencyKey, context.CancellationToken));
            return;
        }

        var id = await context.FindStoryAsync(_story);
        await CompleteAsync(body, id, context);
        await ShowAsync(context, stories.SendAsync(id, ToCommand(body, context), context.IdempotencyKey, context.CancellationToken));
    }

    private static Task ShowAsync(CommandContext context, Task<ApiResponse<CommandResult>> request) =>
        context.ShowAsync(request, (console, result) => console.WriteCommandResult(result, context.Token));

    /// <summary>Fills what the CLI reads from the story: a whole fingerprint, and the default phrases.</summary>
    private async Task CompleteAsync(JsonObject body, Guid id, CommandContext context)
    {
        var stories = context.Client.Stories;
        if (Fingerprint is { Parameter.Json: var member } && (string)body[member]! is var digits && !FingerprintOption.IsComplete(digits))
        {
            body[member] = body.ContainsKey("gate")
                ? FingerprintOption.Complete(digits, body, (await stories.GetGatesAsync(id, context.CancellationToken)).Value)
                : FingerprintOption.Complete(
                    digits, body, (await stories.GetAsync(id, cancellationToken: context.CancellationToken)).Value);
        }

        if (PhrasesOption.UsesDefault(_parameters, body))
        {
            body["phrases"] = PhrasesOption.DefaultFor((await context.ReadAllQuotedAsync(id)).Value);
        }
    }

    private StoryCommand ToCommand(JsonObject body, CommandContext context)
    {
        try
        {
            var typed = (StoryCommand)body.Deserialize(_command.Type, Strict)!;
            return typed with { BasedOn = _basedOn is null ? null : BasedOnOption.Parse(context.GetValue(_basedOn)) };
        }
        catch (JsonException failure)
        {
            throw new UsageException($"The values of {_command.Name} are invalid: {failure.Message}");
        }
    }

    private JsonObject ReadBody(CommandContext context)
    {
        var body = new JsonObject();
        foreach (var (parameter, _, read) in _parameters.Where(p => context.IsGiven(p.Option)))
        {
            body[parameter.Json] = read(context);
        }

        _file?.Fill(body, [.. _parameters.Select(p => p.Parameter)], context);
        return _parameters.FirstOrDefault(p => p.Parameter.Required && !body.ContainsKey(p.Parameter.Json)) is { Parameter: var missing }
            ? throw new UsageException($"{_command.Name} requires {missing.Option}, or “{missing.Key}: …” in the front matter of --file.")
            : body;
    }
}
