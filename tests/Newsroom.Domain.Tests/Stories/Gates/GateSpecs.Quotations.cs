namespace Newsroom.Domain.Tests.Stories.Gates;

/// <content>The gates of quotations.</content>
public sealed partial class GateSpecs
{
    [Theory]
    [InlineData("“", "”")]
    [InlineData("„", "“")]
    [InlineData("«", "»")]
    public void A_long_quotation_is_cut_within_its_marks(string opening, string closing)
    {
        var quotation = $"{opening}{string.Join(' ', Enumerable.Repeat("water", 60))}{closing}";
        var reasons = Given(Drafted(quotation)).Gates.SelectMany(gate => gate.Blocking);
        var message = reasons.First(reason => reason.Code == "quotation-unattributed").Message;
        message.ShouldStartWith($"{opening}water water");
        message.ShouldContain($"…{closing} in the body is a quotation");
    }

    [Fact]
    public void An_unattributed_quotation_fails_and_is_located() =>
        Given(Drafted())
            .And(s => Failing(s, Gate.QuotesAttributed).ShouldBe([$"quotation-unattributed 0-29 {Words}"]))
            .When(new AttributeQuote(Words, "ada"), by: Rita)
            .And(s => Failing(s, Gate.QuotesAttributed).ShouldBeEmpty());

    [Fact]
    public void A_quote_of_only_some_of_the_quoted_words_is_not_enough() =>
        Given(Drafted(Unquoted), Attributed(UnquotedWords), Revised(Bridge)).And(s => Failing(s, Gate.QuotesAttributed).ShouldNotBeEmpty());

    [Fact]
    public void Quotations_count_in_headline_and_standfirst_too() =>
        Given(Drafted(Plain, headline: "“We will rebuild it all”"), Revised(standfirst: "Berg: “We will not wait for them.”"))
            .And(s => Failing(s, Gate.QuotesAttributed).Length.ShouldBe(2));

    [Theory]
    [InlineData("The mayor: &ldquo;We will rebuild the bridge.&rdquo;")]
    [InlineData("The mayor: &#8220;We will rebuild the bridge.&#8221;")]
    [InlineData("The mayor: &quot;We will rebuild the bridge.&quot;")]
    [InlineData("> The mayor: “We **will** rebuild\n> the bridge.”")]
    [InlineData("> “We will rebuild the bridge.\n>\n> “We will do it soon.”")]
    public void Quotations_are_those_a_reader_reads(string body) =>
        Given(Drafted(body)).And(s => Failing(s, Gate.QuotesAttributed).ShouldHaveSingleItem());

    [Theory]
    [InlineData("See [the plan](https://example.no \"We will rebuild the bridge\").")]
    [InlineData("See [the plan][1].\n\n[1]: https://example.no \"We will rebuild the bridge\"")]
    public void Invisible_words_are_no_quotation(string body) =>
        Given(Drafted(body)).And(s => Failing(s, Gate.QuotesAttributed).ShouldBeEmpty());

    [Theory]
    [InlineData("**“We will rebuild the bridge,”** said the mayor.", "**“We will rebuild the bridge,”**")]
    [InlineData("**“We will rebuild the bridge,”** said the mayor.", "“We will rebuild the bridge,”")]
    [InlineData("&ldquo;We will rebuild the bridge,&rdquo; said the mayor.", "&ldquo;We will rebuild the bridge,&rdquo;")]
    public void A_quote_marked_up_is_the_same_quote(string body, string words) =>
        Given(Drafted(body), Attributed(words)).And(s => Failing(s, Gate.QuotesAttributed).ShouldBeEmpty());

    [Fact]
    public void A_quotation_may_be_dismissed_by_a_person_who_did_not_write_it() =>
        Given(Drafted())
            .And(s =>
                Reason(s, Gate.QuotesAttributed)
                    .Message.ShouldBe(
                        "“We will rebuild the bridge,” in the body is a quotation, but no quote has these words. A reporter, editor or "
                            + "fact-checker attributes exactly these words; if they are not speech, an editor or fact-checker dismisses "
                            + "them, but not {rita}."
                    )
            )
            .When(new DismissQuotation(Words, "The chorus of a song."), by: Ed)
            .And(s => Failing(s, Gate.QuotesAttributed).ShouldBeEmpty());

    [Fact]
    public void A_quote_that_overlaps_a_quotation_is_named() =>
        Given(Drafted(Unquoted), Attributed(UnquotedWords), Revised(Bridge))
            .And(s => Reason(s, Gate.QuotesAttributed).Message.ShouldContain("but q1 has only some of these words, or more."));

    [Fact]
    public void A_policy_may_take_more_words_for_a_term() =>
        Given(Drafted())
            .Under(new GateTerms(Gate.QuotesAttributed) { FewestWords = 6 })
            .And(s => Failing(s, Gate.QuotesAttributed).ShouldBeEmpty());

    [Theory]
    [InlineData("“Rebuild the bridge” pledge")]
    [InlineData("Mayor: “will rebuild”")]
    [InlineData("Mayor: “We will rebuild.”")]
    public void Words_quoted_in_the_headline_are_from_a_verified_quote(string headline) =>
        Given(Drafted(headline: headline), Attributed())
            .And(s => Failing(s, Gate.HeadlineQuotesSourced).Single().ShouldStartWith("headline-quote-unsourced"))
            .When(story => CheckOf(story, "q1"), by: Femi)
            .And(s => Failing(s, Gate.HeadlineQuotesSourced).ShouldBeEmpty());

    [Theory]
    [InlineData("“Never rebuild” pledge")]
    [InlineData("Mayor: “rebuild a bridge”")]
    [InlineData("Mayor: “build the bridge”")]
    public void Other_words_are_not(string headline) =>
        Given(Drafted(headline: headline), Attributed(), Checked())
            .And(s => Failing(s, Gate.HeadlineQuotesSourced).ShouldHaveSingleItem())
            .When(new ReviseArticle { Headline = "Bridge", Standfirst = headline }, by: Rita)
            .And(s => Reason(s, Gate.HeadlineQuotesSourced).Field.ShouldBe(ArticleField.Standfirst));

    [Fact]
    public void A_title_in_the_headline_is_dismissed() =>
        Given(Drafted(headline: "“The Bridge” sells out"), Dismissed("“The Bridge”").In(ArticleField.Headline))
            .And(s => Failing(s, Gate.HeadlineQuotesSourced).ShouldBeEmpty());
}
