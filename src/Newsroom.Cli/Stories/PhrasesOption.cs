using System.CommandLine;
using System.Text.Json.Nodes;
using Newsroom.Client.Stories;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Cli.Stories;

/// <summary>The option for phrases that other stories dismissed, as <c>newsroom quoted</c> shows them.</summary>
internal static class PhrasesOption
{
    private const int Digits = 64;
    private const int MaxPhrases = 500;

    public static ParameterOption Create(CommandParameter parameter)
    {
        var option = new Option<string[]>(parameter.Option)
        {
            HelpName = "phrase",
            Description = ParameterHelp.Describe(parameter),
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(t => t.Value.Length != Digits || !t.Value.All(char.IsAsciiHexDigitLower)) is { } wrong)
            {
                result.AddError(
                    $"{parameter.Option} does not accept “{wrong.Value}”. "
                        + $"Use {Digits} hexadecimal digits, as “newsroom quoted --json” prints them."
                );
            }
        });
        return new ParameterOption(
            parameter,
            option,
            context => new JsonArray([.. context.GetValue(option)!.Select(phrase => JsonValue.Create(phrase))])
        );
    }

    /// <summary>Returns whether a command takes phrases, none are given, and no other kind of proposal is meant.</summary>
    public static bool UsesDefault(IEnumerable<ParameterOption> parameters, JsonObject body) =>
        parameters.Any(p => p.Parameter.IsPhrases)
        && !body.ContainsKey("phrases")
        && ((string?)body["proposal"] is null || (string?)body["proposal"] == QuotationProposal.DismissedBefore.ToKebabCase());

    /// <summary>Returns the phrases of a story that other stories dismissed.</summary>
    public static JsonArray DefaultFor(QuotedText quoted) =>
        new([
            .. quoted
                .Quoted.Where(span => span.DismissedBefore is not null)
                .Select(span => span.Phrase!)
                .Distinct()
                .Take(MaxPhrases)
                .Select(phrase => JsonValue.Create(phrase)),
        ]);
}
