using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Stories;

public sealed class DismissProposedSpecs
{
    private const string Song = "“Give me back my little boat”";
    private const string Party = "“Friends of the Old Harbour”";
    private const string Speech = "“we will build it before the winter”";
    private const string Body = $"They sang the song {Song} and left. The party {Party} met, and said {Speech} twice.";

    [Fact]
    public void All_that_is_proposed_is_dismissed_with_one_command() =>
        Given(Drafted(Body))
            .When(new DismissProposed("Titles."), by: Ed)
            .Then(typeof(QuotationDismissed), typeof(QuotationDismissed))
            .And(s => States(s).ShouldBe([QuotedState.Dismissed, QuotedState.Dismissed, QuotedState.Unattributed]));

    [Fact]
    public void Proposals_of_one_kind_are_dismissed_with_one_command() =>
        Given(Drafted(Body))
            .When(new DismissProposed("Songs.") { Proposal = QuotationProposal.Work }, by: Femi)
            .Then(typeof(QuotationDismissed))
            .And(s => States(s).ShouldBe([QuotedState.Dismissed, QuotedState.Unattributed, QuotedState.Unattributed]));

    [Fact]
    public void A_proposal_is_shown_and_blocks_until_it_is_dismissed() =>
        Given(Drafted(Body))
            .When(new DismissProposed("Songs.") { Proposal = QuotationProposal.Work }, by: Ed)
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.QuotesAttributed)
                    .Reasons.Select(r => (r.Words, r.Proposal))
                    .ShouldBe([(Party, (QuotationProposal?)QuotationProposal.Name), (Speech, null)])
            );

    [Fact]
    public void Where_nothing_is_proposed_it_is_refused() =>
        Given(Drafted(Body)).When(new DismissProposed("Mottos.") { Proposal = QuotationProposal.Motto }, by: Ed).ThenRefused("no-proposal");

    [Fact]
    public void A_dismissal_requires_a_reason() =>
        Given(Drafted(Body)).When(new DismissProposed(" "), by: Ed).ThenRefused("reason-required");

    [Fact]
    public void Words_of_who_asks_are_left_out() =>
        Given(Drafted(Body), Revised(Body.Replace("little", "small", StringComparison.Ordinal), by: Ed))
            .When(new DismissProposed("Songs.") { Proposal = QuotationProposal.Work }, by: Ed)
            .ThenRefused("dismisser-wrote-words", RefusalKind.Forbidden)
            .When(new DismissProposed("Titles."), by: Ed)
            .Then(typeof(QuotationDismissed))
            .And(s => States(s).ShouldBe([QuotedState.Unattributed, QuotedState.Dismissed, QuotedState.Unattributed]));

    private static IEnumerable<QuotedState> States(StorySpec spec) => QuotedList.Of(spec.Story, spec.Text, 4).Select(q => q.State);
}
