using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class DismissQuotationSpecs
{
    private const string Slogan = "“not in my back yard”";
    private const string Body = $"The {Slogan} party met. {Bridge}";

    [Fact]
    public void Quoted_words_that_are_not_speech_are_dismissed() =>
        Given(Drafted(Body))
            .When(new DismissQuotation(Slogan, "The name of an attitude."), by: Ed)
            .And(s =>
                s.Then(
                    new QuotationDismissed(
                        ArticleField.Body,
                        new TextRange(4, 25),
                        Slogan,
                        s.Story.Dismissals[0].Fingerprint,
                        "The name of an attitude.",
                        Normaliser.Version
                    )
                )
            )
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.QuotesAttributed)
                    .Reasons.ShouldHaveSingleItem()
                    .Words.ShouldBe("“We will rebuild the bridge,”")
            );

    [Fact]
    public void A_dismissal_is_rendered_as_a_sentence() =>
        Given(Drafted(Body))
            .When(new DismissQuotation(Slogan, "A slogan."), by: Femi)
            .Then($"{{femi}} dismissed {Slogan}: not a quotation")
            .And(s => Sentences.Why(s.Happened[0]).ShouldBe("A slogan."));

    [Fact]
    public void A_dismissal_requires_a_reason() =>
        Given(Drafted(Body)).When(new DismissQuotation(Slogan, " "), by: Ed).ThenRefused("reason-required");

    [Fact]
    public void The_writer_of_the_words_does_not_dismiss_them() =>
        Given(Drafted(by: Eve), Revised(Body, by: Ed))
            .When(new DismissQuotation(Slogan, "A slogan."), by: Ed)
            .ThenRefused("dismisser-wrote-words", RefusalKind.Forbidden)
            .When(new DismissQuotation(Slogan, "A slogan."), by: Eve)
            .Then(typeof(QuotationDismissed));

    [Theory]
    [InlineData("not in my back yard")]
    [InlineData("“not in my")]
    [InlineData("The “not in my back yard” party")]
    [InlineData("party met.")]
    public void Only_words_with_their_quotation_marks_are_a_quotation(string words) =>
        Given(Drafted(Body)).When(new DismissQuotation(words, "A slogan."), by: Ed).ThenRefused("no-quotation");

    [Fact]
    public void Words_that_are_not_there_are_said_to_be() =>
        Given(Drafted(Body)).When(new DismissQuotation("“elsewhere”", "A slogan."), by: Ed).ThenRefused("words-not-there");

    [Fact]
    public void A_quote_with_a_speaker_is_withdrawn_first() =>
        Given(Drafted(Body), Attributed(Slogan))
            .When(new DismissQuotation(Slogan, "A slogan."), by: Ed)
            .ThenRefused("quotation-attributed");

    [Fact]
    public void A_quotation_is_dismissed_once() =>
        Given(Drafted(Body), Dismissed(Slogan)).When(new DismissQuotation(Slogan, "A slogan."), by: Eve).ThenRefused("already-dismissed");

    [Fact]
    public void A_dismissal_is_bound_to_the_words() =>
        Given(Drafted(Body), Dismissed(Slogan))
            .When(new ReviseArticle { Body = Body.Replace("my", "your", StringComparison.Ordinal) }, by: Rita)
            .And(s => State(s).ShouldBe(QuotedState.Unattributed))
            .When(new ReviseArticle { Body = Body.Replace('“', '"').Replace('”', '"') }, by: Rita)
            .And(s => State(s).ShouldBe(QuotedState.Dismissed));

    [Fact]
    public void Dismissed_words_can_still_be_attributed() =>
        Given(Drafted(Body), Dismissed(Slogan))
            .When(new AttributeQuote(Slogan, "ada"), by: Rita)
            .Then(typeof(QuoteAttributed))
            .And(s => State(s).ShouldBe(QuotedState.Attributed));

    private static QuotedState State(StorySpec spec) => QuotedList.Of(spec.Story, spec.Text, 4)[0].State;
}
