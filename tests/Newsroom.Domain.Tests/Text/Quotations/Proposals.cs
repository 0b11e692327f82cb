namespace Newsroom.Domain.Tests.Text.Quotations;

/// <summary>What the quotations in a text are proposed to be.</summary>
internal static class Proposals
{
    /// <summary>Returns the proposal for the only quotation of a text, which is long enough to be speech; null for speech.</summary>
    public static QuotationProposal? Proposed(string language, string text)
    {
        var found = QuotationFinder.Find(text, language).ShouldHaveSingleItem();
        found.IsTerm(QuotationFinder.MinWords).ShouldBeFalse();
        return found.Proposal;
    }

    /// <summary>Returns the different proposals for the quotations of a text, without the short ones.</summary>
    public static IEnumerable<QuotationProposal?> AllProposed(string language, string text) =>
        QuotationFinder.Find(text, language).Where(q => !q.IsTerm(QuotationFinder.MinWords)).Select(q => q.Proposal).Distinct();
}
