using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class AttributeQuoteSpecs
{
    private const string Words = "“We will rebuild the bridge,”";

    [Fact]
    public void Words_are_a_speakers() =>
        Given(Drafted(Bridge))
            .When(new AttributeQuote(Words, "ada") { Attribution = "said the mayor" }, by: Rita)
            .Then(
                new QuoteAttributed(
                    "q1",
                    ArticleField.Body,
                    new TextRange(0, 29),
                    Words,
                    "ada",
                    new TextRange(30, 44),
                    "said the mayor",
                    Fingerprint.Of("quote", Words, "ada", "said the mayor"),
                    1
                )
            )
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Unchecked))
            .And(s => s.Story.PassageOf("q1")!.MarkedBy.ShouldBe(["rita"]));

    [Fact]
    public void An_attribution_is_rendered_as_a_sentence() =>
        Given(Drafted(Bridge))
            .When(new AttributeQuote(Words, "ada") { Attribution = "said the mayor" }, by: Femi)
            .Then("{femi} attributed q1 “We will rebuild the bridge,” to ada by the words “said the mayor”");

    [Fact]
    public void Any_reporter_editor_or_fact_checker_may_though_not_on_the_story() =>
        Given(Drafted(Bridge)).When(new AttributeQuote(Words, "ada"), by: Rob).Then(typeof(QuoteAttributed));

    [Fact]
    public void Quotes_are_numbered_and_no_number_is_given_twice() =>
        Given(
                Drafted("“One, two, three, four.” “Five, six, seven, eight.”"),
                Attributed("“One, two, three, four.”"),
                Asked(new WithdrawQuote("q1", "Not a quote."), Rita)
            )
            .When(new AttributeQuote("“Five, six, seven, eight.”", "bo"), by: Rita)
            .And(s => s.Story.Passages.ShouldHaveSingleItem().Id.ShouldBe("q2"));

    [Fact]
    public void An_unregistered_speaker_is_refused() =>
        Given(Drafted(Bridge)).When(new AttributeQuote(Words, "zed"), by: Rita).ThenRefused("unknown-speaker");

    [Theory]
    [InlineData("“We will rebuild the tunnel,”")]
    [InlineData("“we will rebuild the bridge,”")]
    [InlineData("“We will rebuild the bridge.”")]
    public void Words_that_differ_in_more_than_typography_are_refused(string words) =>
        Given(Drafted(Bridge)).When(new AttributeQuote(words, "ada"), by: Rita).ThenRefused("words-not-there");

    [Fact]
    public void Words_of_the_body_are_not_words_of_the_headline() =>
        Given(Drafted(Bridge))
            .When(new AttributeQuote(Words, "ada") { Field = ArticleField.Headline }, by: Rita)
            .ThenRefused("words-not-there");

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void No_words_are_refused(string words) =>
        Given(Drafted(Bridge)).When(new AttributeQuote(words, "ada"), by: Rita).ThenRefused("words-required");

    [Fact]
    public void Words_that_no_reader_reads_are_refused() =>
        Given(Drafted("See [the report](https://example.no/bridge) now."))
            .When(new AttributeQuote("https://example.no/bridge", "ada"), by: Rita)
            .ThenRefused("words-not-there");

    [Fact]
    public void Of_words_that_occur_twice_it_must_be_said_which() =>
        Given(Drafted("“No, never, not I.” And again: “No, never, not I.”"))
            .When(new AttributeQuote("“No, never, not I.”", "ada"), by: Rita)
            .ThenRefused("words-ambiguous")
            .When(new AttributeQuote("“No, never, not I.”", "ada") { Start = 31 }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.Range.ShouldBe(new TextRange(31, 50)));

    [Theory]
    [InlineData(-1)]
    [InlineData(40)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_place_outside_the_text_is_refused(int start) =>
        Given(Drafted(Bridge)).When(new AttributeQuote(Words, "ada") { Start = start }, by: Rita).ThenRefused("range-outside");

    [Fact]
    public void A_place_with_other_words_is_refused() =>
        Given(Drafted(Bridge)).When(new AttributeQuote(Words, "ada") { Start = 1 }, by: Rita).ThenRefused("words-not-there");

    [Fact]
    public void A_place_inside_a_character_is_refused() =>
        Given(Drafted("🌉🌉 fell."))
            .When(new AttributeQuote("x fell.", "ada") { Start = 3 }, by: Rita)
            .ThenRefused("range-splits-character")
            .When(new AttributeQuote("\uDF09 fell.", "ada"), by: Rita)
            .ThenRefused("lone-surrogate");

    [Theory]
    [InlineData("rebuild the bridge")]
    [InlineData("“We will rebuild the bridge,”")]
    [InlineData(",” said")]
    public void Words_of_another_quote_are_refused(string words) =>
        Given(Drafted(Bridge), Attributed(Words)).When(new AttributeQuote(words, "bo"), by: Rita).ThenRefused("overlaps-quote");

    [Fact]
    public void A_quote_may_overlap_a_claim_and_touch_another_quote() =>
        Given(
                Drafted("“One bridge fell today.”“Two bridges fell today.”"),
                Flagged("One bridge fell today."),
                Attributed("“One bridge fell today.”")
            )
            .When(new AttributeQuote("“Two bridges fell today.”", "bo"), by: Rita)
            .Then(typeof(QuoteAttributed));

    [Fact]
    public void An_attribution_that_is_not_there_is_refused() =>
        Given(Drafted(Bridge))
            .When(new AttributeQuote(Words, "ada") { Attribution = "said the king" }, by: Rita)
            .ThenRefused("attribution-not-there")
            .When(new AttributeQuote(Words, "ada") { Attribution = "rebuild" }, by: Rita)
            .ThenRefused("attribution-not-there")
            .When(new AttributeQuote(Words, "ada") { Attribution = "said the mayor", AttributionStart = 31 }, by: Rita)
            .ThenRefused("attribution-not-there")
            .When(new AttributeQuote(Words, "ada") { Attribution = "said the mayor", AttributionStart = int.MaxValue }, by: Rita)
            .ThenRefused("attribution-not-there");

    [Fact]
    public void White_space_attributes_nothing() =>
        Given(Drafted(Bridge))
            .When(new AttributeQuote(Words, "ada") { Attribution = " " }, by: Rita)
            .And(s => s.Story.Passages.ShouldHaveSingleItem().Attribution.ShouldBeNull());

    [Fact]
    public void The_attribution_nearest_the_quote_is_meant() =>
        Given(Drafted("Berg said no. Berg said: “We will rebuild it.” And then Berg said more."))
            .When(new AttributeQuote("“We will rebuild it.”", "ada") { Attribution = "Berg said" }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.Attribution.ShouldBe(new TextRange(14, 23)))
            .When(
                new AttributeQuote("“We will rebuild it.”", "ada")
                {
                    Quote = "q1",
                    Attribution = "Berg said",
                    AttributionStart = 56,
                },
                by: Rita
            )
            .And(s => s.Story.PassageOf("q1")!.Attribution.ShouldBe(new TextRange(56, 65)));

    [Fact]
    public void Another_speaker_is_another_quote_and_lapses_its_checks() =>
        Given(Drafted(Bridge), Attributed(Words), Checked())
            .When(new AttributeQuote(Words, "bo") { Quote = "q1" }, by: Rob)
            .Then(typeof(QuoteAttributed), new CheckLapsed("q1", "femi", Verdict.Verified, Words, Words, 1))
            .And(s => s.Story.PassageOf("q1")!.MarkedBy.ShouldBe(["rita", "rob"]))
            .When(new AttributeQuote(Words, "ada") { Quote = "q1" }, by: Rob)
            .Then(typeof(QuoteAttributed), new CheckReinstated("q1", "femi", Verdict.Verified, Words, 1));

    [Fact]
    public void Another_attribution_lapses_its_checks() =>
        Given(Drafted(Bridge), Attributed(Words), Checked())
            .When(new AttributeQuote(Words, "ada") { Quote = "q1", Attribution = "said the mayor" }, by: Rita)
            .Then(typeof(QuoteAttributed), typeof(CheckLapsed));

    [Fact]
    public void A_reattributed_quote_has_its_words_since_then() =>
        Given(Drafted(Bridge), Attributed(Words), Noted())
            .When(new AttributeQuote(Words, "bo") { Quote = "q1" }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.WordedAt.ShouldBe(s.Story.ChangedAt));

    [Fact]
    public void An_orphaned_quote_gets_a_place_when_it_is_reattributed() =>
        Given(Drafted(Bridge), Attributed(Words), Checked(), Revised("“Build,” he said. “We shall rebuild the bridge.”"))
            .And(s => s.Story.PassageOf("q1")!.IsOrphaned.ShouldBeFalse())
            .And(_ =>
                Given(Drafted(Bridge), Attributed(Words), Revised("Nothing is said."))
                    .When(new AttributeQuote("Nothing is said.", "bo") { Quote = "q1" }, by: Rita)
                    .And(s => s.Story.PassageOf("q1")!.IsOrphaned.ShouldBeFalse())
            );

    [Theory]
    [InlineData("q2")]
    [InlineData("c1")]
    public void A_quote_the_story_does_not_have_is_not_found(string quote) =>
        Given(Drafted(Bridge), Attributed(Words), Flagged())
            .When(new AttributeQuote(Words, "bo") { Quote = quote }, by: Rita)
            .ThenRefused("unknown-quote", RefusalKind.NotFound);
}
