using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Newsroom.Cli.Stories;

/// <summary>The option that names public evidence: the version of a check and the number of a piece, such as <c>7/0</c>.</summary>
internal static class SourcesOption
{
    public static ParameterOption Create(CommandParameter parameter)
    {
        var option = new Option<string[]>(parameter.Option)
        {
            HelpName = "version/piece",
            Description = ParameterHelp.Describe(parameter),
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(Validate);
        return new ParameterOption(
            parameter,
            option,
            context => new JsonArray([.. context.GetValue(option)!.Select(place => (JsonNode?)Read(place))])
        );
    }

    private static void Validate(OptionResult result)
    {
        if (result.Tokens.FirstOrDefault(token => Read(token.Value) is null)?.Value is { } wrong)
        {
            result.AddError($"{result.IdentifierToken?.Value} does not accept \"{wrong}\". Accepted: version/piece, such as 7/0.");
        }
    }

    private static JsonObject? Read(string place) =>
        place.Split('/') is [var version, var piece] && Number(version) is { } check && Number(piece) is { } number
            ? new JsonObject { ["check"] = check, ["piece"] = number }
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
