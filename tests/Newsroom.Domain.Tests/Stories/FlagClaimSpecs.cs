using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class FlagClaimSpecs
{
    private const string Words = "It cost 3 million.";

    [Fact]
    public void Words_assert_a_fact() =>
        Given(Drafted(Bridge))
            .When(new FlagClaim(Words), by: Rita)
            .Then(new ClaimFlagged("c1", ArticleField.Body, new TextRange(46, 64), Words, Fingerprint.Of("claim", Words), 1))
            .And(s => s.Story.PassageOf("c1")!.State().ShouldBe(PassageState.Unchecked));

    [Fact]
    public void With_part_of_a_sentence_all_of_it_is_a_claim() =>
        Given(Drafted(Bridge))
            .When(new FlagClaim("3 million"), by: Rita)
            .Then(new ClaimFlagged("c1", ArticleField.Body, new TextRange(46, 64), Words, Fingerprint.Of("claim", Words), 1));

    [Fact]
    public void A_claim_is_rendered_as_a_sentence() =>
        Given(Drafted(Bridge)).When(new FlagClaim(Words), by: Lea).Then("{lea} flagged c1 as a claim: “It cost 3 million.”");

    [Fact]
    public void A_headline_may_assert_a_fact() =>
        Given(Drafted(Bridge, headline: "Bridge cost 3 million"))
            .When(new FlagClaim("Bridge cost 3 million") { Field = ArticleField.Headline }, by: Chi)
            .And(s => s.Story.PassageOf("c1")!.Field.ShouldBe(ArticleField.Headline));

    [Fact]
    public void A_reporter_not_on_the_story_is_refused_and_its_assignee_is_not() =>
        Given(Drafted(Bridge))
            .When(new FlagClaim(Words), by: Rob)
            .ThenRefused("not-on-the-story", RefusalKind.Forbidden)
            .When(new Assign { Assignee = "rob" }, by: Ed)
            .When(new FlagClaim(Words), by: Rob)
            .Then(typeof(ClaimFlagged));

    [Fact]
    public void A_claim_may_overlap_a_quote() =>
        Given(Drafted(Bridge), Attributed()).When(new FlagClaim("rebuild the bridge"), by: Rita).Then(typeof(ClaimFlagged));

    [Fact]
    public void A_claim_that_overlaps_another_is_refused() =>
        Given(Drafted(Bridge), Flagged(Words)).When(new FlagClaim("3 million"), by: Rita).ThenRefused("overlaps-claim");

    [Fact]
    public void Words_that_are_not_there_are_refused() =>
        Given(Drafted(Bridge)).When(new FlagClaim("It cost 4 million."), by: Rita).ThenRefused("words-not-there");

    [Fact]
    public void No_words_are_refused() => Given(Drafted(Bridge)).When(new FlagClaim(" "), by: Rita).ThenRefused("words-required");

    [Fact]
    public void Words_that_no_reader_reads_are_refused() =>
        Given(Drafted("See [the report][1].\n\n[1]: https://example.no/bridge\n"))
            .When(new FlagClaim("https://example.no/bridge"), by: Rita)
            .ThenRefused("words-not-there");

    [Fact]
    public void Of_words_that_occur_twice_it_must_be_said_which() =>
        Given(Drafted("It fell. It fell."))
            .When(new FlagClaim("It fell."), by: Rita)
            .ThenRefused("words-ambiguous")
            .When(new FlagClaim("It fell.") { Start = 9 }, by: Rita)
            .Then(typeof(ClaimFlagged));
}
