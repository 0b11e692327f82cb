using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using SymbolResult = System.CommandLine.Parsing.CommandResult;

namespace Newsroom.Cli.Stories;

/// <summary>The options that name a passage without its words: <c>--at body:120-180</c> and <c>--nth 3</c>.</summary>
internal static class PlaceOptions
{
    private static readonly string Fields = string.Join(", ", Enum.GetValues<ArticleField>().Select(f => f.ToKebabCase()));

    public static ParameterOption At(CommandParameter parameter)
    {
        var option = New(parameter, "field:start-end");
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var place }] && ParsePlace(place) is null)
            {
                result.AddError(
                    $"{parameter.Option} does not accept “{place}”. Use field:start-end, such as body:120-180. Fields: {Fields}."
                );
            }
        });
        return new ParameterOption(parameter, option, context => ParsePlace(context.GetValue(option)!));
    }

    public static ParameterOption Nth(CommandParameter parameter)
    {
        var option = New(parameter, "number");
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var number }] && ParseNumber(number) is null or 0)
            {
                result.AddError($"{parameter.Option} does not accept “{number}”. Use a number that “newsroom quoted” lists, such as 3.");
            }
        });
        return new ParameterOption(parameter, option, context => new JsonObject { ["nth"] = ParseNumber(context.GetValue(option)!) });
    }

    /// <summary>Requires exactly one of the options that name the passage of a command.</summary>
    public static void RequireOne(SymbolResult result, string command, IReadOnlyCollection<ParameterOption> ways)
    {
        if (ways.Count(way => result.GetResult(way.Option) is not null) != 1)
        {
            result.AddError($"{command} requires exactly one of {string.Join(", ", ways.Select(way => way.Option.Name))}.");
        }
    }

    private static Option<string> New(CommandParameter parameter, string helpName) =>
        new(parameter.Option) { HelpName = helpName, Description = ParameterHelp.Describe(parameter) };

    private static JsonObject? ParsePlace(string place) =>
        place.Split(':') is [var name, var range]
        && Enum.GetValues<ArticleField>().Where(f => f.ToKebabCase() == name).ToList() is [var field]
        && range.Split('-') is [var start, var end]
        && ParseNumber(start) is { } from
        && ParseNumber(end) is { } until
        && from < until
            ? new JsonObject
            {
                ["field"] = field.ToKebabCase(),
                ["start"] = from,
                ["end"] = until,
            }
            : null;

    private static int? ParseNumber(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
