using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Tests.Stories.Findings;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Passages that are carried to another text keep their checks.</summary>
public sealed class CarriedPassageSpecs
{
    [Fact]
    public void A_claim_carried_to_another_text_takes_its_checks_along() =>
        Given(Drafted(), Flagged(), Checked("c1", Verdict.Wrong))
            .When(new ReviseArticle { Body = "“We will rebuild the bridge,” said the mayor.", Headline = Claim }, by: Rita)
            .Then(typeof(ArticleRevised), new PassageMoved("c1", new TextRange(0, 18), null, ["rita"], 1) { Field = ArticleField.Headline })
            .And(s => Told(s).ShouldBe(["claim-wrong c1"]));

    [Fact]
    public void A_quote_carried_with_its_attribution_does_too() =>
        Given(Drafted(), Attributed(attribution: "said the mayor"), Checked("q1"))
            .When(new ReviseArticle { Body = "It cost 3 million.", Standfirst = "“We will rebuild the bridge,” said the mayor." }, by: Rita)
            .Then(typeof(ArticleRevised), "q1 moved to the standfirst (0-29) with its words")
            .And(s =>
                s.Story.PassageOf("q1")!
                    .ShouldSatisfyAllConditions(
                        q => q.Field.ShouldBe(ArticleField.Standfirst),
                        q => q.Attribution.ShouldBe(new TextRange(30, 44)),
                        q => q.State().ShouldBe(PassageState.Verified)
                    )
            )
            .When(new ReviseArticle { Body = Bridge, Standfirst = "" }, by: Rita)
            .And(s =>
                s.Story.PassageOf("q1")!
                    .ShouldSatisfyAllConditions(q => q.Field.ShouldBe(ArticleField.Body), q => q.State().ShouldBe(PassageState.Verified))
            );

    [Fact]
    public void A_passage_that_keeps_its_place_does_not_follow_a_copy_of_its_old_words() =>
        Given(Drafted(headline: Claim), Flagged(), Checked("c1"))
            .When(new ReviseArticle { Body = Bridge.Replace("3", "4", StringComparison.Ordinal) }, by: Rita)
            .Then(typeof(ArticleRevised), typeof(PassageReworded), typeof(CheckLapsed))
            .And(s => s.Story.PassageOf("c1")!.Field.ShouldBe(ArticleField.Body));

    [Fact]
    public void Words_that_two_other_texts_have_are_in_neither() =>
        Given(Drafted(), Flagged())
            .When(
                new ReviseArticle
                {
                    Body = Quote + " said the mayor.",
                    Headline = Claim,
                    Standfirst = Claim,
                },
                by: Rita
            )
            .Then(typeof(ArticleRevised), typeof(PassageOrphaned));
}
