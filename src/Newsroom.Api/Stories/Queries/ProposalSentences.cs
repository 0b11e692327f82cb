using Newsroom.Domain.Stories.Proposals;
using Newsroom.Domain.Text.Proposals;

namespace Newsroom.Api.Stories.Queries;

/// <summary>Renders the reasons of proposals as sentences.</summary>
internal static class ProposalSentences
{
    /// <summary>Returns why a speaker is proposed.</summary>
    public static string Of(SpeakerProposal proposal)
    {
        var source = $"“{proposal.Source.Words}”";
        var reason = proposal.Reason switch
        {
            SpeakerReason.Follows => $"{source} follows the quotation as its source",
            SpeakerReason.Precedes => $"{source} is named as the source before the quotation in its sentence",
            SpeakerReason.Continues => $"{source} is the source of the quotation before this one",
            SpeakerReason.Introduces => $"{source} is the subject of the sentence before the quotation",
            _ => $"{source} is the subject of the sentence",
        };
        return proposal.Match is { } match
            ? $"{reason}, and {MatchOf(match, proposal.Name!)}."
            : $"{reason}, but no single registered speaker matches these words.";
    }

    /// <summary>Returns why a sentence is worth checking.</summary>
    public static string Of(ClaimProposal proposal) => $"It has {string.Join(", ", proposal.Reasons.Select(FeatureOf))}.";

    private static string MatchOf(SpeakerMatch match, string name) =>
        match switch
        {
            SpeakerMatch.Name => $"it has the whole name of {name}",
            SpeakerMatch.LastName => $"it has the last name of {name}, which no other registered speaker has",
            SpeakerMatch.Description => $"it is the description of {name}",
            _ => $"{name} is the last registered speaker named before it",
        };

    private static string FeatureOf(ClaimFeature feature) =>
        feature switch
        {
            ClaimFeature.Number => "a number",
            ClaimFeature.Magnitude => "an order of magnitude or a percentage",
            ClaimFeature.Money => "a sum of money",
            ClaimFeature.NumberInWords => "a number in words",
            ClaimFeature.Date => "a date or period",
            ClaimFeature.Superlative => "a superlative or an absolute word",
            ClaimFeature.Comparison => "a comparison",
            ClaimFeature.Change => "a change of a quantity",
            ClaimFeature.Cause => "a cause",
            ClaimFeature.Act => "an act that is on record",
            ClaimFeature.UnnamedSource => "a source without a name",
            _ => "a past event",
        };
}
