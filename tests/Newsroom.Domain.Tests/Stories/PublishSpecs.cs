using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class PublishSpecs
{
    private static readonly GivenCommand[] Live = [.. Ready, Published()];

    [Fact]
    public void A_story_that_passes_every_gate_is_published_as_edition_1() =>
        Given(Ready)
            .When(new Publish(), by: Pia)
            .And(s =>
                s.Then(
                    new StoryPublished(
                        1,
                        EditionKind.First,
                        "bridge",
                        "city",
                        "en",
                        s.Text.Article,
                        s.Story.Fingerprint,
                        [],
                        Policy.Default.Version,
                        [.. s.Gates.Select(g => PublishedGate.Of(g, Policy.Default.TermsOf(g.Gate)))]
                    )
                )
            )
            .And(s =>
                (s.Story.Stage, s.Story.Publication).ShouldBe(
                    (Stage.Drafting, new Publication(PublicationStatus.Live, 1, s.Story.Fingerprint))
                )
            );

    [Fact]
    public void A_published_story_is_at_rest_until_its_words_change_or_a_task_is_open()
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

        static bool AtRest(params GivenCommand[] since) => Given([.. Live, .. since]).Story.IsAtRest();
    }

    [Fact]
    public void A_publication_is_rendered_as_a_sentence() =>
        Given(Ready).When(new Publish(), by: Pia).Then("{pia} published edition 1: “Bridge”");

    [Fact]
    public void An_edition_keeps_the_passages_it_had_and_their_words() =>
        Given(
                Drafted(),
                Attributed(),
                Flagged(),
                Flagged("Bridge", ArticleField.Headline),
                Checked("q1"),
                Checked("c1"),
                Checked("c2"),
                Submitted(),
                Approved(by: Ed),
                Approved(by: Lea)
            )
            .When(new Publish(), by: Pia)
            .And(s => s.Live!.Passages.ShouldBe(s.Story.Passages.Select(p => new PassageFingerprint(p.Id, p.Fingerprint))));

    [Fact]
    public void A_passage_that_lost_its_place_is_in_no_edition() =>
        Given(Drafted(), Attributed(), Revised("Silence."), Submitted(), Approved(by: Ed), Approved(by: Lea))
            .When(new Publish(), by: Pia)
            .And(s => s.Live!.Passages.ShouldBeEmpty());

    [Fact]
    public void A_draft_is_not_published_though_every_gate_would_let_it() =>
        Given([
                .. Live,
                Asked(new DescribeStory { Dateline = "OSLO" }, Rita),
                Asked(new DescribeStory { Dateline = "HARBOUR" }, Rita),
                Revised("The bridge *will* be rebuilt."),
            ])
            .And(s => s.Gates.Select(g => g.Outcome).Distinct().ShouldBe([GateOutcome.Passed]))
            .When(new Publish(), by: Pia)
            .ThenRefused("not-in-review");

    [Fact]
    public void A_failed_gate_is_named_with_what_would_clear_it() =>
        Given(Drafted(), Submitted())
            .When(new Publish(), by: Pia)
            .ThenRefused("gates-failed")
            .And(s =>
                s.Decide(new Publish { BasedOn = s.Story.Version }, Pia)
                    .ShouldBeOfType<Decision<StoryEvent>.Refused>()
                    .Refusal.Gates.Where(g => g.Outcome == GateOutcome.Failed)
                    .Select(g => g.Gate)
                    .ShouldBe([Gate.QuotesAttributed, Gate.Approvals])
            );

    [Fact]
    public void The_published_article_cannot_be_published_again() => Given(Live).When(new Publish(), by: Pia).ThenRefused("same-words");

    [Fact]
    public void A_further_edition_is_an_update_unless_it_says_otherwise() =>
        Given([.. Live, Revised("The bridge will be rebuilt by May."), Submitted(), Approved(by: Ed), Approved(by: Lea)])
            .When(new Publish(), by: Pia)
            .Then("{pia} published edition 2 (update): “Bridge”")
            .And(s => s.Story.Publication.Edition.ShouldBe(2));

    [Theory]
    [InlineData(EditionKind.Update)]
    [InlineData(EditionKind.Refile)]
    public void The_first_edition_is_of_no_other_kind(EditionKind kind) =>
        Given(Ready).When(new Publish { Kind = kind }, by: Pia).ThenRefused("kind");

    [Fact]
    public void A_further_edition_is_not_a_first() =>
        Given([.. Live, Revised("It fell."), Submitted(), Approved(by: Ed), Approved(by: Lea)])
            .When(new Publish { Kind = EditionKind.First }, by: Pia)
            .ThenRefused("kind");

    [Theory]
    [InlineData("The bridge will be *rebuilt*.")]
    [InlineData("The bridge  will\nbe rebuilt.")]
    [InlineData("The [bridge](https://example.no/bridge) will be rebuilt.")]
    [InlineData("The bri\u00ADdge will be re&#98;uilt.")]
    [InlineData("- The bridge will be rebuilt.")]
    public void A_refile_changes_typography_markup_and_white_space(string body) =>
        Given([.. Live, Revised(body), Submitted()])
            .When(new Publish { Kind = EditionKind.Refile }, by: Pia)
            .Then("{pia} published edition 2 (refile): “Bridge”");

    [Fact]
    public void A_refile_sets_other_marks() =>
        Given(
                Drafted(),
                Attributed(),
                Checked(),
                Submitted(),
                Approved(by: Ed),
                Approved(by: Lea),
                Published(),
                Revised(Bridge.Replace('“', '"').Replace('”', '"')),
                Submitted()
            )
            .When(new Publish { Kind = EditionKind.Refile }, by: Pia)
            .Then(typeof(StoryPublished));

    [Theory]
    [InlineData("Ten of them could see Mr Berg.", "Nine of them could see Mr Berg.", "“Ten” became “Nine” in the body")]
    [InlineData("Ten of them could see Mr Berg.", "Ten of them could not see Mr Berg.", "“not” was added to the body")]
    [InlineData("Ten of them could see Mr Berg.", "Ten of them would see Mr Berg.", "“could” became “would” in the body")]
    [InlineData("Ten of them could see Mr Berg.", "Ten of them could see Mrs Berg.", "“Mr” became “Mrs” in the body")]
    [InlineData("Ten of them could see Mr Berg.", "Ten of them see Mr Berg.", "“could” was removed from the body")]
    [InlineData("Ten of them could sea Mr Berg.", "Ten of them could see Mr Berg.", "“sea” became “see” in the body")]
    [InlineData("Ten of them could see Mr Berg.", "Ten of them could see Mr berg.", "“Berg” became “berg” in the body")]
    [InlineData("It cost 3.5 million.", "It cost 35 million.", "“3.5” became “35” in the body")]
    [InlineData("It cost 3 million.", "It cost 3&#49; million.", "“3” became “31” in the body")]
    [InlineData("No, one came.", "No one came.", "“,” was removed from the body")]
    public void A_refile_that_changes_a_word_is_refused_and_names_it(string body, string changed, string named) =>
        Given(
                Drafted(body),
                Submitted(),
                Approved(by: Ed),
                Approved(by: Lea),
                Published(),
                Revised(changed),
                Submitted(),
                Approved(by: Ed),
                Approved(by: Lea)
            )
            .When(new Publish { Kind = EditionKind.Refile }, by: Pia)
            .ThenRefused("refile-changes-meaning")
            .And(s => s.Refusal!.Detail.ShouldContain(named))
            .When(new Publish { Kind = EditionKind.Update }, by: Pia)
            .Then(typeof(StoryPublished));

    [Fact]
    public void Every_text_counts() =>
        Given([.. Live, Revised(headline: "Bridges"), Submitted(), Approved(by: Ed), Approved(by: Lea)])
            .When(new Publish { Kind = EditionKind.Refile }, by: Pia)
            .ThenRefused("refile-changes-meaning")
            .When(new ReviseArticle { Headline = "Bridge", Standfirst = "Since last year." }, by: Ed)
            .When(new Publish { Kind = EditionKind.Refile }, by: Pia)
            .ThenRefused("refile-changes-meaning")
            .When(new ReviseArticle { Standfirst = "" }, by: Ed)
            .When(new DescribeStory { Byline = "By Rita Mo" }, by: Ed)
            .When(new Publish { Kind = EditionKind.Refile }, by: Pia)
            .ThenRefused("refile-changes-meaning")
            .And(s => s.Refusal!.Detail.ShouldContain("byline"));

    [Fact]
    public void A_refile_that_reattributes_a_quote_is_refused() =>
        Given(
                Drafted(),
                Attributed(),
                Checked(),
                Submitted(),
                Approved(by: Ed),
                Approved(by: Lea),
                Published(),
                Revised(Bridge.Replace("3 million", "*3 million*", StringComparison.Ordinal)),
                Asked(new AttributeQuote("“We will rebuild the bridge,”", "bo") { Quote = "q1" }, Rita),
                Checked(),
                Submitted()
            )
            .When(new Publish { Kind = EditionKind.Refile }, by: Pia)
            .ThenRefused("refile-changes-meaning");

    [Fact]
    public void A_claim_flagged_since_changes_no_word() =>
        Given([.. Live, Flagged(Plain), Checked("c1"), Revised("The bridge *will* be rebuilt."), Submitted()])
            .When(new Publish { Kind = EditionKind.Refile }, by: Pia)
            .Then(typeof(StoryPublished));
}
