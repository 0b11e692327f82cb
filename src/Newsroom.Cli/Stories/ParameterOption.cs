using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Stories;

/// <summary>The option of a command parameter; its syntax follows from the parameter's type.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Option">The option.</param>
/// <param name="Read">Reads the value as JSON, where the option is given.</param>
internal sealed record ParameterOption(CommandParameter Parameter, Option Option, Func<CommandContext, JsonNode?> Read)
{
    public static ParameterOption Of(CommandParameter parameter, CommandDescription command) =>
        parameter switch
        {
            { Name: nameof(StoryCommand.As) } => Choice(parameter, "role", command.Roles.Select(r => r.ToKebabCase())),
            _ when ScheduleTimeOption.IsFor(parameter) => ScheduleTimeOption.Create(parameter),
            { Name: nameof(StoryCommand.ReviseArticle.Body) } => Text(parameter, (input, value) => input.ReadExact(value)),
            { Type: var type } when type == typeof(string) => Text(parameter, (input, value) => input.ReadPhrase(value)),
            { Type: var type } when type == typeof(bool) => Flag(parameter),
            { Type: var type } when type == typeof(int) || type == typeof(long) => Number(parameter),
            { Type: var type } when type == typeof(DateTimeOffset) => Time(parameter),
            { Type: var type } when type == typeof(Guid) => Story(parameter),
            { Type: var type } when type == typeof(Fingerprint) => FingerprintOption.Create(parameter),
            { Type: var type } when type == typeof(ImmutableArray<EvidenceItem>) => EvidenceOption.Create(parameter),
            { Type: var type } when type == typeof(ImmutableArray<EvidencePlace>) => SourcesOption.Create(parameter),
            { Type: var type } when type == typeof(FieldRange) => PlaceOptions.At(parameter),
            { Type: var type } when type == typeof(QuotationPlace) => PlaceOptions.Nth(parameter),
            { IsPhrases: true } => PhrasesOption.Create(parameter),
            { Type: var type } when type == typeof(ImmutableArray<string>) => Names(parameter),
            { Type: var type } when type == typeof(EditionKind) => Choice(parameter, "kind", command.Kinds.Select(k => k.ToKebabCase())),
            { Type.IsEnum: true } => Choice(
                parameter,
                parameter.Key,
                Enum.GetNames(parameter.Type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)
            ),
            _ => Literal(parameter),
        };

    private static ParameterOption Text(CommandParameter parameter, Func<TextInput, string, string> read)
    {
        var option = New<string>(parameter, "text");
        return new ParameterOption(parameter, option, context => read(context.Input, context.GetValue(option)!));
    }

    private static ParameterOption Names(CommandParameter parameter)
    {
        var option = new Option<string[]>(parameter.Option)
        {
            HelpName = "name",
            Description = ParameterHelp.Describe(parameter),
            AllowMultipleArgumentsPerToken = true,
        };
        return new ParameterOption(
            parameter,
            option,
            context => new JsonArray([.. context.GetValue(option)!.Select(name => JsonValue.Create(name))])
        );
    }

    private static ParameterOption Choice(CommandParameter parameter, string helpName, IEnumerable<string> values)
    {
        var option = New<string>(parameter, helpName);
        option.AcceptOnly(values);
        return new ParameterOption(parameter, option, context => context.GetValue(option));
    }

    private static ParameterOption Flag(CommandParameter parameter)
    {
        var option = New<bool>(parameter, helpName: null);
        option.Arity = ArgumentArity.Zero;
        return new ParameterOption(parameter, option, context => context.GetValue(option));
    }

    private static ParameterOption Number(CommandParameter parameter)
    {
        var option = new NumberOption(parameter.Option, ParameterHelp.Describe(parameter)) { Required = parameter.Required };
        return new ParameterOption(parameter, option, context => context.GetValue(option));
    }

    /// <summary>Creates the option of another story: its id or its slug, which is replaced by the id before the command is sent.</summary>
    private static ParameterOption Story(CommandParameter parameter)
    {
        var option = New<string>(parameter, "story");
        return new ParameterOption(parameter, option, context => context.FindStory(context.GetValue(option)!).Value);
    }

    private static ParameterOption Time(CommandParameter parameter)
    {
        var option = new TimeOption(parameter.Option, ParameterHelp.Describe(parameter)) { Required = parameter.Required };
        return new ParameterOption(parameter, option, context => context.GetValue(option));
    }

    /// <summary>Creates the option of any other type that JSON writes as one string; the type's own converter validates it.</summary>
    private static ParameterOption Literal(CommandParameter parameter)
    {
        var option = New<string>(parameter, "value");
        option.Validators.Add(result => Validate(result, parameter));
        return new ParameterOption(parameter, option, context => context.GetValue(option));
    }

    private static void Validate(OptionResult result, CommandParameter parameter)
    {
        var value = result.Tokens.Single().Value;
        try
        {
            JsonSerializer.Deserialize(JsonSerializer.Serialize(value), parameter.Type, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            result.AddError($"{parameter.Option} does not accept \"{value}\".");
        }
    }

    private static Option<T> New<T>(CommandParameter parameter, string? helpName) =>
        new(parameter.Option)
        {
            Required = parameter.Required,
            HelpName = helpName,
            Description = ParameterHelp.Describe(parameter),
        };
}
