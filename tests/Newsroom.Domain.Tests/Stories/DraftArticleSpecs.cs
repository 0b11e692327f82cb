using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class DraftArticleSpecs
{
    private static readonly Article Bridge = new("Bridge", "It falls.", "It fell.", "By Rita Moe", "HARBOUR");

    [Fact]
    public void A_story_begins_with_the_words_exactly_as_given() =>
        Given()
            .When(Draft(Bridge with { Body = "It  fell.\r\n\r\n*Twice*\t\u2014 “so”.\n" }), by: Rita)
            .Then(
                new StoryDrafted(
                    "city",
                    "en",
                    "bridge",
                    Bridge with
                    {
                        Body = "It  fell.\r\n\r\n*Twice*\t\u2014 “so”.\n",
                    },
                    Fingerprints.Of(Bridge with { Body = "It fell. Twice - \"so\"." }),
                    1
                )
            )
            .And(s =>
                (s.Story.Stage, s.Story.Publication.Status, s.Story.Drafter).ShouldBe(
                    (Stage.Drafting, PublicationStatus.Unpublished, "rita")
                )
            )
            .And(s => s.Story.Authors.ShouldBe(["rita"]));

    [Fact]
    public void A_draft_is_rendered_as_a_sentence() => Given().When(Draft(Bridge), by: Ed).Then("{ed} drafted “Bridge” for the city desk");

    [Theory]
    [InlineData("Only a headline", "")]
    [InlineData("", "Only a body.")]
    public void A_headline_or_a_body_is_enough(string headline, string body) =>
        Given().When(new DraftArticle("city") { Headline = headline, Body = body }, by: Rita).Then(typeof(StoryDrafted));

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t", "\r\n\u00A0")]
    public void A_story_without_any_words_is_refused(string headline, string body) =>
        Given()
            .When(
                new DraftArticle("city")
                {
                    Headline = headline,
                    Body = body,
                    Standfirst = "A standfirst alone is no story.",
                },
                by: Rita
            )
            .ThenRefused("article-empty");

    [Fact]
    public void A_story_has_the_language_of_its_desk_by_default() =>
        Given()
            .When(new DraftArticle("kultur") { Headline = "Kino" }, by: Rita)
            .And(s => s.Story.Language.ShouldBe("nb"))
            .And(_ =>
                Given()
                    .When(new DraftArticle("kultur") { Headline = "Cinema", Language = "en" }, by: Rita)
                    .And(s => s.Story.Language.ShouldBe("en"))
            );

    [Fact]
    public void A_desk_that_does_not_exist_is_refused() =>
        Given().When(new DraftArticle("sport") { Headline = "Cup" }, by: Rita).ThenRefused("unknown-desk");

    [Fact]
    public void A_slug_another_story_has_is_refused() =>
        Given().When(new DraftArticle("city") { Headline = "Cup", Slug = "taken" }, by: Rita).ThenRefused("slug-taken");

    [Fact]
    public void Raw_html_is_refused() =>
        Given().When(new DraftArticle("city") { Body = "It <b>fell</b>." }, by: Rita).ThenRefused("raw-html");

    [Fact]
    public void A_text_of_more_than_a_mebibyte_is_refused() =>
        Given()
            .When(new DraftArticle("city") { Standfirst = new string('a', TextRules.MaxBytes + 1), Body = "It fell." }, by: Rita)
            .ThenRefused("text-too-long", RefusalKind.TooLarge);

    private static DraftArticle Draft(Article article) =>
        new("city")
        {
            Headline = article.Headline,
            Standfirst = article.Standfirst,
            Body = article.Body,
            Byline = article.Byline,
            Dateline = article.Dateline,
        };
}
