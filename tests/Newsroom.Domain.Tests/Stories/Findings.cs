namespace Newsroom.Domain.Tests.Stories;

/// <summary>What the specifications of findings share.</summary>
internal static class Findings
{
    public const string Claim = "It cost 3 million.";
    public const string Quote = "“We will rebuild the bridge,”";

    /// <summary>The only reason that blocks because of words outside a passage.</summary>
    public static GateReason Reason(StorySpec spec) =>
        spec.Gates.SelectMany(g => g.Reasons).Single(r => r.Code.Contains("-words-", StringComparison.Ordinal));

    /// <summary>Codes and subjects of what blocks; of quotes and claims if no gate is named.</summary>
    public static IEnumerable<string> Told(StorySpec spec, params Gate[] gates) =>
        spec
            .Gates.Where(g => gates.Contains(g.Gate) || (gates.Length == 0 && g.Gate is Gate.QuotesVerified or Gate.ClaimsChecked))
            .SelectMany(g => g.Blocking)
            .Select(r => $"{r.Code} {r.Subject}");
}
