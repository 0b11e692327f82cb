using System.CommandLine;
using System.Text.Json.Nodes;
using Newsroom.Cli.Reads;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Cli.Stories;

/// <summary>Phrases that other stories dismissed, as <c>newsroom quoted</c> shows them.</summary>
internal static class Phrases
{
    private const int Digits = 64;
    private const int MostPhrases = 500;

    /// <summary>The option.</summary>
    public static MemberOption Option(Member member)
    {
        var option = new Option<string[]>(member.Option)
        {
            HelpName = "phrase",
            Description = MemberHelp.Of(member),
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(given =>
        {
            if (given.Tokens.FirstOrDefault(t => t.Value.Length != Digits || !t.Value.All(char.IsAsciiHexDigitLower)) is { } wrong)
            {
                given.AddError(
                    $"{member.Option} takes phrases of {Digits} hexadecimal digits, as “newsroom quoted --json” prints them; "
                    + $"not “{wrong.Value}”.");
            }
        });
        return new MemberOption(member, option, run => new JsonArray([.. run.Of(option)!.Select(phrase => JsonValue.Create(phrase))]));
    }

    /// <summary>Whether a command takes phrases and was given none: those shown are then meant, unless another kind is.</summary>
    public static bool AreMissing(IEnumerable<MemberOption> members, JsonObject body) =>
        members.Any(m => m.Member.IsPhrases) && !body.ContainsKey("phrases")
        && ((string?)body["proposal"] is null || (string?)body["proposal"] == QuotationProposal.DismissedBefore.ToKebabCase());

    /// <summary>The phrases of a story that other stories dismissed.</summary>
    public static JsonArray Shown(QuotedPage page) => new(
        [
            .. page.Quoted.Where(line => line.DismissedBefore is not null)
                .Select(line => line.Phrase!).Distinct().Take(MostPhrases).Select(phrase => JsonValue.Create(phrase)),
        ]);
}
