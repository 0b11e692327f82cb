using System.Collections.Immutable;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories.Proposals;

namespace Newsroom.Domain.Tests.Stories.Proposals;

public sealed class SpeakerProposalsTests
{
    private static readonly Speaker[] Speakers =
    [
        new("ada", "Ada Berg", "the mayor"),
        new("bo", "Bo Lund", "engineer"),
        new("eva", "Eva Lund", "Head of the harbour office"),
    ];

    [Theory]
    [InlineData("“We will rebuild it,” said Ada Berg.", "ada", SpeakerMatch.Name)]
    [InlineData("“We will rebuild it,” said Berg.", "ada", SpeakerMatch.LastName)]
    [InlineData("“We will rebuild it,” Bo Lund said.", "bo", SpeakerMatch.Name)]
    [InlineData("“We will rebuild it,” said the mayor.", "ada", SpeakerMatch.Description)]
    [InlineData("Ada Berg was there. “We will rebuild it,” she said.", "ada", SpeakerMatch.NamedBefore)]
    public void A_source_matches_one_registered_speaker(string body, string speaker, SpeakerMatch match) =>
        Proposed(body).ShouldSatisfyAllConditions(p => p.Speaker.ShouldBe(speaker), p => p.Match.ShouldBe(match));

    [Theory]
    [InlineData("“We will rebuild it,” said Lund.")]
    [InlineData("“We will rebuild it,” said the driver of the bus.")]
    [InlineData("“We will rebuild it,” he said.")]
    public void An_ambiguous_or_unknown_source_matches_none(string body) =>
        Proposed(body).ShouldSatisfyAllConditions(p => p.Speaker.ShouldBeNull(), p => p.Match.ShouldBeNull());

    [Fact]
    public void Marked_quotations_have_no_proposal() => Given(Drafted(Bridge), Attributed()).And(s => Of(s).ShouldBeEmpty());

    [Fact]
    public void Ranges_are_those_of_the_source_text() =>
        Given(Drafted("**“We will *rebuild* it,”** said **Ada** Berg."))
            .And(s =>
            {
                var proposal = Of(s).ShouldHaveSingleItem();
                proposal.Words.ShouldBe("“We will *rebuild* it,”");
                proposal.Attribution!.Words.ShouldBe("said **Ada** Berg");
                proposal.Attribution.Range.Of(s.Text.Article.Body).ShouldBe("said **Ada** Berg");
            });

    private static SpeakerProposal Proposed(string body) => Of(Given(Drafted(body))).ShouldHaveSingleItem();

    private static ImmutableArray<SpeakerProposal> Of(StorySpec spec) =>
        SpeakerProposals.Of(
            QuotedList.Numbered(QuotedList.Of(spec.Story, spec.Text, fewestWords: 4)),
            spec.Text,
            spec.Story.Language,
            Speakers
        );
}
