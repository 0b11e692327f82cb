namespace Newsroom.Domain.Tests.Stories;

public sealed class PublishSpecs
{
    private static readonly Deed[] Live = [.. Ready, Published()];

    [Fact]
    public void What_every_gate_lets_through_goes_out_as_edition_1() => Given(Ready)
        .When(new Publish(), by: Pia)
        .And(s => s.Then(new StoryPublished(1, EditionKind.First, "bridge", "city", "en", s.Text.Article, s.Story.Fingerprint, [], Policy.Default.Version, s.Gates)))
        .And(s => (s.Story.Stage, s.Story.Publication).ShouldBe((Stage.Drafting, new Publication(PublicationStatus.Live, 1, s.Story.Fingerprint))));

    [Fact]
    public void It_is_at_rest_while_its_words_are_what_readers_have_and_nobody_waits_for_anything()
    {
        AtRest().ShouldBeTrue();
        AtRest(Asked(new AddNote("Ask again on Friday."), Ed), Asked(new ResolveNote("n1"), Ed)).ShouldBeTrue();
        AtRest(Revised("The bridge will not be rebuilt."), Revised(Given(Live).Text.Article.Body)).ShouldBeTrue();

        AtRest(Asked(new AddNote("Ask again on Friday."), Ed)).ShouldBeFalse();
        AtRest(Asked(new PlaceHold("A letter came.") { As = Role.Legal }, Lea)).ShouldBeFalse();
        AtRest(Revised("The bridge will not be rebuilt.")).ShouldBeFalse();
        AtRest(Submitted()).ShouldBeFalse();
        AtRest(Revised("The bridge will not be rebuilt."), Submitted(), Asked(new RequestChanges("Says who?"), Ed)).ShouldBeFalse();
        Given(Ready).Story.IsAtRest().ShouldBeFalse();
        Given(Drafted()).Story.IsAtRest().ShouldBeFalse();

        static bool AtRest(params Deed[] since) => Given([.. Live, .. since]).Story.IsAtRest();
    }

    [Fact]
    public void It_is_told_as_a_sentence() => Given(Ready)
        .When(new Publish(), by: Pia)
        .Then("{pia} published edition 1: “Bridge”");

    [Fact]
    public void An_edition_keeps_the_passages_it_had_and_their_words() => Given(
            Drafted(), Attributed(), Flagged(), Flagged("Bridge", ArticleField.Headline), Checked("q1"), Checked("c1"), Checked("c2"), Submitted(), Approved(by: Ed), Approved(by: Lea))
        .When(new Publish(), by: Pia)
        .And(s => s.Live!.Passages.ShouldBe(s.Story.Passages.Select(p => new PassageFingerprint(p.Id, p.Fingerprint))));

    [Fact]
    public void A_passage_that_lost_its_place_is_in_no_edition() => Given(Drafted(), Attributed(), Revised("Silence."), Submitted(), Approved(by: Ed), Approved(by: Lea))
        .When(new Publish(), by: Pia)
        .And(s => s.Live!.Passages.ShouldBeEmpty());

    [Fact]
    public void A_draft_is_not_published_though_every_gate_would_let_it() => Given([.. Live, Asked(new DescribeStory { Dateline = "OSLO" }, Rita), Asked(new DescribeStory { Dateline = "HARBOUR" }, Rita), Revised("The bridge *will* be rebuilt.")])
        .And(s => s.Gates.ShouldAllBe(g => g.Outcome == GateOutcome.Passed))
        .When(new Publish(), by: Pia)
        .ThenRefused("not-in-review");

    [Fact]
    public void A_failed_gate_is_named_with_what_would_clear_it() => Given(Drafted(), Submitted())
        .When(new Publish(), by: Pia)
        .ThenRefused("gates-failed")
        .And(s => s.Decide(new Publish { BasedOn = s.Story.Version }, Pia).ShouldBeOfType<Decision.Refused>().Refusal.Gates
            .Where(g => g.Outcome == GateOutcome.Failed).Select(g => g.Gate).ShouldBe([Gate.QuotesAttributed, Gate.Approvals]));

    [Fact]
    public void What_readers_have_already_is_refused() => Given(Live)
        .When(new Publish(), by: Pia)
        .ThenRefused("same-words");

    [Fact]
    public void A_further_edition_is_an_update_unless_it_says_otherwise() => Given([.. Live, Revised("The bridge will be rebuilt by May."), Submitted(), Approved(by: Ed), Approved(by: Lea)])
        .When(new Publish(), by: Pia)
        .Then("{pia} published edition 2 (update): “Bridge”")
        .And(s => s.Story.Publication.Edition.ShouldBe(2));

    [Theory]
    [InlineData(EditionKind.Update)]
    [InlineData(EditionKind.Refile)]
    public void The_first_edition_is_of_no_other_kind(EditionKind kind) => Given(Ready)
        .When(new Publish { Kind = kind }, by: Pia)
        .ThenRefused("kind");

    [Fact]
    public void A_further_edition_is_not_a_first() => Given([.. Live, Revised("It fell."), Submitted(), Approved(by: Ed), Approved(by: Lea)])
        .When(new Publish { Kind = EditionKind.First }, by: Pia)
        .ThenRefused("kind");

    [Fact]
    public void A_refile_changes_no_meaning() => Given([.. Live, Revised("The bridge shall be rebuilt."), Submitted(), Approved(by: Ed), Approved(by: Lea)])
        .When(new Publish { Kind = EditionKind.Refile }, by: Pia)
        .Then("{pia} published edition 2 (refile): “Bridge”");

    [Theory]
    [InlineData("The bridge will be rebuilt by 2027.", null, null)]
    [InlineData("The bridge will be rebuilt&#49;", null, null)]
    [InlineData(null, "Bridges", null)]
    [InlineData(null, null, "Since 1911.")]
    public void A_refile_that_changes_a_digit_or_the_headline_is_refused(string? body, string? headline, string? standfirst) => Given(
            [.. Live, Revised(body, headline, standfirst), Submitted(), Approved(by: Ed), Approved(by: Lea)])
        .When(new Publish { Kind = EditionKind.Refile }, by: Pia)
        .ThenRefused("refile-changes-meaning");

    [Fact]
    public void A_refile_that_changes_a_passage_is_refused() => Given(
            Drafted(), Attributed(), Checked(), Submitted(), Approved(by: Ed), Approved(by: Lea), Published(),
            Revised(Bridge.Replace("will", "may", StringComparison.Ordinal)), Checked(), Submitted(), Approved(by: Ed), Approved(by: Lea))
        .When(new Publish { Kind = EditionKind.Refile }, by: Pia)
        .ThenRefused("refile-changes-meaning");
}
