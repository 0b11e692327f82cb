using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>The ways in which attribute-quote and flag-claim name a passage.</summary>
public sealed class NamedPlaceSpecs
{
    private const string Two = "“It’s a – long – wait,” said the mayor. “We have  no more time.” It cost 3 million.";
    private const string First = "“It’s a – long – wait,”";
    private const string Second = "“We have  no more time.”";

    private static AttributeQuote Quote => new(Words: null, "ada");

    [Theory]
    [InlineData("\"It's a - long - wait,\"", First)]
    [InlineData("„It’s a — long — wait,“", First)]
    [InlineData("“We have no more time.”", Second)]
    [InlineData("\"We have\nno more time.\"", Second)]
    public void Words_match_whatever_their_typography(string words, string found) =>
        Given(Drafted(Two))
            .When(new AttributeQuote(words, "ada"), by: Rita)
            .And(s => s.Happened.OfType<QuoteAttributed>().Single().Words.ShouldBe(found));

    [Fact]
    public void Words_in_other_typography_that_occur_twice_are_refused_with_their_places() =>
        Given(Drafted("“It’s a long wait.” Again: “It’s a long wait.”"))
            .When(new AttributeQuote("\"It's a long wait.\"", "ada"), by: Rita)
            .ThenRefused("words-ambiguous")
            .And(s => s.Refusal!.Detail.ShouldContain("\"start\": 0, 27."))
            .When(new AttributeQuote("\"It's a long wait.\"", "ada") { Start = 27 }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.Range.ShouldBe(new TextRange(27, 46)))
            .When(new AttributeQuote("\"It's a long wait.\"", "ada") { Start = 1 }, by: Rita)
            .ThenRefused("words-not-there");

    [Fact]
    public void Exact_words_are_preferred_to_words_in_other_typography() =>
        Given(Drafted("“It’s a long wait.” Again: \"It’s a long wait.\""))
            .When(new AttributeQuote("\"It’s a long wait.\"", "ada"), by: Rita)
            .And(s => s.Story.PassageOf("q1")!.Range.Start.ShouldBe(27));

    [Fact]
    public void An_attribution_matches_whatever_its_typography() =>
        Given(Drafted("“We will rebuild it,” said Skelhaven’s mayor."))
            .When(new AttributeQuote("“We will rebuild it,”", "ada") { Attribution = "said Skelhaven's mayor" }, by: Rita)
            .And(s => s.Happened.OfType<QuoteAttributed>().Single().AttributionWords.ShouldBe("said Skelhaven’s mayor"));

    [Fact]
    public void A_range_names_words() =>
        Given(Drafted(Two))
            .When(Quote with { Range = new FieldRange(0, First.Length) }, by: Rita)
            .And(s => s.Happened.OfType<QuoteAttributed>().Single().Words.ShouldBe(First));

    [Fact]
    public void A_range_of_another_field_names_its_words() =>
        Given(Drafted(Plain, headline: "Bridge cost 3 million"))
            .When(new FlagClaim { Range = new FieldRange(0, 21) { Field = ArticleField.Headline } }, by: Rita)
            .Then(
                new ClaimFlagged(
                    "c1",
                    ArticleField.Headline,
                    new TextRange(0, 21),
                    "Bridge cost 3 million",
                    Fingerprint.Of("claim", "Bridge cost 3 million"),
                    1
                )
            );

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(0, 9000)]
    [InlineData(int.MinValue, int.MaxValue)]
    public void A_range_outside_the_text_is_refused(int start, int end) =>
        Given(Drafted(Two)).When(Quote with { Range = new FieldRange(start, end) }, by: Rita).ThenRefused("range-outside");

    [Fact]
    public void A_range_that_splits_a_character_is_refused() =>
        Given(Drafted("🌉🌉 fell.")).When(Quote with { Range = new FieldRange(1, 10) }, by: Rita).ThenRefused("range-splits-character");

    [Theory]
    [InlineData(1, First)]
    [InlineData(2, Second)]
    public void A_quotation_is_named_by_its_number(int nth, string words) =>
        Given(Drafted(Two))
            .When(Quote with { Quotation = new QuotationPlace { Nth = nth } }, by: Rita)
            .And(s => s.Happened.OfType<QuoteAttributed>().Single().Words.ShouldBe(words));

    [Theory]
    [InlineData(0, First)]
    [InlineData(22, First)]
    [InlineData(40, Second)]
    public void A_quotation_is_named_by_an_offset_in_it(int offset, string words) =>
        Given(Drafted(Two))
            .When(Quote with { Quotation = new QuotationPlace { Offset = offset } }, by: Rita)
            .And(s => s.Happened.OfType<QuoteAttributed>().Single().Words.ShouldBe(words));

    [Theory]
    [InlineData(0, null)]
    [InlineData(3, null)]
    [InlineData(int.MinValue, null)]
    [InlineData(int.MaxValue, null)]
    [InlineData(null, 23)]
    [InlineData(null, -1)]
    [InlineData(null, int.MaxValue)]
    public void A_quotation_that_is_not_there_is_refused(int? nth, int? offset) =>
        Given(Drafted(Two))
            .When(
                Quote with
                {
                    Quotation = new QuotationPlace { Nth = nth, Offset = offset },
                },
                by: Rita
            )
            .ThenRefused("no-quotation");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Numbers_are_those_of_the_list(int nth) =>
        Given(Drafted(Two, headline: "Mayor: “We have no more time”"))
            .When(Quote with { Quotation = new QuotationPlace { Nth = nth } }, by: Rita)
            .And(s =>
                QuotedList
                    .Numbered(QuotedList.Of(s.Story, s.Text, fewestWords: 4))
                    .Single(q => q.State == QuotedState.Attributed)
                    .Number.ShouldBe(nth)
            );

    [Fact]
    public void A_quotation_without_a_closing_mark_is_refused() =>
        Given(Drafted("The mayor said: “We have no more time."))
            .When(Quote with { Quotation = new QuotationPlace { Nth = 1 } }, by: Rita)
            .ThenRefused("quotation-unclosed");

    [Fact]
    public void A_claim_is_the_sentence_of_a_quotation() =>
        Given(Drafted("The mayor said “we have no time” twice. It rained."))
            .When(new FlagClaim { Quotation = new QuotationPlace { Nth = 1 } }, by: Rita)
            .And(s => s.Happened.OfType<ClaimFlagged>().Single().Words.ShouldBe("The mayor said “we have no time” twice."));

    public static TheoryData<AttributeQuote> NotOne =>
        [
            Quote,
            Quote with
            {
                Words = First,
                Range = new FieldRange(0, First.Length),
            },
            Quote with
            {
                Words = First,
                Quotation = new QuotationPlace { Nth = 1 },
            },
            Quote with
            {
                Range = new FieldRange(0, First.Length),
                Quotation = new QuotationPlace { Nth = 1 },
            },
            Quote with
            {
                Range = new FieldRange(0, First.Length),
                Start = 0,
            },
            Quote with
            {
                Quotation = new QuotationPlace(),
            },
            Quote with
            {
                Quotation = new QuotationPlace { Nth = 1, Offset = 0 },
            },
        ];

    [Theory]
    [MemberData(nameof(NotOne))]
    public void A_place_is_named_in_exactly_one_way(AttributeQuote command) =>
        Given(Drafted(Two)).When(command, by: Rita).ThenRefused("one-place-required");

    [Theory]
    [InlineData("It’s a – long – wait,")]
    [InlineData("“It’s a")]
    [InlineData("wait,” said the mayor")]
    [InlineData("time.”")]
    public void Part_of_a_quotation_is_refused(string words) =>
        Given(Drafted(Two)).When(new AttributeQuote(words, "ada"), by: Rita).ThenRefused("part-of-quotation");

    [Fact]
    public void The_refusal_names_the_whole_quotation_and_the_record_does_not_quote_it() =>
        Given(Drafted(Two))
            .When(Quote with { Range = new FieldRange(1, 5) }, by: Rita)
            .ThenRefused("part-of-quotation")
            .And(s => s.Refusal!.Detail.ShouldEndWith($"the quotation {First} at 0-23 of the body. Name all of it."))
            .And(s => s.Refusal!.Recorded.ShouldEndWith("the quotation at 0-23 of the body. Name all of it."));

    [Fact]
    public void Words_with_a_whole_quotation_and_words_without_one_are_accepted() =>
        Given(Drafted(Two))
            .When(new AttributeQuote(First + " said the mayor", "ada"), by: Rita)
            .Then(typeof(QuoteAttributed))
            .When(new AttributeQuote("It cost 3 million.", "ada"), by: Rita)
            .Then(typeof(QuoteAttributed));

    [Fact]
    public void Places_are_those_of_the_version_that_the_command_is_based_on()
    {
        const string lead = "It rained. ";
        const string added = "“Not so fast, please,” said Bo. ";
        var second = (lead + Two).IndexOf(Second, StringComparison.Ordinal);
        Given(Drafted(lead + Two))
            .When(new ReviseArticle { Body = added + lead + Two }, by: Ed)
            .When(
                Quote with
                {
                    Quotation = new QuotationPlace { Nth = 1 },
                    BasedOn = 1,
                },
                by: Rita
            )
            .And(s => s.Happened.OfType<QuoteAttributed>().Single().Words.ShouldBe(First))
            .When(Quote with { Range = new FieldRange(second, second + Second.Length), BasedOn = 1 }, by: Rita)
            .And(s => s.Happened.OfType<QuoteAttributed>().Single().Words.ShouldBe(Second))
            .And(s => s.Story.PassageOf("q2")!.Range.Start.ShouldBe(added.Length + second));
    }

    [Fact]
    public void Words_that_were_changed_since_are_a_conflict() =>
        Given(Drafted(Two))
            .When(new ReviseArticle { Body = Two.Replace("long", "short", StringComparison.Ordinal) }, by: Ed)
            .When(
                Quote with
                {
                    Quotation = new QuotationPlace { Nth = 1 },
                    BasedOn = 1,
                },
                by: Rita
            )
            .ThenRefused("overlap", RefusalKind.Overlap);
}
